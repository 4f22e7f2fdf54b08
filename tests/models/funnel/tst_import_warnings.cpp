#include "models/funnel/import/column_remarks.h"
#include "tests/support/made_import.h"
#include "tests/support/made_xlsx.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Role = ColumnRole;

// All that is told of the table and of its rows.
QStringList toldOf(const MadeImport &made)
{
    QStringList texts;
    const auto all = remarksOnColumns(made.profile, made.suggestion.mapping) + made.report.remarks;
    for (const TableRemark &remark : all)
        texts.append(remark.text);
    return texts;
}

bool tells(const MadeImport &made, const QString &words)
{
    const QStringList told = toldOf(made);
    return std::any_of(told.begin(), told.end(),
                       [&words](const QString &text) { return text.contains(words); });
}

} // namespace

// Tables that contradict themselves or lack what they seem to have: it is told, and nothing is made up.
class TestImportWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOtherColumnStandsInForFormulas();
};

void TestImportWarnings::noOtherColumnStandsInForFormulas()
{
    MadeXlsx made;
    made.sheets = {{"Deals",
                    rowOf({"Deal", "Stage", "Seats", "Price", "Amount"})
                        + "<row><c t=\"str\"><v>Harbour</v></c><c t=\"str\"><v>Won</v></c><c><v>4</v></c>"
                          "<c><v>250</v></c><c><f>C2*D2</f><v></v></c></row>"
                          "<row><c t=\"str\"><v>Mill</v></c><c t=\"str\"><v>Proposal</v></c><c><v>3</v></c>"
                          "<c><v>100</v></c><c><f>C3*D3</f><v></v></c></row>"}};
    const MadeImport import = madeImport(made.packed());
    QCOMPARE(import.suggestion.mapping.columnsOf(Role::Value), QStringList(u"Amount"_s));
    QVERIFY(!import.deals.first().value);
    QVERIFY2(tells(import, u"“Amount” holds formulas without results: 2."_s),
             qPrintable(toldOf(import).join(u'|')));
}

QTEST_GUILESS_MAIN(TestImportWarnings)
#include "tst_import_warnings.moc"
