#include "models/funnel/import/placeholder_texts.h"
#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What an import asks, lists and leaves to the user.
class TestImportChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatIsOpen();
    void rowsStayTheSameWhenColumnsAreCorrected();
    void contradictionsAreListed();
    void totalsAreCompared();
    void spellingsAreOfferedAndMerged();
    void placeholdersAreTheUsersChoice();
    void anEarlierMappingIsUsedAgain();
};

void TestImportChoices::asksWhatIsOpen()
{
    const auto source = tableOf("id;stage;created;value\n1;New;01/02/2026;1.234\n2;New;03/04/2026;5.678\n");
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.suggestion.questions.size(), 2);
    QCOMPARE(imported.suggestion.questions.at(0).kind, OpenQuestion::Kind::DateOrder);
    QCOMPARE(imported.suggestion.questions.at(1).kind, OpenQuestion::Kind::NumberSigns);
    QCOMPARE(imported.deals.at(0).created, QDate(2026, 2, 1));
    QCOMPARE(imported.deals.at(0).value, (Money{123400, u"EUR"_s}));
}

// A row without an id stays the same row when its columns are understood better.
void TestImportChoices::rowsStayTheSameWhenColumnsAreCorrected()
{
    const QByteArray csv = "Customer,Phase,Amount,Closed,Kind\nA,Won,10 EUR,2026-01-02,North\n"
                           "B,Lost,20 EUR,2026-01-03,South\n";
    const auto keysOf = [](const MadeImport &made) {
        QStringList keys;
        for (const Deal &deal : made.deals)
            keys.append(deal.key);
        return keys;
    };
    const MadeImport first = madeImport(csv);
    for (const bool isOfOlderProgram : {false, true}) {
        ImportContext again = usualContext();
        again.earlier = first.suggestion.mapping;
        if (isOfOlderProgram)
            again.earlier->knownBy.clear();
        again.correctedColumns = {{u"Kind"_s, ColumnRole::Segment}};
        const MadeImport second = madeImport(csv, again);
        QCOMPARE(second.deals.first().segment, u"North"_s);
        QCOMPARE(keysOf(second), keysOf(first));
    }
}

void TestImportChoices::contradictionsAreListed()
{
    const auto source = tableOf("Deal ID,Stage,Status,Created,Won on,Lost on\n"
                                "1,Won,Lost,2026-01-01,2026-02-01,\n"
                                "2,Won,Won,2026-01-01,2026-02-01,2026-01-20\n"
                                "3,Lost,Lost,2026-01-01,2026-01-05,2026-02-01\n"
                                "4,Lost,Lost,2026-03-01,,2026-02-01\n"
                                "5,SQL,Open,2026-01-01,2026-02-03,\n"
                                "6,SQL,Open,2026-01-01,,\n"
                                "7,SQL,Open,2026-01-01,,\n"
                                "6,MQL,Open,2026-01-02,,\n");
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.suggestion.mapping.columns.value(u"Deal ID"_s), ColumnRole::Key);
    QCOMPARE(imported.report.refused, 1);
    QVERIFY(imported.report.refusedRows.first().text.contains(u"contradicts itself"_s));
    QCOMPARE(imported.report.repeated, 1);
    QCOMPARE(imported.report.closedBeforeCreated, 1);
    QList<std::pair<qint64, QString>> remarks;
    for (const TableRemark &remark : imported.report.remarks)
        remarks.append({remark.line, remark.text});
    QCOMPARE(remarks.size(), 5);
    const QStringList expected{u"counts as won"_s, u"counts as lost"_s, u"closed before it was created"_s,
                               u"its stage is “SQL”"_s, u"The id “6” stands in an earlier row"_s};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(remarks.at(i).first, i < 4 ? i + 3 : 9);
        QVERIFY2(remarks.at(i).second.contains(expected.at(i)), qPrintable(remarks.at(i).second));
    }
    // Each is closed when it was won, or lost, as it says.
    QCOMPARE(imported.deals.at(0).closed, QDate(2026, 2, 1));
    QCOMPARE(imported.deals.at(1).closed, QDate(2026, 2, 1));

    const auto dates = tableOf("Deal ID,Created,Won on,Lost on\n1,2026-01-01,2026-02-01,2026-02-01\n"
                               "2,2026-01-01,2026-02-01,\n3,2026-01-01,,2026-02-01\n");
    const MadeImport both = madeImport(*dates);
    QCOMPARE(both.report.refused, 1);
    QVERIFY(both.report.refusedRows.first().text.contains(u"contradicts itself"_s));
}

void TestImportChoices::totalsAreCompared()
{
    const QByteArray rows = "Deal ID,Stage,Created,Amount,Owner\n1,Won,2026-01-01,100.50,Ute\n"
                            "2,Won,2026-01-02,200,Ute\nSubtotal,,,300.50,\n3,Won,2026-01-03,50,Jan\n";
    const auto remarksOn = [&rows](const QByteArray &totals) {
        QStringList texts;
        for (const TableRemark &remark : madeImport(*tableOf(rows + totals)).report.remarks)
            if (remark.text.contains(u"add up"_s))
                texts.append(u"%1: %2"_s.arg(remark.line).arg(remark.text));
        return texts;
    };
    QCOMPARE(remarksOn("Subtotal,,,50,\nTotal,,,350.50,\n"), QStringList());
    QCOMPARE(remarksOn("Total,,,€350.50,\n"), QStringList());
    QCOMPARE(remarksOn("Total,,,351,\n"),
             QStringList(u"6: The total shows %1, but the rows that were taken add up to %2."_s.arg(
                 Money{35100, u"EUR"_s}.toText(QLocale()), Money{35050, u"EUR"_s}.toText(QLocale()))));
    QCOMPARE(remarksOn("Total,,,n/a,\n"), QStringList());
}

