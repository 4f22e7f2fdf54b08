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

// What is left to the user, of columns or stages.
QStringList asked(const MadeImport &made)
{
    QStringList subjects;
    for (const OpenQuestion &question : made.suggestion.questions)
        subjects.append(question.subject);
    return subjects;
}

} // namespace

// Tables that contradict themselves or lack what they seem to have: it is told, and nothing is made up.
class TestImportWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOtherColumnStandsInForFormulas();
    void datesMayContradictEachOther();
    void columnsMayHaveDifferentOrders();
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

void TestImportWarnings::datesMayContradictEachOther()
{
    const QByteArray table = "Deal,Stage,Created,Closed\n"
                             "A,Won,05/02/2026,20/03/2026\nB,Won,06/02/2026,03/25/2026\n"
                             "C,Won,07/03/2026,03/27/2026\nD,Won,07/03/2026,05/04/2026\n";
    const MadeImport made = madeImport(table);
    QVERIFY2(tells(made,
                   u"“Closed” contradict each other: 1 can only have the day first, 2 only the month, and 1 "
                   "could be either. They were taken as “Month first”"_s),
             qPrintable(toldOf(made).join(u'|')));
    // Nor does such a column tell of another.
    QCOMPARE(asked(made), QStringList(u"Created"_s));
    const MadeImport agreed = madeImport(QByteArray(table).replace("20/03/2026", "03/20/2026"));
    QVERIFY(!tells(agreed, u"contradict"_s));
    QVERIFY(agreed.suggestion.questions.isEmpty());
}

void TestImportWarnings::columnsMayHaveDifferentOrders()
{
    const QByteArray table = "Deal,Stage,Created,Closed\n"
                             "A,Won,25/02/2026,03/25/2026\nB,Won,06/02/2026,03/26/2026\n";
    const MadeImport made = madeImport(table);
    QVERIFY2(tells(made, u"“Created” were read with the day first, those of “Closed” with the month first"_s),
             qPrintable(toldOf(made).join(u'|')));
    const MadeImport agreed = madeImport(QByteArray(table).replace("25/02/2026", "02/25/2026"));
    QVERIFY(!tells(agreed, u"were read with the day first"_s));
}

QTEST_GUILESS_MAIN(TestImportWarnings)
#include "tst_import_warnings.moc"
