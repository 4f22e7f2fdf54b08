#include "models/document/schema.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/cut_choices.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/segment_change.h"
#include "tests/support/deals_in.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// Deals of a region and of a product, both kept, each on its own and across versions of the file.
class TestRegionsAndProducts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAreRecognised_data();
    void bothAreRecognised();
    void aThirdColumnIsNamedAsLeftOut();
    void changesByEachAddUpToTheWhole();
    void eachIsCutFromTheDeals();
    void sourcesAreTypedToo();
    void keptPartsAreThoseOfTheDeals();
    void nothingIsAddedUpByWhatNoDealNames();
    void spellingsOfProductsAreFound();
    void aHistoryTellsOfProducts();
    void fileOfBeforeIsBroughtUpToDate();
    void fileOfBeforeCanBeReadAlone();
    void productsThatWereSegmentsStayProducts();
    void productThatWasTheSegmentIsItNoMore();
};

namespace {

const QByteArray twoQuarters = "Deal ID,Stage,Created,Closed,Amount,Region,Product,Source\n"
                               "1,Won,2026-01-05,2026-02-01,1000,North,Cloud,Web\n"
                               "2,Won,2026-01-06,2026-02-02,500,South,Edge,Web\n"
                               "3,Lost,2026-01-07,2026-02-03,700,South,Cloud,Fair\n"
                               "4,Won,2026-04-05,2026-05-01,1500,North,Cloud,Fair\n"
                               "5,Won,2026-04-06,2026-05-02,250,North,Edge,Web\n"
                               "6,Won,2026-04-07,2026-05-03,750,South,cloud ,Web\n"
                               "7,Lead,2026-04-08,,90,South,Edge,Fair\n";

// Region and product of each deal, in the order of their ids.
QStringList dealsIn(const Document &document)
{
    QStringList deals;
    const auto read = forEachDeal(document, readStages(document), [&deals](const Deal &deal) {
        deals.append(deal.key + u' ' + deal.segment + u'/' + deal.product);
    });
    deals.sort();
    return read ? deals : QStringList(u"not read"_s);
}

QStringList namesOf(const Document &document, SegmentKind kind)
{
    QStringList names;
    const auto segments = readSegments(document, readStages(document), Grain::Quarter, kind);
    for (const SegmentFunnels &segment : segments.value())
        names.append(segment.name);
    return names;
}

qint64 rowsOf(const Document &document, const FunnelCut &cut)
{
    const auto summary = summaryOfCut(document, readStages(document), Grain::Quarter, cut);
    return summary ? summary->rows : -1;
}

void shareOut(Document &document, const QString &dimension, const QString &name)
{
    const auto done = document.edit(u"Share"_s, [&](const Database &database) {
        database.execute(
            u"INSERT INTO funnel_share (position, dimension, segment, share) VALUES (1, ?, ?, 1)"_s,
            {dimension, name});
    });
    QVERIFY(done.ok());
}

// As the first version of the program left it.
void makeOld(const QString &path)
{
    const Database database(path, Database::Access::ReadWrite);
    database.execute(u"ALTER TABLE funnel_deal DROP COLUMN chance"_s);
    database.execute(u"ALTER TABLE funnel_deal DROP COLUMN product"_s);
    for (const auto &table : {u"funnel_plan_rate"_s, u"funnel_scenario_rate"_s})
        for (const auto &column : {u"from_stage"_s, u"reached"_s, u"out_of"_s})
            database.execute(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, column));
    database.execute(u"ALTER TABLE funnel_estimate DROP COLUMN from_stage"_s);
    database.execute(u"ALTER TABLE plan_review_figure DROP COLUMN from_measure"_s);
    database.execute(u"DELETE FROM funnel_counts WHERE part LIKE 'product%'"_s);
    database.execute(u"PRAGMA user_version = 1"_s);
    QFile first(u":/schema/001_workbook.sql"_s);
    QVERIFY(first.open(QIODevice::ReadOnly));
    const QString table
        = database.scalar(u"SELECT sql FROM sqlite_schema WHERE name = 'funnel_deal'"_s).toString();
    QVERIFY(QString::fromUtf8(first.readAll()).simplified().contains(table.simplified()));
}

