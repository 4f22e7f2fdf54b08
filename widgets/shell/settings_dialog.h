#pragma once

#include <QDialog>

class Settings;

// Language, theme, zoom and name. What is chosen counts at once; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Settings &settings, QWidget *parent = nullptr);

private:
    QWidget *languageBox();
    QWidget *themeBox();
    QWidget *zoomBox();
    QWidget *nameEdit();
    QWidget *withHint(QWidget *control, const QString &hint);

    Settings &m_settings;
};
