#include "widgets/controls/growing_text.h"

#include "widgets/shell/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <cmath>

GrowingText::GrowingText(int leastLines, bool lineBreaks, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(leastLines)
    , m_lineBreaks(lineBreaks)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // undo is the workbook's
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingText::adaptHeight);
    adaptHeight();
}

int GrowingText::contentHeight() const
{
    double height = 0; // the last block's includes the margin below it
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += document()->documentLayout()->blockBoundingRect(block).height();
    const double margin = document()->documentMargin();
    height = std::max(height, m_leastLines * static_cast<double>(fontMetrics().lineSpacing()) + margin);
    // One more than drawn, or the text edit believes its last line to be hidden.
    return static_cast<int>(std::ceil(height + margin)) + 1 + 2 * frameWidth();
}

void GrowingText::adaptHeight()
{
    const int height = std::max(contentHeight(), em(this, 1.7));
    if (minimumHeight() != height || maximumHeight() != height)
        setFixedHeight(height);
}

QSize GrowingText::sizeHint() const
{
    return {em(this, 12), maximumHeight()};
}

QSize GrowingText::minimumSizeHint() const
{
    return {em(this, 4), minimumHeight()};
}

void GrowingText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    adaptHeight();
}

void GrowingText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adaptHeight();
}

void GrowingText::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_lineBreaks) {
        focusNextPrevChild(true);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingText::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    if (!m_lineBreaks)
        text = text.simplified();
    insertPlainText(text);
}
