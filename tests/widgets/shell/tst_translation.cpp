#include "models/worksheet/catalogue.h"
#include "widgets/shell/translation.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;

// Every text of the descriptions can be translated: in the pseudo-language each is marked.
class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyDescriptionIsMarked();
    void placeholdersAndShortcutsStay();
    void writesFromRightToLeft();
    void environmentTakesPrecedence();
    void englishHasPlurals();
    void doesNotOfferThePseudoLanguage();
};

namespace {

bool isMarked(const QString &text)
{
    return text.isEmpty() || (text.startsWith(u'[') && text.endsWith(u"~]"_s));
}

// Texts of a field that a user reads. Short examples may be names, figures or keys, which stay.
QStringList textsOf(const Field &field)
{
    QStringList texts{field.label, field.help, field.group};
    if (field.kind == FieldKind::LongText)
        texts.append(field.example);
    for (const Choice &choice : field.choices)
        texts.append(choice.label);
    return texts;
}

QStringList textsOf(const Sheet &sheet)
{
    QStringList texts{sheet.label, sheet.rowName, sheet.question};
    for (const Field &field : sheet.fields)
        texts.append(textsOf(field));
    return texts;
}

QStringList textsOf(const TabDescription &tab)
{
    QStringList texts{tab.label, tab.question, tab.success};
    for (const Page &page : tab.pages) {
        texts.append(page.label);
        texts.append(page.guide.success);
        texts.append(page.guide.doTogether);
        texts.append(page.guide.worthAsking);
        for (const Sheet &sheet : page.sheets)
            texts.append(textsOf(sheet));
    }
    return texts;
}

QStringList allTexts()
{
    QStringList texts;
    const Catalogue catalogue;
    for (const TabDescription &tab : catalogue.tabs())
        texts.append(textsOf(tab));
    for (const Choice &choice : teams() + factSources())
        texts.append(choice.label);
    return texts;
}

} // namespace

void TestTranslation::init()
{
    qunsetenv("SMARKETING_LANGUAGE");
}

void TestTranslation::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale::c());
}

void TestTranslation::everyDescriptionIsMarked()
{
    const Translation translation(u"xx"_s);
    const QStringList texts = allTexts();
    QVERIFY(texts.size() > 500);

    QStringList unmarked;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(unmarked),
                 [](const QString &text) { return !isMarked(text); });
    QVERIFY2(unmarked.isEmpty(), qPrintable(u"Not translatable: "_s + unmarked.join(u" | "_s)));
}

void TestTranslation::placeholdersAndShortcutsStay()
{
    const QString plain = QCoreApplication::translate("StartPage", "&New…");
    const Translation translation(u"xx"_s);
    QCOMPARE(QCoreApplication::translate("StartPage", "&New…"), u"[&Néŵ… ~~~]"_s);
    QCOMPARE(plain, u"&New…"_s);
    const QString rows = QCoreApplication::translate("SheetModel", "Delete %n row(s) of %1", nullptr, 2);
    QCOMPARE(rows, u"[Đéļéţé 2 ŕöŵ(š) öf %1 ~~~ ~~~ ~~~]"_s);
}

void TestTranslation::writesFromRightToLeft()
{
    const Translation translation(u"xx-RTL"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    QVERIFY(isMarked(teams().constFirst().label));
}

void TestTranslation::environmentTakesPrecedence()
{
    qputenv("SMARKETING_LANGUAGE", "xx");
    const Translation translation(u"en"_s);
    QVERIFY(isMarked(teams().constFirst().label));
}

void TestTranslation::englishHasPlurals()
{
    const Translation translation(u"en"_s);
    QCOMPARE(QCoreApplication::translate("SheetModel", "Delete %n row(s) of %1", nullptr, 1),
             u"Delete 1 row of %1"_s);
    QCOMPARE(QCoreApplication::translate("SheetModel", "Delete %n row(s) of %1", nullptr, 2),
             u"Delete 2 rows of %1"_s);
}

void TestTranslation::doesNotOfferThePseudoLanguage()
{
    QCOMPARE(Translation::languages(), QStringList{u"en"_s});
}

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
