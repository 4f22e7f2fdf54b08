#pragma once

#include "models/worksheet/signatures.h"

#include <QWidget>

// Whether marketing (a circle, first) and sales (a square, second) have signed: hollow not yet, filled
// signed, half filled outdated.
class SignatureDots : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureDots(QWidget *parent = nullptr);

    void setSignatures(SignatureState marketing, SignatureState sales);

    QSize sizeHint() const override;

    // The same picture for delegates, in the middle of `rect`.
    static QSizeF sizeOf(const QFontMetrics &metrics);
    static void paint(QPainter *painter, const QRectF &rect, SignatureState marketing, SignatureState sales,
                      const QPalette &palette);
    static QString describe(SignatureState marketing, SignatureState sales);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SignatureState m_marketing = SignatureState::Open;
    SignatureState m_sales = SignatureState::Open;
};