// What is said of columns of the table that were not taken.
QString leftOut(const MadeImport &made)
{
    QStringList texts;
    for (const TableRemark &remark : remarksOnColumns(made.profile, made.suggestion.mapping))
        if (remark.text.contains(u"left out"_s))
            texts.append(remark.text);
    return texts.join(u' ');
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestRegionsAndProducts::bothAreRecognised_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("product");
    QTest::newRow("English") << QByteArray("Sales Region") << QByteArray("Product Line");
    QTest::newRow("segments") << QByteArray("Segment") << QByteArray("Product Group");
    QTest::newRow("German") << QByteArray("Land") << QByteArray("Produktlinie");
    QTest::newRow("French") << QByteArray("Pays") << QByteArray("Produit");
    QTest::newRow("Spanish") << QByteArray("País") << QByteArray("Línea de producto");
    QTest::newRow("Portuguese") << QByteArray("Região") << QByteArray("Produto");
    QTest::newRow("Italian") << QByteArray("Regione") << QByteArray("Prodotto");
    QTest::newRow("Japanese") << QByteArray("地域") << QByteArray("製品");
    QTest::newRow("Chinese") << QByteArray("地区") << QByteArray("产品");
    QTest::newRow("Russian") << QByteArray("Регион") << QByteArray("Продукт");
    QTest::newRow("Turkish") << QByteArray("Bölge") << QByteArray("Ürün");
    QTest::newRow("Finnish") << QByteArray("Alue") << QByteArray("Tuote");
}

void TestRegionsAndProducts::bothAreRecognised()
{
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, product);
    const MadeImport made = madeImport("Deal ID,Stage," + product + ',' + region
                                       + "\n1,Won,Cell,North\n2,Lost,Arm,South\n3,Won,Arm,North\n");
    const ImportMapping &mapping = made.suggestion.mapping;
    QCOMPARE(mapping.columns.value(QString::fromUtf8(region)), ColumnRole::Segment);
    QCOMPARE(mapping.columns.value(QString::fromUtf8(product)), ColumnRole::Product);
    QCOMPARE(made.deals.at(1).segment, u"South"_s);
    QCOMPARE(made.deals.at(1).product, u"Arm"_s);
    QVERIFY(leftOut(made).isEmpty());
    const auto again = ImportMapping::fromJson(mapping.toJson());
    QVERIFY(again.ok());
    QCOMPARE(*again, mapping);
}

void TestRegionsAndProducts::aThirdColumnIsNamedAsLeftOut()
{
    const auto leftOutOf = [](const QByteArray &head, const CorrectedRoles &corrected = {}) {
        ImportContext context = usualContext();
        context.correctedColumns = corrected;
        return leftOut(
            madeImport("Deal ID,Stage," + head + "\n1,Won,Cell,North\n2,Lost,Arm,South\n", context));
    };
    QVERIFY(leftOutOf("Region,Country")
                .startsWith(u"“Country” was left out: a deal is of one region, which “Region”"_s));
    QVERIFY(leftOutOf("Product,Product Line")
                .startsWith(u"“Product Line” was left out: a deal is of one product, which “Product”"_s));
    QVERIFY(leftOutOf("Product,Region", {{u"Product"_s, std::nullopt}})
                .startsWith(u"“Product” was left out. To take it as “Product”"_s));
    QVERIFY(leftOutOf("Product,Region").isEmpty());
}

