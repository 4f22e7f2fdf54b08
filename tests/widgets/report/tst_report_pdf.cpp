#include "models/overview/dashboard_texts.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"
#include "widgets/controls/picture_file.h"
#include "widgets/report/pdf_writer.h"
#include "widgets/report/report_builder.h"

#include <QFile>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

using namespace Qt::StringLiterals;

// The PDF as a reader sees it: read back by other programs.
class TestReportPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryTextOfTheExample();
    void hasPagesTitleAndLanguage();
    void hasBookmarks();
    void contentsAreLinked();
    void textsAreRealInAllScripts();
    void declarationsAreReadBack_data();
    void declarationsAreReadBack();
    void naughtyTextsDoNoHarm();
    void longTablesAreCompleteWithHeads();
    void tallRowsBreakAcrossPages();
    void signaturesStandInIt();
    void picturesAreOnTheCover();
    void onePictureStandsInItOnce();
    void sectionsCanBeChosen();
    void dashboardStandsInIt();
    void changeIsTakenApartByParts();
    void changesByRegionAndByProductStandBesideEachOther();
    void cancelLeavesTheOldFile();
    void cancelIsAnsweredWithinAChapter();
    void cancelIsAnsweredWhileTheWorkbookIsRead();
    void unwritablePlaceIsSaid();

private:
    Report report(TestWorkbook &workbook, const ReportOptions &options = {});
    QString write(TestWorkbook &workbook, const Report &report, QPageSize::PageSizeId paper = QPageSize::A4);
    static QString run(const QString &program, const QStringList &arguments);
    // Text of each page in the order it is painted in, without blanks.
    static QStringList pages(const QString &path);
    static QString squeezed(QString text);
    static QString letters(const QString &text);
    static Report withBlocks(const QList<ReportBlock> &blocks);

    TestWorkbook m_example{u"example"_s};
};

Report TestReportPdf::report(TestWorkbook &workbook, const ReportOptions &options)
{
    return ReportBuilder(workbook.document(), workbook.catalogue(), options).build();
}

QString TestReportPdf::write(TestWorkbook &workbook, const Report &report, QPageSize::PageSizeId paper)
{
    const QString path = workbook.filePath(u"report.pdf"_s);
    const auto written = writePdf(report, paper, path);
    return written ? path : QString();
}

