#include "widgets/controls/growing_text.h"

#include "widgets/controls/scroll_into_view.h"
#include "widgets/shell/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <cmath>

namespace {
constexpr double lineEms = 1.7; // as high as a line edit, a date or a combo box beside it
}

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
    m_follow.setSingleShot(true);
    m_follow.setInterval(0);
    connect(&m_follow, &QTimer::timeout, this, &GrowingText::followCursor);
    connect(this, &QPlainTextEdit::cursorPositionChanged, &m_follow, qOverload<>(&QTimer::start));
    viewport()->setAutoFillBackground(false); // it reaches over the frame's inner part
    setFrameStyle(frameStyle()); // the style measures it as a text edit's only now
    adaptMargins();
}

int GrowingText::contentHeight() const
{
    double height = 0; // the last block's includes the margin below it
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += document()->documentLayout()->blockBoundingRect(block).height();
    const double margin = document()->documentMargin();
    height = std::max(height, m_leastLines * static_cast<double>(fontMetrics().lineSpacing()) + margin);
    // One more than drawn, or the text edit believes its last line to be hidden.
    return static_cast<int>(std::ceil(height + margin)) + 1 + 2 * (frameWidth() - m_intoFrame);
}

// A line with its margins would be higher than a line edit: then the text reaches into the frame's inner
// part, above and below, but not onto its line.
void GrowingText::adaptMargins()
{
    const double line = std::ceil(QFontMetricsF(font()).lineSpacing());
    const double whole = line + 2 * document()->documentMargin() + 1 + 2 * frameWidth();
    const int above = static_cast<int>(std::ceil((whole - em(this, lineEms)) / 2));
    m_intoFrame = std::clamp(above, 0, std::max(0, frameWidth() - 1));
    setViewportMargins(0, -m_intoFrame, 0, -m_intoFrame);
    adaptHeight();
}

void GrowingText::adaptHeight()
{
    const int height = std::max(contentHeight(), em(this, lineEms));
    if (minimumHeight() == height && maximumHeight() == height)
        return;
    setFixedHeight(height);
    m_follow.start();
}

void GrowingText::followCursor()
{
    // What lies under the mouse must not move.
    if (!hasFocus() || QApplication::mouseButtons() != Qt::NoButton)
        return;
    settleLayouts();
    scrollIntoView(viewport(), cursorRect());
    // A page is laid out in several passes.
    constexpr int mostPasses = 8;
    const bool seen = viewport()->visibleRegion().contains(cursorRect().center());
    m_passes = seen || m_passes == mostPasses ? 0 : m_passes + 1;
    if (m_passes > 0)
        m_follow.start();
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
        adaptMargins();
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
