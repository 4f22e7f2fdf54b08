#include "widgets/shell/translation.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace {

const QString folder = u":/translations"_s;
const QString prefix = u"smarketing-workbook"_s;
const QString pseudo = u"xx"_s;

void install(QTranslator &translator, bool loaded)
{
    if (loaded)
        QCoreApplication::installTranslator(&translator);
}

} // namespace

Translation::Translation(const QString &chosen)
{
    const QString code = qEnvironmentVariable("SMARKETING_LANGUAGE", chosen);
    install(m_plurals, m_plurals.load(prefix + u"_en"_s, folder));
    if (code.startsWith(pseudo)) {
        install(m_texts, m_texts.load(prefix + u'_' + pseudo, folder));
        const bool mirrored = code.endsWith(u"-RTL"_s);
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        return;
    }
    // The user's own country stays where the language is the same: German in Switzerland.
    if (!code.isEmpty() && QLocale(code).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(code));
    const QLocale locale;
    const bool translated = m_texts.load(locale, prefix, u"_"_s, folder);
    install(m_texts, translated);
    // Qt's own texts only in a language that ours are in too: a window speaks one.
    if (translated)
        install(m_qt,
                m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    QGuiApplication::setLayoutDirection(translated ? locale.textDirection() : Qt::LeftToRight);
}

QStringList Translation::languages()
{
    QStringList codes;
    for (const QString &file : QDir(folder).entryList({prefix + u"_*.qm"_s})) {
        const QString code = file.sliced(prefix.size() + 1).chopped(3);
        if (code != pseudo)
            codes.append(code);
    }
    return codes;
}

QString Translation::languageOfTexts(const QLocale &locale)
{
    const QString language = QLocale::languageToCode(locale.language());
    const bool isThere = languages().contains(language) || languages().contains(locale.name());
    return isThere ? locale.bcp47Name() : u"en"_s;
}