QString TestReportPdf::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), qPrintable(process.errorString()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestReportPdf::squeezed(QString text)
{
    static const QRegularExpression blanks(u"[\\s\\x{ad}]+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(blanks);
}

QStringList TestReportPdf::pages(const QString &path)
{
    QStringList result;
    for (const QString &page :
         run(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}).split(u'\f', Qt::SkipEmptyParts))
        result.append(squeezed(page));
    return result;
}

Report TestReportPdf::withBlocks(const QList<ReportBlock> &blocks)
{
    Report result;
    result.contentsTitle = u"Contents"_s;
    result.sections.append({QList<ReportBlock>{HeadingBlock{1, u"Section"_s}} + blocks});
    return result;
}

void TestReportPdf::holdsEveryTextOfTheExample()
{
    const Report made = report(m_example);
    const QString path = write(m_example, made);
    QVERIFY(!path.isEmpty());
    // Texts may go on on the next page: leave out what stands between.
    static const QRegularExpression pageNumber(u"\\d+$"_s);
    QString text;
    for (QString page : pages(path))
        text += page.remove(pageNumber).remove(squeezed(made.footer));

    int found = 0;
    for (const Sheet *sheet : m_example.catalogue().sheets()) {
        const SheetModel model(m_example.document(), m_example.catalogue(), *sheet);
        for (int row = 0; row < model.rowCount(); ++row)
            for (const Field &field : sheet->fields) {
                if (field.kind == FieldKind::Date || field.kind == FieldKind::Picture
                    || sheet->table == u"funnel_number")
                    continue;
                const QString value
                    = model.index(row, model.columnOf(field.key)).data(Qt::DisplayRole).toString();
                QVERIFY2(text.contains(squeezed(value)),
                         qPrintable(sheet->table + u'.' + field.key + u": "_s + value));
                found += value.isEmpty() ? 0 : 1;
            }
    }
    QVERIFY(found > 1000);
    for (const QVariantMap &row : m_example.document().rows(u"funnel_number"_s))
        QVERIFY(text.contains(squeezed(QLocale().toString(row.value(u"amount"_s).toLongLong()))));
}

void TestReportPdf::hasPagesTitleAndLanguage()
{
    for (const auto paper : {QPageSize::A4, QPageSize::Letter}) {
        ReportOptions options;
        options.paper = paper;
        options.locale = QLocale(QLocale::German, QLocale::Austria);
        const Report made = report(m_example, options);
        const auto laidOut = layOutReport(made, paper);
        QVERIFY(laidOut);
        const QString path = write(m_example, made, paper);
        const QString info = run(u"pdfinfo"_s, {path});
        QVERIFY(info.contains(u"Pages:           %1\n"_s.arg(laidOut->pages.size())));
        QVERIFY(
            info.contains(paper == QPageSize::A4 ? u"595 x 842 pts (A4)"_s : u"612 x 792 pts (letter)"_s));
        QVERIFY(info.contains(u"Title:           "_s + made.title));
        QVERIFY(info.contains(u"Author:          "_s + made.author));
        QVERIFY(!made.title.isEmpty() && !made.author.isEmpty());

        QPDF pdf;
        pdf.processFile(path.toLocal8Bit().constData());
        QCOMPARE(pdf.getRoot().getKey("/Lang").getUTF8Value(),
                 std::string("en")); // there are no texts in German
        QVERIFY(pdf.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
        QPDFPageLabelDocumentHelper labels(pdf);
        QCOMPARE(labels.getLabelForPage(0).getKey("/P").getUTF8Value(), std::string("Cover"));
        QCOMPARE(labels.getLabelForPage(4).getKey("/St").getIntValue(), 5LL);
        // Every font is in the file.
        const QStringList fonts = run(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts)
            QVERIFY2(font.contains(QRegularExpression(u"yes (yes|no) +yes"_s)), qPrintable(font));
    }
}

static QStringList titlesOf(QPDFObjectHandle item, int depth)
{
    QStringList titles;
    for (; item.isDictionary(); item = item.getKey("/Next")) {
        titles.append(QString(depth, u' ') + QString::fromStdString(item.getKey("/Title").getUTF8Value()));
        titles += titlesOf(item.getKey("/First"), depth + 1);
    }
    return titles;
}

void TestReportPdf::hasBookmarks()
{
    const Report made = report(m_example);
    QPDF pdf;
    pdf.processFile(write(m_example, made).toLocal8Bit().constData());
    const QStringList titles = titlesOf(pdf.getRoot().getKey("/Outlines").getKey("/First"), 0);
    QStringList expected{made.contentsTitle};
    const auto laidOut = layOutReport(made, QPageSize::A4);
    QVERIFY(laidOut);
    for (const HeadingPlace &heading : laidOut->headings)
        expected.append(QString(heading.level - 1, u' ') + heading.text);
    QCOMPARE(titles, expected);
    for (const TabDescription &tab : m_example.catalogue().tabs())
        QVERIFY(!titles.filter(tab.label).isEmpty());
}

void TestReportPdf::contentsAreLinked()
{
    const QString path = write(m_example, report(m_example));
    QPDF pdf;
    pdf.processFile(path.toLocal8Bit().constData());
    std::vector<QPDFObjectHandle> allPages = pdf.getAllPages();
    const QStringList texts = pages(path);
    int links = 0;
    for (QPDFObjectHandle annotation : allPages.at(1).getKey("/Annots").getArrayAsVector()) {
        QPDFObjectHandle target = annotation.getKey("/Dest").getArrayItem(0);
        const auto page = std::find_if(allPages.begin(), allPages.end(), [&](QPDFObjectHandle each) {
            return each.getObjGen() == target.getObjGen();
        });
        QVERIFY(page != allPages.end());
        const QString heading = QString::fromStdString(annotation.getKey("/Contents").getUTF8Value());
        const auto number = page - allPages.begin();
        QVERIFY2(texts.at(number).contains(squeezed(heading)), qPrintable(heading));
        // The number that is printed beside it.
        QVERIFY2(texts.at(1).contains(squeezed(heading) + QString::number(number + 1)), qPrintable(heading));
        ++links;
    }
    QVERIFY(links > 30);
}

void TestReportPdf::textsAreRealInAllScripts()
{
    QStringList texts{u"Efficient office fluff, first"_s, u"Größe, Ærø, Łódź, Ğ"_s, u"Ωμέγα Доверие"_s};
    // Only what this machine has a font for can be printed.
    if (!QFontDatabase::families(QFontDatabase::Japanese).isEmpty())
        texts.append(u"日本語の文章"_s);
    if (!QFontDatabase::families(QFontDatabase::Thai).isEmpty())
        texts.append(u"ไทย"_s);
    QList<ReportBlock> blocks;
    for (const QString &text : texts)
        blocks.append(ParagraphBlock{text});
    const QString all = pages(write(m_example, withBlocks(blocks))).join(QString());
    for (const QString &text : texts)
        QVERIFY2(all.contains(squeezed(text)), qPrintable(text));
}

void TestReportPdf::declarationsAreReadBack_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QFontDatabase::WritingSystem>("script");
    QTest::newRow("German") << u"de"_s << QFontDatabase::Latin;
    QTest::newRow("Arabic") << u"ar"_s << QFontDatabase::Arabic;
    QTest::newRow("Chinese") << u"zh-Hans"_s << QFontDatabase::SimplifiedChinese;
    QTest::newRow("Hindi") << u"hi"_s << QFontDatabase::Devanagari;
}

// Letters as they are typed: joined shapes and signs of direction are the paper's; marks above and below
// letters come back in another order.
QString TestReportPdf::letters(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC))
        if (c.category() != QChar::Mark_NonSpacing && c.category() != QChar::Other_Format)
            result += c;
    return result;
}

