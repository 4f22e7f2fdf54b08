#include "widgets/controls/line_editor.h"

#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"

#include <QCompleter>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

QString hintFor(FieldKind kind, const QLocale &locale)
{
    switch (kind) {
    case FieldKind::Percent:
        return LineEditor::tr("such as %1 %").arg(locale.toString(12.5));
    case FieldKind::Duration:
        return LineEditor::tr("such as 4 h, 30 min, 2 d");
    case FieldKind::Money:
        return LineEditor::tr("such as %1").arg(locale.toString(61000));
    default:
        return {};
    }
}

QStringList members(const Document &document)
{
    QStringList names;
    if (!document.schema().hasTable(u"overview_member"_s))
        return names;
    for (const QVariantMap &row : document.rows(u"overview_member"_s))
        names.append(row.value(u"name"_s).toString());
    names.removeDuplicates();
    return names;
}

} // namespace

LineEditor::LineEditor(const Field &described, const SheetModel &model, QWidget *parent)
    : FieldEditor(described, parent)
    , m_line(new QLineEdit(this))
    , m_locale(model.locale())
{
    setControl(m_line);
    m_line->setPlaceholderText(hintFor(described.kind, m_locale));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::typed);
    if (described.kind != FieldKind::Person)
        return;
    auto *completer = new QCompleter(members(model.document()), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &FieldEditor::chosen,
            Qt::QueuedConnection); // after the line has taken the name
}

void LineEditor::showValue(const QVariant &value)
{
    const QString text = Value::toText(field(), value, m_locale);
    if (text == m_line->text())
        return;
    m_line->setText(text);
    m_line->setCursorPosition(0);
}

QVariant LineEditor::input() const
{
    return m_line->text();
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

void LineEditor::selectAll()
{
    m_line->selectAll();
}

void LineEditor::mark(const QString &needle)
{
    if (const qsizetype at = m_line->text().indexOf(needle, 0, Qt::CaseInsensitive); at >= 0)
        m_line->setSelection(static_cast<int>(at), static_cast<int>(needle.size()));
}
