#pragma once

#include "models/worksheet/field.h"

#include <QColor>
#include <QPalette>

class QFontMetrics;
class QWidget;

// The colours of one theme by what they mean. There are two, light and dark; a widget's palette says which
// one it lives in, so painted controls need not be told when the theme changes.
class Theme
{
public:
    enum class Role {
        Ink,
        Muted,
        Line, // hairlines between things that are also apart by space
        Outline, // the border of something to be typed into or ticked: at least 3 : 1
        Ground,
        Card,
        Hover,
        Selection, // ground of the chosen row
        Accent,
        OnAccent, // text on Accent
        Good, // done, progress, change for the better
        Warning, // handover, overdue, change for the worse
        WarningTint,
    };

    static const Theme &light();
    static const Theme &dark();
    static const Theme &of(const QPalette &palette);
    static const Theme &of(const QWidget *widget);

    bool isDark() const { return this == &dark(); }
    QColor color(Role role) const;

    // A team's colours; with Team::None the neutral ones.
    QColor fill(Team team) const; // areas and marks
    QColor onFill(Team team) const; // text on fill
    QColor text(Team team) const; // text on card, ground or tint
    QColor tint(Team team) const; // ground of a chip

    QPalette palette() const;
    QPalette listPalette() const; // for lists and tables: the chosen row is tinted, not filled

private:
    struct Tokens;
    explicit constexpr Theme(const Tokens &tokens)
        : m_tokens(tokens)
    {
    }

    const Tokens &m_tokens;
};

// Contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrast(const QColor &a, const QColor &b);

// Lengths on screen are multiples of the font's height, so that zoom scales everything.
int em(const QWidget *widget, double times = 1);
int em(const QFontMetrics &metrics, double times = 1);
// As large as wanted, as far as the screen has room for it and its frame.
void resizeWithinScreen(QWidget *window, const QSize &wanted);
double cornerRadius(const QFontMetrics &metrics);
