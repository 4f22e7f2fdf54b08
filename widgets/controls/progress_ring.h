#pragma once

#include <QWidget>

// A ring that closes as worksheets are filled in, with a short text (a tab's number) in its middle.
class ProgressRing : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRing(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setProgress(int done, int total);

    QSize sizeHint() const override;

    // The same picture for delegates; `done` of 0 to 1.
    static void paint(QPainter *painter, const QRectF &rect, double done, const QString &text,
                      const QPalette &palette);
    static QString describe(int done, int total); // "9 of 11 worksheets filled in"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_done = 0;
    int m_total = 0;
};
