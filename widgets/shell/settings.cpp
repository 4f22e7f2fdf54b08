#include "widgets/shell/settings.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// Without an organisation, QSettings would have no place of its own.
QString defaultFile()
{
    const QSettings own(QSettings::IniFormat, QSettings::UserScope, u"smarketing-workbook"_s, u"settings"_s);
    return own.fileName();
}
} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat)
{
}

void Settings::write(const QString &key, const QVariant &value)
{
    if (m_store.value(key) == value)
        return;
    m_store.setValue(key, value);
    Q_EMIT changed();
}

QString Settings::language() const
{
    return m_store.value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    write(u"language"_s, language);
}

ThemeMode Settings::theme() const
{
    const QString kept = m_store.value(u"theme"_s).toString();
    return kept == u"light"_s ? ThemeMode::Light : kept == u"dark"_s ? ThemeMode::Dark : ThemeMode::System;
}

void Settings::setTheme(ThemeMode theme)
{
    write(u"theme"_s,
          theme == ThemeMode::Light      ? u"light"_s
              : theme == ThemeMode::Dark ? u"dark"_s
                                         : u"system"_s);
}

int Settings::zoom() const
{
    return std::clamp(m_store.value(u"zoom"_s, 100).toInt(), Appearance::minimumZoom,
                      Appearance::maximumZoom);
}

void Settings::setZoom(int percent)
{
    write(u"zoom"_s, std::clamp(percent, Appearance::minimumZoom, Appearance::maximumZoom));
}

QString Settings::name() const
{
    return m_store.value(u"name"_s).toString();
}

void Settings::setName(const QString &name)
{
    write(u"name"_s, name.trimmed());
}

bool Settings::nameDeclined() const
{
    return m_store.value(u"nameDeclined"_s, false).toBool();
}

void Settings::setNameDeclined(bool declined)
{
    write(u"nameDeclined"_s, declined);
}

bool Settings::guideShown() const
{
    return m_store.value(u"guideShown"_s, true).toBool();
}

void Settings::setGuideShown(bool shown)
{
    write(u"guideShown"_s, shown);
}

QByteArray Settings::geometry() const
{
    return m_store.value(u"geometry"_s).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    write(u"geometry"_s, geometry);
}

bool Settings::funnelByValue() const
{
    return m_store.value(u"funnelByValue"_s).toBool();
}

void Settings::setFunnelByValue(bool on)
{
    write(u"funnelByValue"_s, on);
}

bool Settings::funnelToScale() const
{
    return m_store.value(u"funnelToScale"_s).toBool();
}

void Settings::setFunnelToScale(bool on)
{
    write(u"funnelToScale"_s, on);
}

bool Settings::funnelByEntry() const
{
    return m_store.value(u"funnelByEntry"_s).toBool();
}

void Settings::setFunnelByEntry(bool on)
{
    write(u"funnelByEntry"_s, on);
}

QStringList Settings::reportLeftOut(const QString &workbook) const
{
    return m_store.value(u"reportLeftOut"_s).toMap().value(workbook).toStringList();
}

void Settings::setReportLeftOut(const QString &workbook, const QStringList &sections)
{
    QVariantMap all = m_store.value(u"reportLeftOut"_s).toMap();
    const QStringList recent = recentFiles();
    all.removeIf([&](const QVariantMap::iterator &of) { return !recent.contains(of.key()); });
    if (sections.isEmpty())
        all.remove(workbook);
    else
        all.insert(workbook, sections);
    write(u"reportLeftOut"_s, all);
}

bool Settings::reportOnLetter() const
{
    const bool usual = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return m_store.value(u"reportOnLetter"_s, usual).toBool();
}

void Settings::setReportOnLetter(bool letter)
{
    write(u"reportOnLetter"_s, letter);
}

bool Settings::reportBlankForms() const
{
    return m_store.value(u"reportBlankForms"_s).toBool();
}

void Settings::setReportBlankForms(bool print)
{
    write(u"reportBlankForms"_s, print);
}

QStringList Settings::recentFiles() const
{
    return m_store.value(u"recentFiles"_s).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    write(u"recentFiles"_s, files.mid(0, recentFilesKept));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    write(u"recentFiles"_s, files);
}
