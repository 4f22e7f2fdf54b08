#pragma once

#include "models/worksheet/field.h"

#include <QWidget>

// A small rounded label: a team's name in its tint, a source, a state. Shortened where there is no room.
class Chip : public QWidget
{
    Q_OBJECT

public:
    enum class Look {
        Tinted, // ground in the team's tint
        Outlined, // a thin border: says less loudly
        Warning, // outlined in the warning colour
    };

    explicit Chip(const QString &text, Team team = Team::None, QWidget *parent = nullptr);
    Chip(const QString &text, Look look, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setLook(Look look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // The same picture for delegates. `rect` is filled in height, the chip is as wide as its text allows.
    static QSize sizeOf(const QString &text, const QFontMetrics &metrics);
    static void paint(QPainter *painter, const QRect &rect, const QString &text, Team team, Look look,
                      const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Team m_team = Team::None;
    Look m_look = Look::Tinted;
};
