#pragma once

#include <QLayout>

// Places its items row by row in as many equal columns as fit, two at most; a wide item has a row of its own.
// With room for one column only, all stand one below the other, in the same order.
class ColumnsLayout : public QLayout
{
    Q_OBJECT

public:
    // Two columns where each can be at least `columnWidth` wide.
    explicit ColumnsLayout(int columnWidth, QWidget *parent = nullptr);
    ~ColumnsLayout() override;

    void addWidget(QWidget *widget, bool wide);
    // Leaves the rest of the row before it empty: for what must stand beside its neighbour.
    void addInNewRow(QWidget *widget);
    void setColumnWidth(int columnWidth);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Entry
    {
        QLayoutItem *item;
        bool wide;
        bool begins; // a row
    };
    // The height needed for rect's width; moves the items if `place`.
    int arrange(const QRect &rect, bool place) const;
    // Index after the last item of the row that begins at `first`.
    static qsizetype endOfRow(const QList<Entry> &entries, qsizetype first, bool twoColumns);

    QList<Entry> m_entries;
    int m_columnWidth;
};
