#pragma once

#include <QDialog>

class Settings;

struct Language
{
    QString code; // "de"
    QString name; // "Deutsch", in itself
};

// Language, theme, zoom and name. What is chosen counts at once; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Settings &settings, const QList<Language> &languages, QWidget *parent = nullptr);

private:
    QWidget *languageBox(const QList<Language> &languages);
    QWidget *themeBox();
    QWidget *zoomBox();
    QWidget *nameEdit();

    Settings &m_settings;
};