void TestRegionsAndProducts::changesByEachAddUpToTheWhole()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), twoQuarters).ok());
    const QList<Stage> stages = readStages(workbook.document());
    const auto deals = summaryOfDeals(workbook.document(), stages, Grain::Quarter);
    const auto funnels = readFunnel(workbook.document()).funnels(*deals, Grain::Quarter, CountedBy::Event);
    const auto funnelOf = [&funnels](const QString &key) {
        for (const FunnelFigures &funnel : funnels)
            if (funnel.period == Period::fromKey(key))
                return funnel;
        return FunnelFigures();
    };
    const auto changes = [&](SegmentKind kind) {
        QMap<QString, qint64> parts;
        const auto changed = changeBySegment(workbook.document(), stages, kind, funnelOf(u"2026-Q1"_s),
                                             funnelOf(u"2026-Q2"_s));
        for (const ChangeBySegment::Part &part : changed->parts)
            parts.insert(part.name, part.changed.after.minor - part.changed.before.minor);
        parts.insert(u"rest"_s, changed->rest.minor);
        parts.insert(u"whole"_s, changed->whole.after.minor - changed->whole.before.minor);
        return parts;
    };
    using Parts = QMap<QString, qint64>;
    QCOMPARE(changes(SegmentKind::Region),
             (Parts{{u"North"_s, 75'000}, {u"South"_s, 25'000}, {u"rest"_s, 0}, {u"whole"_s, 100'000}}));
    QCOMPARE(changes(SegmentKind::Product),
             (Parts{{u"Cloud"_s, 125'000}, {u"Edge"_s, -25'000}, {u"rest"_s, 0}, {u"whole"_s, 100'000}}));
}

void TestRegionsAndProducts::eachIsCutFromTheDeals()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), twoQuarters + "8,Lead,2026-04-08,,90,Edge,Cloud,Fair\n").ok());
    const QList<Stage> stages = readStages(workbook.document());
    const CutChoices choices = cutChoices(workbook.document(), stages);
    QCOMPARE(choices.regions, (QStringList{u"Edge"_s, u"North"_s, u"South"_s}));
    QCOMPARE(choices.products, (QStringList{u"Cloud"_s, u"Edge"_s})); // one of them is also a region
    QCOMPARE(cutsToType(workbook.document(), stages),
             (QList<FunnelCut>{{.segment = u"Cloud"_s},
                               {.segment = u"Edge"_s},
                               {.segment = u"North"_s},
                               {.segment = u"South"_s},
                               {.source = u"Fair"_s},
                               {.source = u"Web"_s}}));
    const auto check = [&workbook] {
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"South"_s}), 4);
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"CLOUD"_s}), 5); // in whatever spelling
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"Edge"_s}), 1); // a region before it is a product
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"Cloud"_s, .source = u"Fair"_s}), 3);
        QCOMPARE(rowsOf(workbook.document(), {.product = u"Edge"_s}), 3);
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"South"_s, .product = u"cloud"_s}), 2);
        QCOMPARE(
            rowsOf(workbook.document(), {.segment = u"South"_s, .source = u"Web"_s, .product = u"Cloud"_s}),
            1);
        QCOMPARE(rowsOf(workbook.document(), {.segment = u"Nowhere"_s}), 0);
        QCOMPARE(rowsOf(workbook.document(), {.product = u"Nowhere"_s}), 0);
    };
    check();
    workbook.document().database().execute(u"DELETE FROM funnel_counts"_s);
    check();
}

// Of one that a worksheet names too; a name that a region has as well stays the region's.
void TestRegionsAndProducts::sourcesAreTypedToo()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, twoQuarters).ok());
    shareOut(document, u"source"_s, u"Referral"_s);
    shareOut(document, u"source"_s, u"north"_s);
    const QList<Stage> stages = readStages(document);
    QVERIFY(
        document
            .edit(u"Type"_s,
                  [&stages](const Database &database) {
                      for (const QString &name : {u"Webinar"_s, u"referral"_s, u"North"_s})
                          database.execute(
                              u"INSERT INTO funnel_number (position, stage, grain, period_start, segment, "
                              "amount) VALUES (1, ?, 'quarter', '2026-01-01', ?, 40)"_s,
                              {stages.first().id, name});
                      database.execute(
                          u"INSERT INTO funnel_source (position, source) VALUES (1, 'Webinar')"_s);
                  })
            .ok());
    const CutChoices choices = cutChoices(document, stages);
    QCOMPARE(choices.regions, (QStringList{u"North"_s, u"South"_s}));
    QCOMPARE(choices.sources, (QStringList{u"Fair"_s, u"referral"_s, u"Web"_s, u"Webinar"_s}));
    const QList<FunnelCut> cuts = cutsToType(document, stages);
    QVERIFY(cuts.contains(FunnelCut{.source = u"Webinar"_s}));
    QVERIFY(cuts.contains(FunnelCut{.segment = u"North"_s}));
    QVERIFY(!cuts.contains(FunnelCut{.source = u"north"_s}));
    QVERIFY(namesOf(document, SegmentKind::Source).contains(u"Webinar"_s));
    QVERIFY(!namesOf(document, SegmentKind::Region).contains(u"Webinar"_s));
}

