#include "tests/fuzz/targets.h"

#include "models/exchange/csv_writer.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_reader.h"
#include "models/tables/csv_source.h"
#include "tests/support/byte_devices.h"
#include "tests/support/made_xlsx.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

using Rows = QList<QStringList>;

Rows rowsOf(QIODevice &device, TextEncoding encoding, char16_t separator)
{
    CsvReader reader(device, encoding, separator);
    Rows rows;
    while (reader.next()) {
        QStringList row;
        for (const QStringView cell : reader.cells())
            row.append(cell.toString());
        rows.append(row);
    }
    return rows;
}

Rows rowsOf(TableSource &source)
{
    Rows rows;
    while (source.next()) {
        QStringList row;
        for (qsizetype i = -1; i <= source.columns().size(); ++i)
            row.append(source.cell(i).toString());
        rows.append(row);
    }
    return rows;
}

// Without what UTF-8 cannot hold or takes for its own mark.
Rows asUtf8(Rows rows)
{
    for (QStringList &row : rows)
        for (QString &cell : row)
            cell = QString::fromUtf8(cell.remove(QChar::ByteOrderMark).toUtf8());
    return rows;
}

bool survivesWriting(const Rows &rows)
{
    QByteArray csv;
    const Rows written = asUtf8(rows);
    for (const QStringList &row : written)
        addCsvRow(csv, row);
    QBuffer copy(&csv);
    copy.open(QIODevice::ReadOnly);
    return rowsOf(copy, TextEncoding::Utf8, u',') == written;
}

QString contradictionInTable(TableSource &source)
{
    const QStringList &columns = source.columns();
    if (columns.contains(QString()) || QSet<QString>(columns.begin(), columns.end()).size() != columns.size())
        return u"columns without a name, or with the same"_s;
    if (!source.rewind())
        return {}; // said so
    const Rows first = rowsOf(source);
    const bool readAll = source.status().ok();
    const auto remarks = source.remarks().size();
    if (!source.rewind() || rowsOf(source) != first || source.status().ok() != readAll
        || source.remarks().size() != remarks)
        return u"the second reading differs from the first"_s;
    const auto profile = profileTable(source, usualPlaceholders());
    if (profile.ok() != readAll)
        return u"read, and yet without a profile"_s;
    if (readAll && (profile->rows != first.size() || profile->columns.size() != columns.size()))
        return u"the profile has other rows or columns"_s;
    return {};
}

QString contradictionInReading(TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages)
{
    qint64 given = 0;
    QString wrong;
    const auto report = readDeals(source, mapping, stages, [&](const QList<Deal> &deals) -> Result<void> {
        given += deals.size();
        for (const Deal &deal : deals)
            if (deal.stage >= stages.size() || deal.key.isEmpty())
                wrong = u"a deal at no stage, or without a key"_s;
        return {};
    });
    if (!report)
        return {};
    if (report->taken - report->furtherStages - report->furtherItems != given
        || report->rows != report->taken + report->ignored + report->refused)
        return u"rows are not taken + ignored + refused"_s;
    return wrong;
}

const QList<Stage> &someStages()
{
    static const QList<Stage> stages{{.id = 11, .name = u"Lead"_s},
                                     {.id = 12, .name = u"MQL"_s, .crmNames = {u"marketing qualified"_s}},
                                     {.id = 13, .name = u"Opportunity"_s},
                                     {.id = 14, .name = u"Won"_s}};
    return stages;
}

// Below each line "=== NAME" what the file of that name holds.
QByteArray packed(const QByteArray &text)
{
    QMap<QByteArray, QByteArray> files;
    for (qsizetype at = 0; at >= 0 && at < text.size();) {
        const qsizetype line = text.indexOf('\n', at);
        const qsizetype end = text.indexOf("\n=== ", at);
        if (line >= 0)
            files.insert(text.mid(at + 4, line - at - 4), text.mid(line + 1, end < 0 ? -1 : end - line - 1));
        at = end < 0 ? -1 : end + 1;
    }
    return zipOf(files);
}

} // namespace

QString contradictionInCsv(const QByteArray &file)
{
    for (const TextEncoding encoding : allEncodings()) {
        const auto whole = bufferOf(file);
        const Rows rows = rowsOf(*whole, encoding, u',');
        for (const qint64 atOnce : {1 + file.size() / 16, 3 + file.size() / 8}) {
            Trickle trickle(file, atOnce);
            if (rowsOf(trickle, encoding, u',') != rows)
                return u"read in small pieces, the rows differ"_s;
        }
        if (!survivesWriting(rows))
            return u"written and read again, the rows differ"_s;
    }
    const auto source = CsvSource::open(bufferOf(file));
    return source ? contradictionInTable(**source) : QString();
}

QString contradictionInXlsx(const QByteArray &file)
{
    const auto source = openCrmTable(bufferOf(file.startsWith("=== ") ? packed(file) : file));
    if (!source)
        return source.error().message.isEmpty() ? u"refused without a word"_s : QString();
    const QStringList sheets = (*source)->sheets();
    if (const QString wrong = contradictionInTable(**source); !wrong.isEmpty())
        return wrong;
    for (const QString &sheet : sheets.mid(0, 3)) {
        const auto other
            = openCrmTable(bufferOf(file.startsWith("=== ") ? packed(file) : file), {.sheet = sheet});
        if (!other)
            continue;
        if (const QString wrong = contradictionInTable(**other); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString contradictionInMapping(const QByteArray &file)
{
    const qsizetype end = file.indexOf("\n===\n");
    const QJsonObject json = QJsonDocument::fromJson(file.left(end)).object();
    const auto source = CsvSource::open(bufferOf(end < 0 ? file : file.mid(end + 5)));
    if (!source)
        return {};
    ImportContext context{.stages = someStages(), .currency = u"EUR"_s};
    if (const auto saved = ImportMapping::fromJson(json)) {
        const auto again = ImportMapping::fromJson(saved->toJson());
        if (!again || !(*again == *saved))
            return u"saved and read again, the mapping differs"_s;
        if (const QString wrong = contradictionInReading(**source, *saved, someStages()); !wrong.isEmpty())
            return wrong;
        context.earlier = *saved;
    }
    const auto profile = profileTable(**source, usualPlaceholders());
    if (!profile)
        return {};
    const auto suggestion = suggestMapping(**source, *profile, context);
    return suggestion ? contradictionInReading(**source, suggestion->mapping, someStages()) : QString();
}
