#pragma once

#include <QWidget>

enum class Signature {
    Open,
    Signed,
    Outdated, // the text has changed since
};

// Whether marketing (a circle, first) and sales (a square, second) have signed: hollow not yet, filled
// signed, half filled outdated.
class SignatureDots : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureDots(QWidget *parent = nullptr);

    void setSignatures(Signature marketing, Signature sales);

    QSize sizeHint() const override;

    // The same picture for delegates, in the middle of `rect`.
    static QSizeF sizeOf(const QFontMetrics &metrics);
    static void paint(QPainter *painter, const QRectF &rect, Signature marketing, Signature sales,
                      const QPalette &palette);
    static QString describe(Signature marketing, Signature sales);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Signature m_marketing = Signature::Open;
    Signature m_sales = Signature::Open;
};