void TestRegionsAndProducts::keptPartsAreThoseOfTheDeals()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const QList<Stage> stages = readStages(document);
    const auto parts = [&] {
        QJsonObject json;
        for (const DealsBy by : allDealsBy) {
            const auto named = partsOfDeals(document, stages, by);
            const QList<DealSummary> summaries = summariesOf(*named, stages, Grain::Month);
            for (size_t i = 0; i < named->parts().size(); ++i)
                if (const QString key = DealParts::keyOf(named->parts()[i].name); !key.isEmpty())
                    json.insert(dealsByKey(by) + key, dealsToJson(summaries.at(qsizetype(i))));
        }
        return json;
    };
    // The second begins to name products, and names one of a deal that named none.
    QVERIFY(importInto(document,
                       "Deal ID,Stage,Created,Amount,Region\n1,Lead,2026-01-05,10,North\n"
                       "2,Lead,2026-01-05,10,South\n3,Lead,2026-01-05,10,\n")
                .ok());
    for (const QByteArray &csv : {twoQuarters, QByteArray("Deal ID,Stage,Product\n2,Won,\n3,Lost,Cloud\n")}) {
        QVERIFY(importInto(document, csv).ok());
        const QJsonObject kept = parts();
        QVERIFY(kept.contains(u"productcloud"_s));
        document.database().execute(u"UPDATE funnel_counts SET imports = '-' || imports"_s);
        QCOMPARE(kept, parts());
        document.database().execute(u"UPDATE funnel_counts SET imports = substr(imports, 2)"_s);
    }
    QCOMPARE(rowsOf(document, {.segment = u"Cloud"_s}), 4);
    QCOMPARE(rowsOf(document, {.segment = u"Edge"_s}), 2);
}

void TestRegionsAndProducts::nothingIsAddedUpByWhatNoDealNames()
{
    const auto dealOf = [](const QString &region, const QString &product) {
        Deal deal;
        deal.segment = region;
        deal.product = product;
        return deal;
    };
    DealSums sums;
    sums.add(dealOf({}, {}), 1);
    QVERIFY(sums.parts(DealsBy::Segment).isEmpty());
    sums.add(dealOf(u"North"_s, {}), 1);
    QVERIFY(sums.parts(DealsBy::Product).isEmpty());
    DealSums others;
    others.add(dealOf({}, u"Cloud"_s), 1);
    others.add(dealOf({}, {}), 1);
    sums.add(others);
    sums.add(dealOf(u"North"_s, u"Edge"_s), 1);
    QCOMPARE(sums.all().rows(), 5);
    const auto rows = [&sums](DealsBy by) {
        QMap<QString, qint64> counts;
        for (const DealParts::Part &part : sums.parts(by).parts())
            counts[part.name] += part.counts.rows();
        return counts;
    };
    using Rows = QMap<QString, qint64>;
    QCOMPARE(rows(DealsBy::Segment), (Rows{{{}, 3}, {u"North"_s, 2}}));
    QCOMPARE(rows(DealsBy::Product), (Rows{{{}, 3}, {u"Cloud"_s, 1}, {u"Edge"_s, 1}}));
    QVERIFY(sums.parts(DealsBy::Source).isEmpty());
}

void TestRegionsAndProducts::spellingsOfProductsAreFound()
{
    const MadeImport made
        = madeImport("Deal ID,Stage,Product\n1,Won,Cloud\n2,Won,cloud\n3,Won,Cloud\n4,Won,Edge\n");
    const auto groups = findSpellings(made.profile, made.suggestion.mapping.columns);
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups.first().role, ColumnRole::Product);
    Spellings spellings;
    merge(groups.first(), u"Cloud"_s, spellings);
    QCOMPARE(spellings.value(ColumnRole::Product).value(u"cloud"_s), u"Cloud"_s);
}

