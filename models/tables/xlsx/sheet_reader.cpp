#include "models/tables/xlsx/sheet_reader.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostColumns = 16'384;
constexpr qsizetype mostMerged = 10'000;

struct Reference
{
    qsizetype column = -1;
    qint64 row = 0;
};

// "BC12"
Reference referenceOf(QStringView text)
{
    qsizetype column = 0;
    qsizetype at = 0;
    for (; at < text.size() && text[at] >= u'A' && text[at] <= u'Z' && column <= mostColumns; ++at)
        column = column * 26 + (text[at].unicode() - u'A' + 1);
    return {column - 1, text.sliced(at).toLongLong()};
}

QString nameOfColumn(qsizetype column)
{
    QString name;
    for (qsizetype n = column + 1; n > 0; n = (n - 1) / 26)
        name.prepend(QChar(u'A' + static_cast<char16_t>((n - 1) % 26)));
    return name;
}

} // namespace

qsizetype SheetReader::CellError::column() const
{
    return referenceOf(cell).column;
}

SheetReader::CellType SheetReader::typeOf(QStringView type)
{
    if (type == u"s")
        return CellType::Shared;
    if (type.isEmpty() || type == u"n")
        return CellType::Number;
    if (type == u"b")
        return CellType::YesNo;
    if (type == u"e")
        return CellType::Error;
    return type == u"d" ? CellType::Date : CellType::Text; // "str": what a formula gave
}

SheetReader::SheetReader(const XlsxWorkbook &workbook, std::unique_ptr<XmlPart> part)
    : m_workbook(workbook)
    , m_part(std::move(part))
{
}

bool SheetReader::next()
{
    m_cells.clear();
    while (m_part->next()) {
        if (m_part->isStart(u"c")) {
            readCell();
        } else if (m_part->isStart(u"row")) {
            startRow();
        } else if (m_part->isEnd(u"row")) {
            finishRow();
            m_hiddenRows += m_isHidden && !m_cells.empty() ? 1 : 0;
            if (!m_cells.empty() || !m_errors.empty())
                return true;
        } else if (m_part->isStart(u"mergeCell") && m_merged.size() < mostMerged) {
            const QString range = m_part->attribute(u"ref").toString();
            const Reference first = referenceOf(range.section(u':', 0, 0));
            const Reference last = referenceOf(range.section(u':', 1));
            m_merged.append(
                QRect(QPoint(int(first.column), int(first.row)), QPoint(int(last.column), int(last.row))));
        }
    }
    m_status = m_part->status();
    return false;
}

void SheetReader::startRow()
{
    bool ok = false;
    const qint64 row = m_part->attribute(u"r").toLongLong(&ok);
    m_row = ok ? row : m_row + 1;
    const QStringView hidden = m_part->attribute(u"hidden");
    m_isHidden = hidden == u"1" || hidden == u"true";
    m_column = -1;
    m_text.resize(0);
    m_parts.clear();
    m_errors.clear();
}

void SheetReader::readCell()
{
    const QStringView reference = m_part->attribute(u"r");
    m_column = reference.isEmpty() ? m_column + 1 : referenceOf(reference).column;
    const CellType type = typeOf(m_part->attribute(u"t"));
    const qsizetype style = m_part->attribute(u"s").toLongLong();
    m_value.resize(0);
    m_inline.resize(0);
    bool isFormula = false;
    bool hasResult = type == CellType::Text; // even an empty one
    while (m_part->next() && !m_part->isEnd(u"c")) {
        if (m_part->isStart(u"v")) {
            m_part->readText(m_value);
            hasResult = hasResult || !m_value.isEmpty(); // some programs write an empty one meanwhile
        } else if (m_part->isStart(u"is")) {
            m_part->readRichText(m_inline);
        } else if (m_part->isStart(u"f")) {
            isFormula = true;
        }
    }
    if (isFormula && !hasResult)
        m_errors.append({nameOfColumn(m_column) + QString::number(m_row), {}});
    if (m_column < 0 || m_column >= mostColumns || (m_value.isEmpty() && m_inline.isEmpty()))
        return;
    if (m_parts.size() <= static_cast<size_t>(m_column))
        m_parts.resize(static_cast<size_t>(m_column) + 1);
    place(m_parts[static_cast<size_t>(m_column)], type, style);
}

void SheetReader::place(Part &cell, CellType type, qsizetype style)
{
    cell.begin = m_text.size();
    if (!m_inline.isEmpty()) {
        m_text += m_inline;
        type = CellType::Text;
        m_value.resize(0);
    }
    switch (type) {
    case CellType::Shared: {
        bool ok = false;
        const qsizetype index = QStringView(m_value).trimmed().toLongLong(&ok);
        cell.shared = ok ? index : -1;
        break;
    }
    case CellType::YesNo:
        m_text += QStringView(m_value).trimmed() == u"0" ? u"FALSE"_s : u"TRUE"_s;
        break;
    case CellType::Error:
        m_errors.append({nameOfColumn(m_column) + QString::number(m_row), m_value});
        break;
    case CellType::Date:
        m_text += plainDate(m_value);
        break;
    case CellType::Number:
        appendNumber(m_text, QStringView(m_value).trimmed(), m_workbook.format(style),
                     m_workbook.countsFrom1904());
        break;
    case CellType::Text:
        m_text += m_value;
        break;
    }
    cell.size = m_text.size() - cell.begin;
}

void SheetReader::finishRow()
{
    size_t filled = 0;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        m_cells.push_back(part.shared >= 0 ? m_workbook.text(part.shared)
                                           : QStringView(m_text).sliced(part.begin, part.size));
        if (!m_cells.back().isEmpty())
            filled = i + 1;
    }
    m_cells.resize(filled);
}
