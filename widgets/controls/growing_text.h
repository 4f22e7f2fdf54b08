#pragma once

#include <QPlainTextEdit>

// Plain text as tall as its content, so that nothing is hidden and the page alone scrolls. Tab moves on.
class GrowingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    GrowingText(int leastLines, bool lineBreaks, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    int contentHeight() const;
    void adaptMargins();
    void adaptHeight();

    int m_leastLines;
    bool m_lineBreaks;
    int m_intoFrame = 0; // how far the text reaches into the frame, above and below
};
