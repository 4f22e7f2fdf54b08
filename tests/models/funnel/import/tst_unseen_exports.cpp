#include "models/funnel/import/column_remarks.h"
#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const Deal *dealOf(const MadeImport &made, const QString &key)
{
    const auto found = std::find_if(made.deals.begin(), made.deals.end(),
                                    [&key](const Deal &deal) { return deal.key == key; });
    return found == made.deals.end() ? nullptr : &*found;
}

bool tells(const MadeImport &made, const QString &text)
{
    const auto remarks = made.report.remarks + remarksOnColumns(made.profile, made.suggestion.mapping);
    return std::any_of(remarks.begin(), remarks.end(),
                       [&text](const TableRemark &remark) { return remark.text.contains(text); });
}

} // namespace

// Habits of exports that came up late: each was read wrongly, or not at all, once.
class TestUnseenExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yenHasThePlaceOfTheBackslash();
    void daysOfDeletionLeaveRowsOut();
    void lettersTellWhatBecameOfADeal();
    void sentencesNameDaysOfWinning();
    void aDayOfEitherEndContradictsNothing();
    void namesMayBeCutShort();
    void wordsOfStages_data();
    void wordsOfStages();
    void itIsToldWhereNothingSaysWon();
};

void TestUnseenExports::yenHasThePlaceOfTheBackslash()
{
    const MadeImport made = madeImport(
        "商談 ID,フェーズ,作成日,完了予定日,期待収益,金額,確度(%)\n"
        "1,受注,2026/01/13,2026/02/03,\"\\3,132,994\",\"\\3,132,994\",100%\n"
        "2,見込みの調査,2026/01/14,2026/12/03,\"\\100\",\"\\1,000\",10%\n3,失注,2026/01/14,,\\0,-\\5,0%\n");
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(*dealOf(made, u"1"_s)->value, (Money{3'132'994, u"JPY"_s}));
    QCOMPARE(*dealOf(made, u"2"_s)->value, (Money{1000, u"JPY"_s}));
    QCOMPARE(*dealOf(made, u"3"_s)->value, (Money{-5, u"JPY"_s}));
    QCOMPARE(dealOf(made, u"2"_s)->state, Deal::State::Open);
}

void TestUnseenExports::daysOfDeletionLeaveRowsOut()
{
    for (const QByteArray name : {"Deleted At", "Archived on", "Gel\xc3\xb6scht am", "Date de suppression"}) {
        const MadeImport made
            = madeImport("ID,Stage,Amount," + name
                         + "\n1,Won,100,\n2,Won,200,2026-01-05\n3,Lost,300,\n4,Won,5,2026-01-07\n");
        QCOMPARE(made.deals.size(), 2);
        QVERIFY(dealOf(made, u"1"_s) && dealOf(made, u"3"_s));
        QVERIFY(tells(made, u"were deleted or archived: 2."_s));
    }
}

void TestUnseenExports::lettersTellWhatBecameOfADeal()
{
    const MadeImport made = madeImport("Opp #,W/L,Stage,Value\n1,W,Demo,10\n2,L,Proposal,20\n3,,Demo,30\n");
    QCOMPARE(made.suggestion.mapping.columns.value(u"W/L"_s), ColumnRole::Status);
    QCOMPARE(made.count(Deal::State::Won), 1);
    QCOMPARE(made.count(Deal::State::Lost), 1);
    QCOMPARE(made.count(Deal::State::Open), 1);
}

void TestUnseenExports::sentencesNameDaysOfWinning()
{
    const MadeImport made = madeImport(
        "Trato - ID,Trato - Estado,Trato - Trato creado,Trato - Fecha en que se ganó,Trato - Fecha en que se "
        "perdió\n1,Ganado,13/01/2026,23/02/2026,\n2,Perdido,14/01/2026,,24/03/2026\n3,Abierto,15/01/"
        "2026,,\n");
    QCOMPARE(dealOf(made, u"1"_s)->closed, QDate(2026, 2, 23));
    QCOMPARE(dealOf(made, u"2"_s)->closed, QDate(2026, 3, 24));
    const MadeImport japanese = madeImport("レコードID,取引ステージ,作成日,クローズ日,加重金額,金額\n"
                                           "1,成約,2026年01月13日,2026年02月03日,5円,10円\n"
                                           "2,失注,2026年01月13日,2026年02月04日,0円,20円\n");
    QCOMPARE(dealOf(japanese, u"1"_s)->closed, QDate(2026, 2, 3));
    QCOMPARE(dealOf(japanese, u"2"_s)->state, Deal::State::Lost);
    QCOMPARE(*dealOf(japanese, u"1"_s)->value, (Money{10, u"JPY"_s}));
}

