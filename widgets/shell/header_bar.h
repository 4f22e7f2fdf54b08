#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;
class TextLabel;

// The top of the window: whose workbook this is, and the few actions always at hand.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setTitle(const QString &client, const QString &title);
    // A button that does and shows what the action does; `label` is shorter than a menu's text.
    void addAction(QAction *action, const QString &label);
    // Icons only, where the window is narrow.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_client;
    TextLabel *m_title;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
    bool m_compact = false;
};
