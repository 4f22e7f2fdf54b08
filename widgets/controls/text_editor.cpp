#include "widgets/controls/text_editor.h"

#include "widgets/controls/growing_text.h"

TextEditor::TextEditor(const Field &described, QWidget *parent)
    : FieldEditor(described, parent)
{
    const bool paragraphs = described.kind == FieldKind::LongText;
    constexpr int leastLines = 3;
    m_text = new GrowingText(paragraphs ? leastLines : 1, paragraphs, this);
    setControl(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT typed();
    });
}

void TextEditor::showValue(const QVariant &value)
{
    const QString text = value.toString();
    if (text == m_text->toPlainText())
        return;
    m_showing = true;
    m_text->setPlainText(text);
    m_showing = false;
}

QVariant TextEditor::input() const
{
    return m_text->toPlainText();
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

void TextEditor::selectAll()
{
    m_text->selectAll();
}

void TextEditor::mark(const QString &needle)
{
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(needle);
}
