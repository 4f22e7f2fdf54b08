#pragma once

#include <QWidget>

class QListWidget;
class QListWidgetItem;
class Settings;

// What is seen while no workbook is open: make a new one, open one, go on with a recent one. A workbook file
// can be dropped on it.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(Settings &settings, QWidget *parent = nullptr);

    void refresh(); // looks again which recent files are there

Q_SIGNALS:
    void newRequested(const QString &starter); // "blank" or "example"
    void openRequested();
    void fileChosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void putInTheMiddle(QWidget *content);
    QWidget *makeStarters();
    QLayout *makeOpenRow();
    QWidget *makeStarter(const QString &starter, const QString &icon, const QString &title,
                         const QString &text);
    QWidget *makeRecent();
    void activate(QListWidgetItem *item);
    void removeMissing();

    Settings &m_settings;
    QWidget *m_recentBox = nullptr;
    QListWidget *m_recent = nullptr;
    QWidget *m_forget = nullptr;
};