void TestRegionsAndProducts::aHistoryTellsOfProducts()
{
    ImportContext context = usualContext();
    context.rows = RowMeaning::StageEntered;
    context.columns = ColumnRoles{{u"Deal ID"_s, ColumnRole::Key},
                                  {u"Stage"_s, ColumnRole::StageEntered},
                                  {u"Date entered"_s, ColumnRole::EnteredOn},
                                  {u"Product"_s, ColumnRole::Product}};
    const MadeImport made = madeImport("Deal ID,Stage,Date entered,Product\n1,Lead,2026-01-05,Cell\n"
                                       "1,SQL,2026-02-06,Arm\n1,Closed Won,2026-03-07,\n",
                                       context);
    QCOMPARE(made.deals.size(), 1);
    QCOMPARE(made.deals.first().product, u"Arm"_s);
}

void TestRegionsAndProducts::fileOfBeforeIsBroughtUpToDate()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), twoQuarters, {{u"Product"_s, std::nullopt}}).ok());
    const QStringList deals = dealsIn(workbook.document());
    const QString content = contentOf(workbook.document());
    QCOMPARE(deals.first(), u"1 North/"_s);
    workbook.close();
    makeOld(workbook.path());

    const Document &document = workbook.reopen();
    QCOMPARE(document.database().pragma(u"user_version"_s).toInt(), Schema().version());
    const QString backup = Document::newestBackup(workbook.path(), workbook.options());
    QVERIFY(!backup.isEmpty());
    QCOMPARE(Database(backup, Database::Access::ReadOnly).pragma(u"user_version"_s).toInt(), 1);
    QCOMPARE(dealsIn(document), deals);
    QCOMPARE(contentOf(document), content);
    QCOMPARE(rowsOf(document, {}), 7);
    QCOMPARE(rowsOf(document, {.segment = u"South"_s}), 4);
    // That no deal names a product is known without reading them all.
    QVERIFY(document.database()
                .scalar(u"SELECT count(*) FROM funnel_counts WHERE part = 'product names'"_s)
                .toInt()
            > 0);
    QVERIFY(namesOf(document, SegmentKind::Product).isEmpty());
    QVERIFY(workbook.document().undo().ok());
    QVERIFY(workbook.document().redo().ok());
    const auto later = importInto(workbook.document(), twoQuarters);
    QVERIFY(later.ok());
    QCOMPARE(later->updated, 7);
    QCOMPARE(rowsOf(document, {.segment = u"Cloud"_s}), 4);
    QCOMPARE(namesOf(document, SegmentKind::Product), (QStringList{u"Cloud"_s, u"Edge"_s}));
    QCOMPARE(rowsOf(document, {}), 7);
}

void TestRegionsAndProducts::fileOfBeforeCanBeReadAlone()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), twoQuarters, {{u"Product"_s, std::nullopt}}).ok());
    const QStringList deals = dealsIn(workbook.document());
    workbook.close();
    makeOld(workbook.path());
    const QByteArray old = bytesOf(workbook.path());
    Document::Options options = workbook.options();
    options.readOnly = true;
    {
        const auto opened = Document::open(workbook.path(), options);
        QVERIFY(opened.ok());
        const Document &document = **opened;
        QCOMPARE(dealsIn(document), deals);
        QCOMPARE(rowsOf(document, {.segment = u"South"_s}), 4);
        QCOMPARE(rowsOf(document, {.segment = u"South"_s, .source = u"Fair"_s}), 2);
        QCOMPARE(rowsOf(document, {.segment = u"Cloud"_s}), 0);
        QCOMPARE(namesOf(document, SegmentKind::Region), (QStringList{u"North"_s, u"South"_s}));
        QVERIFY(namesOf(document, SegmentKind::Product).isEmpty());
    }
    QCOMPARE(bytesOf(workbook.path()), old);
}

