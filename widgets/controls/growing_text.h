#pragma once

#include <QPlainTextEdit>
#include <QTimer>

// Plain text as tall as its content, so that nothing is hidden and the page alone scrolls: it
// follows the cursor. Tab moves on.
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
    void followCursor();

    int m_leastLines;
    bool m_lineBreaks;
    int m_intoFrame = 0; // how far the text reaches into the frame, above and below
    int m_passes = 0; // made in vain to bring the cursor into sight
    QTimer m_follow; // once the page around it is as high as it will be
};