void TestUnseenExports::aDayOfEitherEndContradictsNothing()
{
    const MadeImport made = madeImport("N° affaire;Statut;CA prévu;Créé le;Date de signature / perte\n"
                                       "1;Signé;1 000,00 €;13/01/2026;23/02/2026\n"
                                       "2;Sans suite;2 000,00 €;14/01/2026;24/03/2026\n");
    QVERIFY(!tells(made, u"date of losing"_s));
    QCOMPARE(made.deals.at(0).closed, QDate(2026, 2, 23));
    QCOMPARE(made.deals.at(0).value->minor, 100'000);
    QCOMPARE(made.deals.at(1).state, Deal::State::Lost);
    QCOMPARE(made.deals.at(1).closed, QDate(2026, 3, 24));
}

void TestUnseenExports::namesMayBeCutShort()
{
    const MadeImport made = madeImport("Opp ID|Opp Name|Opp Stage|Prob.|Amt|Open Dt|Close Dt\n"
                                       "1|A|6 - Closed/Won|100%|$12.5k|Jan 13, 2026|Feb 23, 2026\n"
                                       "2|B|3 - Proposal|40%|$1.0k|Jan 14, 2026|Dec 23, 2026\n");
    QCOMPARE(dealOf(made, u"1"_s)->closed, QDate(2026, 2, 23));
    QCOMPARE(dealOf(made, u"1"_s)->value->minor, 1'250'000);
    QVERIFY(dealOf(made, u"2"_s)->chance.has_value());
}

void TestUnseenExports::wordsOfStages_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<StageTarget::Kind>("kind");
    using enum StageTarget::Kind;
    QTest::newRow("lost") << u"Kein Auftrag|Auftrag an Wettbewerb|Sans suite|Classé sans suite|"
                             "Went with competitor|Went with another vendor|Chose competitor"_s
                          << Lost;
    QTest::newRow("won") << u"Renewed|Acquisita|Aggiudicata|Adjudicada"_s << Won;
    QTest::newRow("open") << u"Nachfassen|商談中|見積中|Découverte|Contacto inicial|Erstkontakt|"
                             "Initial contact|Premier contact|Primo contatto"_s
                          << Stage;
}

void TestUnseenExports::wordsOfStages()
{
    QFETCH(QString, words);
    QFETCH(StageTarget::Kind, kind);
    for (const QString &word : words.split(u'|'))
        QVERIFY2(recogniseStage(word, usualStages()).kind == kind, qPrintable(word));
    QVERIFY(recogniseStage(u"Proposal renewed"_s, usualStages()).kind != StageTarget::Kind::Won);
}

void TestUnseenExports::itIsToldWhereNothingSaysWon()
{
    const QString text = u"No row says that its deal was won or lost"_s;
    QByteArray rows;
    for (int i = 1; i <= 12; ++i)
        rows += QByteArray::number(i) + ",Proposal,2026-01-1" + QByteArray::number(i % 9 + 1) + ",100,x\n";
    const QByteArray names = "ID,Stage,Created,Amount,Verdict\n";
    QVERIFY(tells(madeImport(names + rows), text));
    QVERIFY(!tells(madeImport(names + rows + "13,Closed Lost,2026-01-11,100,x\n"), text));
    QVERIFY(!tells(madeImport("Lead ID,Lead Status,Created,Visits,Verdict\n"
                              + QByteArray(rows).replace("Proposal", "New")),
                   text));
}

QTEST_GUILESS_MAIN(TestUnseenExports)
#include "tst_unseen_exports.moc"