void TestRegionsAndProducts::productsThatWereSegmentsStayProducts()
{
    const QByteArray csv = "Deal ID,Stage,Created,Closed,Amount,%\n1,Won,2026-01-05,2026-02-01,10,Arm\n"
                           "2,Won,2026-01-05,2026-02-01,10,Cell\n";
    const auto importAs = [&csv](Document &document, const QByteArray &column) {
        return importInto(document, QByteArray(csv).replace('%', column),
                          {{QString::fromUtf8(column), ColumnRole::Segment}});
    };
    TestWorkbook named;
    QVERIFY(importAs(named.document(), "Product line").ok());
    QCOMPARE(namesOf(named.document(), SegmentKind::Product), (QStringList{u"Arm"_s, u"Cell"_s}));
    QVERIFY(namesOf(named.document(), SegmentKind::Region).isEmpty());
    shareOut(named.document(), u"region"_s, u"arm"_s);
    QCOMPARE(namesOf(named.document(), SegmentKind::Product), QStringList{u"Cell"_s});
    QCOMPARE(namesOf(named.document(), SegmentKind::Region), QStringList{u"arm"_s});

    TestWorkbook shared;
    QVERIFY(importAs(shared.document(), "Kind").ok());
    QVERIFY(namesOf(shared.document(), SegmentKind::Product).isEmpty());
    shareOut(shared.document(), u"product"_s, u"Cell"_s);
    QCOMPARE(namesOf(shared.document(), SegmentKind::Product), QStringList{u"Cell"_s});
    QCOMPARE(namesOf(shared.document(), SegmentKind::Region), QStringList{u"Arm"_s});
    // Beside those that later deals name in a column of their own.
    QVERIFY(importInto(shared.document(),
                       "Deal ID,Stage,Closed,Amount,Product\n3,Won,2026-02-02,5,Chip\n"
                       "4,Won,2026-02-02,5,Cell\n")
                .ok());
    QCOMPARE(namesOf(shared.document(), SegmentKind::Product), (QStringList{u"Cell"_s, u"Chip"_s}));
    const auto products = readSegments(shared.document(), readStages(shared.document()), Grain::Quarter,
                                       SegmentKind::Product);
    const FunnelFigures cell = products->first().in(Period::fromKey(u"2026-Q1"_s));
    QCOMPARE(cell.figures.last().amount, std::optional<qint64>(2));
    // A deal that names its product in both columns is one deal, and none is one without a product.
    QVERIFY(importInto(shared.document(),
                       "Deal ID,Stage,Closed,Amount,Kind,Product\n5,Won,2026-02-03,5,Cell,Cell\n",
                       {{u"Kind"_s, ColumnRole::Segment}})
                .ok());
    qint64 won = 0;
    const auto parts = readSegments(shared.document(), readStages(shared.document()), Grain::Quarter,
                                    SegmentKind::Product);
    for (const auto &part : *parts)
        won += part.in(Period::fromKey(u"2026-Q1"_s)).figures.last().amount.value_or(0);
    QCOMPARE(won, 4); // the first names none
}

void TestRegionsAndProducts::productThatWasTheSegmentIsItNoMore()
{
    TestWorkbook workbook;
    const QByteArray csv = "Deal ID,Stage,Product\n1,Won,Arm\n2,Won,Cell\n";
    QVERIFY(importInto(workbook.document(), csv, {{u"Product"_s, ColumnRole::Segment}}).ok());
    QCOMPARE(dealsIn(workbook.document()), (QStringList{u"1 Arm/"_s, u"2 Cell/"_s}));
    QVERIFY(importInto(workbook.document(), csv).ok());
    QCOMPARE(dealsIn(workbook.document()), (QStringList{u"1 /Arm"_s, u"2 /Cell"_s}));
    // What a table has no column for stays.
    QVERIFY(importInto(workbook.document(), "Deal ID,Stage,Region\n1,Won,North\n").ok());
    QVERIFY(importInto(workbook.document(), "Deal ID,Stage,Product\n1,Won,Chip\n").ok());
    QVERIFY(importInto(workbook.document(), "Deal ID,Stage\n1,Lost\n").ok());
    QCOMPARE(dealsIn(workbook.document()), (QStringList{u"1 North/Chip"_s, u"2 /Cell"_s}));
}

QTEST_GUILESS_MAIN(TestRegionsAndProducts)
#include "tst_regions_and_products.moc"
