#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

// The language the program speaks, for as long as this lives: its texts, Qt's own texts, how numbers and
// dates are written, and the direction of writing. Made once, before the first window.
class Translation
{
public:
    // "de", "pt_BR"; empty: the system's. "xx" is the pseudo-language of the tests, "xx-RTL" the same from
    // right to left. The environment variable SMARKETING_LANGUAGE takes precedence.
    explicit Translation(const QString &chosen);

    static QStringList languages(); // codes of those there are texts for
    // BCP 47, of the texts that people of this locale see.
    static QString languageOfTexts(const QLocale &locale);

private:
    QTranslator
        m_plurals; // of English, the language of the sources; what another language lacks falls back to it
    QTranslator m_qt;
    QTranslator m_texts;
};