void TestImportChoices::spellingsAreOfferedAndMerged()
{
    const auto source
        = tableOf("Deal ID,Stage,Lead Source,Owner\n"
                  "1,New,Google,Ute\n2,New,google,Ute\n3,New, Google ,Ute\n4,New,GOOGLE,Ute\n"
                  "5,New,Trade  fair,Jan\n6,New,Trade fair,jan\n7,New,Café,Jan\n8,New,Cafe,Eva\n"
                  "9,New,Goggle,Eva\n");
    const auto profile = profileTable(*source, usualPlaceholders());
    ImportContext given = usualContext();
    const auto suggestion = suggestMapping(*source, *profile, given);
    const QList<SpellingGroup> groups = findSpellings(*profile, suggestion->mapping.columns);
    QCOMPARE(groups.size(), 4);
    QCOMPARE(groups.at(0).role, ColumnRole::Owner);
    const SpellingGroup &google = groups.at(1);
    QCOMPARE(google.texts,
             (QList<std::pair<QString, qint64>>{{u"Google"_s, 2}, {u"GOOGLE"_s, 1}, {u"google"_s, 1}}));

    const auto sources = [&](const ImportContext &in) {
        QMap<QString, int> counts;
        for (const Deal &deal : madeImport(*source, in).deals)
            ++counts[deal.source];
        return counts;
    };
    QCOMPARE(sources(given).value(u"Google"_s), 2); // nothing is merged unasked
    ImportMapping earlier = suggestion->mapping;
    QCOMPARE(mergedAs(google, earlier.spellings), QString());
    merge(google, u"google"_s, earlier.spellings);
    QCOMPARE(mergedAs(google, earlier.spellings), u"google"_s);
    const auto kept = ImportMapping::fromJson(earlier.toJson());
    QCOMPARE(*kept, earlier);
    given.earlier = *kept;
    QCOMPARE(sources(given).value(u"google"_s), 4);
    QCOMPARE(sources(given).value(u"Goggle"_s), 1);
    merge(google, {}, given.earlier->spellings);
    QVERIFY(given.earlier->spellings.isEmpty());
}

void TestImportChoices::placeholdersAreTheUsersChoice()
{
    const auto source
        = tableOf("Deal ID,Stage,Lead Source,Owner,Note\n"
                  "1,New,Select,Ute,-\n2,New,unknown,-,-\n3,tbd,Web,Unknown,-\n4,New,none yet,Jan,-\n");
    const auto profile = profileTable(*source, usualPlaceholders());
    ImportContext given = usualContext();
    ImportMapping mapping = suggestMapping(*source, *profile, given)->mapping;
    QCOMPARE(findPlaceholders(*profile, mapping),
             (QList<PlaceholderText>{
                 {u"unknown"_s, 2, false}, {u"-"_s, 1, true}, {u"Select"_s, 1, true}, {u"tbd"_s, 1, false}}));

    for (const auto &[text, taken] : {std::pair(u"UNKNOWN"_s, true), std::pair(u"none yet"_s, true),
                                      std::pair(u"tbd"_s, true), std::pair(u"select"_s, false)})
        takeAsNoAnswer(text, taken, mapping.placeholders);
    given.earlier = *ImportMapping::fromJson(mapping.toJson());
    given.earlier->stages.clear();
    const MadeImport imported = madeImport(*source, given);
    QStringList sources, owners;
    for (const Deal &deal : imported.deals) {
        sources.append(deal.source);
        owners.append(deal.owner);
    }
    QCOMPARE(sources, (QStringList{u"Select"_s, {}, {}}));
    QCOMPARE(owners, (QStringList{u"Ute"_s, {}, u"Jan"_s}));
    QVERIFY(imported.suggestion.questions.isEmpty()); // "tbd" is no stage to be asked about
    QCOMPARE(imported.report.refused, 1);
    const auto found = findPlaceholders(*profile, imported.suggestion.mapping);
    QVERIFY(found.contains(PlaceholderText{u"none yet"_s, 1, true}));
    QVERIFY(found.contains(PlaceholderText{u"Select"_s, 1, false}));
}

void TestImportChoices::anEarlierMappingIsUsedAgain()
{
    const auto source = tableOf("nr,what,step\n1,Arm,Odd\n2,Belt,Even\n");
    ImportContext given = usualContext();
    ImportMapping earlier;
    earlier.columns
        = {{u"nr"_s, ColumnRole::Key}, {u"step"_s, ColumnRole::Stage}, {u"what"_s, ColumnRole::Segment}};
    earlier.stages = {{u"Odd"_s, {StageTarget::Kind::Won, 0}}, {u"Even"_s, {StageTarget::Kind::Ignore, 0}}};
    given.earlier = earlier;
    const MadeImport imported = madeImport(*source, given);
    QCOMPARE(imported.report.taken, 1);
    QCOMPARE(imported.report.ignored, 1);
    QCOMPARE(imported.deals.at(0).segment, u"Arm"_s);
}

QTEST_APPLESS_MAIN(TestImportChoices)
#include "tst_import_choices.moc"