void TestReportPdf::declarationsAreReadBack()
{
    QFETCH(QString, language);
    QFETCH(QFontDatabase::WritingSystem, script);
    QFile file(sharedData() + u"/i18n/udhr/"_s + language + u".txt"_s);
    if (sharedData().isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("SMARKETING_SHARED_DATA has no declaration in this language");
    if (QFontDatabase::families(script).isEmpty())
        QSKIP("There is no font for this script");
    const QString text = QString::fromUtf8(file.readAll());
    QList<ReportBlock> blocks;
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts))
        blocks.append(ParagraphBlock{paragraph});
    const QString all = letters(pages(write(m_example, withBlocks(blocks))).join(QString()));
    QStringList missing;
    for (const QString &word : letters(text).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts))
        if (!all.contains(squeezed(word)))
            missing.append(word);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.mid(0, 20).join(u' ')));
}

void TestReportPdf::naughtyTextsDoNoHarm()
{
    QFile file(sharedData() + u"/i18n/blns-npm-1.0.0.json"_s);
    if (sharedData().isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("SMARKETING_SHARED_DATA has no naughty strings");
    static const QRegularExpression plain(u"^[\\x21-\\x7e]+$"_s);
    TableBlock table;
    table.columns = {{.label = u"Headword"_s}, {.label = u"Remark"_s}};
    for (const QJsonValue &text : QJsonDocument::fromJson(file.readAll()).array())
        table.rows.append({text.toString(), text.toString().repeated(3)});
    QVERIFY(table.rows.size() > 400);
    const QString path = write(m_example, withBlocks({table}));
    const QString all = pages(path).join(QString());
    for (const QStringList &row : table.rows)
        if (row.first().contains(plain))
            QVERIFY2(all.contains(row.first()), qPrintable(row.first()));
    QVERIFY(run(u"qpdf"_s, {u"--check"_s, path}).contains(u"No syntax or stream encoding errors"_s));
}

void TestReportPdf::longTablesAreCompleteWithHeads()
{
    TableBlock table;
    table.columns
        = {{.label = u"Headword"_s}, {.label = u"Figure"_s, .figures = true}, {.label = u"Remark"_s}};
    for (int i = 0; i < 500; ++i)
        table.rows.append(
            {u"row<%1>"_s.arg(i), QString::number(i * 7),
             u"a remark that is long enough to need two lines in the end, as real ones do "_s.repeated(i
                                                                                                       % 5)});
    const QStringList texts = pages(write(m_example, withBlocks({table})));
    const QString all = texts.join(QString());
    for (int i = 0; i < 500; ++i)
        QCOMPARE(all.count(u"row<%1>%2"_s.arg(i).arg(i * 7)), 1);
    int tablePages = 0;
    for (const QString &text : texts.mid(2)) {
        QCOMPARE(text.count(u"HeadwordFigureRemark"_s), 1);
        ++tablePages;
    }
    QVERIFY(tablePages > 10);
}

void TestReportPdf::tallRowsBreakAcrossPages()
{
    QString tall;
    for (int i = 0; i < 3000; ++i)
        tall += u"w%1 "_s.arg(i);
    TableBlock table;
    table.columns = {{.label = u"Headword"_s}, {.label = u"Remark"_s}};
    table.rows = {{u"short"_s, u"x"_s}, {QString(400, u'M'), tall}};
    table.sideBySide = true;
    FieldsBlock fields{.fields = {{.label = u"Label"_s, .text = tall}}};
    for (const ReportBlock &block :
         {ReportBlock(table), ReportBlock(fields), ReportBlock(ParagraphBlock{tall})}) {
        QString all;
        for (const QString &page : pages(write(m_example, withBlocks({block}))).mid(1))
            all += page;
        for (int i = 0; i < 3000; ++i)
            QVERIFY2(all.contains(u"w%1"_s.arg(i)), qPrintable(QString::number(i)));
    }
}

void TestReportPdf::signaturesStandInIt()
{
    TestWorkbook workbook(u"example"_s);
    const TabDescription &tab = workbook.catalogue().tab(Tab::Crm);
    Signatures signatures(workbook.document(), workbook.catalogue());
    QVERIFY(signatures.sign(SignedSubject::tab(tab), Team::Sales, u"Joana Prieto"_s, QDate(2026, 11, 20)));
    QString text = pages(write(workbook, report(workbook))).join(QString());
    QVERIFY(text.contains(u"Sales:signedbyJoanaPrietoon20Nov2026"_s));
    QVERIFY(!text.contains(u"on20Nov2026;thetexthaschangedsince"_s));
    QVERIFY(workbook.document().edit(u"Change"_s, [](const Database &database) {
        database.execute(u"UPDATE crm_access SET person = person || ' II'"_s);
    }));
    text = pages(write(workbook, report(workbook))).join(QString());
    QVERIFY(text.contains(u"JoanaPrietoon20Nov2026;thetexthaschangedsince"_s));
}

void TestReportPdf::picturesAreOnTheCover()
{
    TestWorkbook workbook(u"example"_s);
    QFile logo(workbook.filePath(u"logo.png"_s));
    QImage image(300, 100, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(logo.fileName()));
    QVERIFY(logo.open(QIODevice::ReadOnly));
    const QByteArray bytes = logo.readAll();
    QVERIFY(workbook.document().edit(u"Logo"_s, [&](const Database &database) {
        const QString hash = Document::addAttachment(database, bytes);
        database.execute(u"UPDATE overview_workbook SET client_logo = ?, consultancy_logo = ?"_s,
                         {hash, hash});
    }));
    const QString path = write(workbook, report(workbook));
    QVERIFY(run(u"pdfimages"_s, {u"-list"_s, u"-l"_s, u"1"_s, path}).count(u"image"_s) >= 2);
}

// However many rows show it; and no finer than paper does.
void TestReportPdf::onePictureStandsInItOnce()
{
    TestWorkbook workbook(u"example"_s);
    QImage face(1200, 1600, QImage::Format_RGB32);
    face.fill(Qt::darkCyan);
    const auto bytes = PictureFile::fromImage(face);
    QVERIFY(bytes);
    QVERIFY(workbook.document().edit(u"Portraits"_s, [&](const Database &database) {
        database.execute(u"UPDATE story_persona SET picture = ?"_s,
                         {Document::addAttachment(database, *bytes)});
    }));
    const auto personas = workbook.document().rows(u"story_persona"_s).size();
    QVERIFY(personas > 1);
    const QString path = write(workbook, report(workbook, {.sections = {u"story/personas"_s}}));
    const QStringList images
        = run(u"pdfimages"_s, {u"-list"_s, u"-f"_s, u"2"_s, path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QCOMPARE(images.size(), personas);
    QSet<QString> objects;
    for (const QString &image : images) {
        const QStringList columns = image.simplified().split(u' ');
        objects.insert(columns.value(10)); // its object
        QVERIFY2(columns.value(3).toInt() < 600 && columns.value(3).toInt() > 200, qPrintable(image));
    }
    QCOMPARE(objects.size(), 1);
}

void TestReportPdf::sectionsCanBeChosen()
{
    ReportOptions options;
    options.sections = {u"feedback"_s, u"story/personas"_s};
    const QString text = pages(write(m_example, report(m_example, options))).mid(2).join(QString());
    QVERIFY(text.contains(squeezed(u"3 Feedback loop"_s)));
    QVERIFY(text.contains(squeezed(u"1 Shared story"_s)));
    QVERIFY(text.contains(u"1.1Personas"_s));
    QVERIFY(!text.contains(u"Baselinestory"_s));
    QVERIFY(!text.contains(squeezed(u"4 Split funnel"_s)));
}

void TestReportPdf::dashboardStandsInIt()
{
    const QString text
        = pages(write(m_example, report(m_example, {.sections = {u"overview/dashboard"_s}}))).join(QString());
    const Dashboard dashboard
        = dashboardOf(m_example.document(), m_example.catalogue(), QDate::currentDate());
    QVERIFY(dashboard.alignment.score);
    QVERIFY(text.contains(squeezed(DashboardTexts::alignment(dashboard, QLocale()))));
    for (const Headlines::Figure &figure : dashboard.headlines.figures)
        QVERIFY2(text.contains(squeezed(figure.name)) && text.contains(squeezed(figure.now)),
                 qPrintable(figure.name));
    for (const Dashboard::TabLine &line : dashboard.tabs)
        QVERIFY(text.contains(squeezed(DashboardTexts::signOff(line.progress))));
    for (const Dashboard::Win &win : dashboard.recentWins)
        QVERIFY(text.contains(squeezed(win.name)));
    QVERIFY(text.contains(squeezed(dashboard.actions.first().what)));
}

void TestReportPdf::changeIsTakenApartByParts()
{
    const Report changes = report(m_example, {.sections = {u"funnel/changes"_s}});
    int tables = 0;
    for (const ReportSection &section : changes.sections)
        for (const ReportBlock &block : section.blocks) {
            const auto *table = std::get_if<TableBlock>(&block);
            if (!table || table->columns.first().label != u"Segment"_s)
                continue;
            ++tables;
            QVERIFY(table->rows.size() > 2);
            QCOMPARE(table->rows.last().first(), u"Together"_s);
            QVERIFY(table->rows.last().at(2).contains(u"400,000"_s)); // won in the newest quarter
        }
    QVERIFY(tables >= 1);
    const QString text = pages(write(m_example, changes)).join(QString());
    QVERIFY(text.contains(squeezed(u"The same change by parts: Source"_s)));
}

void TestReportPdf::changesByRegionAndByProductStandBesideEachOther()
{
    TestWorkbook workbook(u"blank"_s);
    QVERIFY(
        importInto(workbook.document(),
                   "Deal ID,Stage,Created,Closed,Amount,Region,Product\n"
                   "1,Won,2026-01-05,2026-02-01,100,North,Cell\n2,Won,2026-01-05,2026-05-01,300,South,Arm\n")
            .ok());
    const Report changes = report(workbook, {.sections = {u"funnel/changes"_s}});
    const QString text = pages(write(workbook, changes)).join(QString());
    for (const QString &kind : {u"Region"_s, u"Product"_s})
        QVERIFY(text.contains(squeezed(u"The same change by parts: "_s + kind)));
}

// Thousands of personas stand in one.
void TestReportPdf::cancelIsAnsweredWithinAChapter()
{
    Report made;
    made.sections.append({{HeadingBlock{1, u"Chapter"_s}}});
    for (int i = 0; i < 1000; ++i)
        made.sections.first().blocks.append(ParagraphBlock{u"A paragraph"_s});
    QList<double> told;
    QVERIFY(!layOutReport(made, QPageSize::A4, [&told](double done) {
        told.append(done);
        return done < 0.5;
    }));
    QVERIFY(told.size() > 400);
    QVERIFY(told.last() < 0.51);
}

void TestReportPdf::cancelIsAnsweredWhileTheWorkbookIsRead()
{
    int told = 0;
    const auto stopped = readReport(m_example.path(), {}, [&told](double done) {
        ++told;
        return done < 0.5;
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, Error::Code::Cancelled);
    QVERIFY(told > 10);
    QVERIFY(readReport(m_example.path(), {}, [](double) { return true; }));
}

void TestReportPdf::cancelLeavesTheOldFile()
{
    QFile file(m_example.filePath(u"old.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    const Report made = report(m_example);
    for (const double at : {0.0, 0.3, 0.7, 1.0}) {
        const auto written
            = writePdf(made, QPageSize::A4, file.fileName(), [at](double done) { return done < at; });
        QVERIFY(!written);
        QCOMPARE(written.error().code, Error::Code::Cancelled);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
        file.close();
    }
    double last = 0;
    QVERIFY(writePdf(made, QPageSize::A4, file.fileName(), [&](double done) {
        const bool forward = done >= last;
        last = done;
        return forward;
    }));
    QCOMPARE(last, 1.0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
}

void TestReportPdf::unwritablePlaceIsSaid()
{
    const QString path = m_example.filePath(u"no such folder/report.pdf"_s);
    const auto written = writePdf(withBlocks({}), QPageSize::A4, path);
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(path));
}

QTEST_MAIN(TestReportPdf)
#include "tst_report_pdf.moc"
