#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

class FieldBinding;
class FieldEditor;
class SheetProxy;
struct PageContext;

// Draws a worksheet's cells and edits them in place with the same editors as forms.
class FieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FieldDelegate(SheetProxy &proxy, const PageContext &page, QObject *parent);

    // The next editor opens with its content selected, so that the key that opened it replaces it.
    void setReplacing(bool replacing) { m_replacing = replacing; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static FieldBinding *bindingOf(const QWidget *editor);

Q_SIGNALS:
    void refused(const QString &message, const QString &label) const;
    void accepted() const;
    // The user leaves an editor towards a neighbour, as in a spreadsheet.
    void moveWanted(int rows, int columns) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool onKey(FieldEditor *editor, const QKeyEvent *event);

    SheetProxy &m_proxy;
    const PageContext &m_page;
    bool m_replacing = false;
    QPointer<FieldEditor> m_refusing; // the editor that took nothing of what was typed last
};
