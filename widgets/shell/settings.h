#pragma once

#include "widgets/shell/appearance.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

// What the user has chosen, kept between runs: typed keys with defaults. Passed to whoever needs it.
class Settings : public QObject
{
    Q_OBJECT

public:
    // Empty: the user's own settings file.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    QString language() const; // "de"; empty: the system's
    void setLanguage(const QString &language);
    ThemeMode theme() const;
    void setTheme(ThemeMode theme);
    int zoom() const; // per cent, within Appearance's limits
    void setZoom(int percent);
    QString name() const; // noted beside each change; empty: not asked yet
    void setName(const QString &name);
    bool nameDeclined() const; // asked for, and not given
    void setNameDeclined(bool declined);
    bool guideShown() const;
    void setGuideShown(bool shown);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    bool funnelByValue() const; // rather than by count
    void setFunnelByValue(bool on);
    bool funnelToScale() const; // rather than with logarithmic widths
    void setFunnelToScale(bool on);
    bool funnelByEntry() const; // deals by the period they began in, rather than by that of each event
    void setFunnelByEntry(bool on);

    // Pages of a workbook that are not exported, as keys of sections; for as long as it is a recent file.
    QStringList reportLeftOut(const QString &workbook) const;
    void setReportLeftOut(const QString &workbook, const QStringList &sections);
    bool reportOnLetter() const; // rather than on A4; by default as usual in the country
    void setReportOnLetter(bool letter);
    bool reportBlankForms() const;
    void setReportBlankForms(bool print);

    QStringList recentFiles() const; // newest first
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    static constexpr int recentFilesKept = 10;

Q_SIGNALS:
    void changed();

private:
    void write(const QString &key, const QVariant &value);

    QSettings m_store;
};
