#include "widgets/shell/theme.h"

#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

#include <cmath>

struct Theme::Tokens
{
    struct TeamColors
    {
        QRgb fill, text, tint;
    };
    QRgb ink, muted, line, outline, ground, card, hover, selection, accent, onAccent, good, warning,
        warningTint;
    TeamColors none, marketing, both, sales;
};

const Theme &Theme::light()
{
    static constexpr Tokens tokens{0xff1b1f24,
                                   0xff5b6672,
                                   0xffdde2e7,
                                   0xff87919c,
                                   0xfff5f6f8,
                                   0xffffffff,
                                   0xfff0f3f6,
                                   0xffebf1f8,
                                   0xff234e70,
                                   0xffffffff,
                                   0xff00795f,
                                   0xffc2410c,
                                   0xfffde8dd,
                                   {0xff5b6672, 0xff56616d, 0xffeef1f4},
                                   {0xffd98200, 0xff8a5200, 0xfffff3dc},
                                   {0xff00836a, 0xff00604d, 0xffdff5ee},
                                   {0xff0067a6, 0xff004c7d, 0xffe3f1fa}};
    static constexpr Theme theme(tokens);
    return theme;
}

const Theme &Theme::dark()
{
    static constexpr Tokens tokens{0xffe9edf1,
                                   0xffa4afbb,
                                   0xff323c47,
                                   0xff75818e,
                                   0xff11161c,
                                   0xff1a222b,
                                   0xff232d38,
                                   0xff21384b,
                                   0xff86b8e0,
                                   0xff0d1a26,
                                   0xff3dbb9b,
                                   0xffff9166,
                                   0xff43210f,
                                   {0xffa4afbb, 0xffb4bec9, 0xff2a343f},
                                   {0xfff0a33a, 0xffffcb80, 0xff3b2a0c},
                                   {0xff3bb698, 0xff7adcc2, 0xff0d342a},
                                   {0xff529fdc, 0xff97ccf4, 0xff112c42}};
    static constexpr Theme theme(tokens);
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

const Theme &Theme::of(const QWidget *widget)
{
    return of(widget->palette());
}

QColor Theme::color(Role role) const
{
    switch (role) {
    case Role::Ink:
        return m_tokens.ink;
    case Role::Muted:
        return m_tokens.muted;
    case Role::Line:
        return m_tokens.line;
    case Role::Outline:
        return m_tokens.outline;
    case Role::Ground:
        return m_tokens.ground;
    case Role::Card:
        return m_tokens.card;
    case Role::Hover:
        return m_tokens.hover;
    case Role::Selection:
        return m_tokens.selection;
    case Role::Accent:
        return m_tokens.accent;
    case Role::OnAccent:
        return m_tokens.onAccent;
    case Role::Good:
        return m_tokens.good;
    case Role::Warning:
        return m_tokens.warning;
    case Role::WarningTint:
        return m_tokens.warningTint;
    }
    return {};
}

namespace {
template <class Tokens> const auto &teamColors(const Tokens &tokens, Team team)
{
    switch (team) {
    case Team::Marketing:
        return tokens.marketing;
    case Team::Both:
        return tokens.both;
    case Team::Sales:
        return tokens.sales;
    case Team::None:
        break;
    }
    return tokens.none;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b)
{
    return QColor::fromRgbF((a.redF() + b.redF()) / 2, (a.greenF() + b.greenF()) / 2,
                            (a.blueF() + b.blueF()) / 2);
}
} // namespace

QColor Theme::fill(Team team) const
{
    return teamColors(m_tokens, team).fill;
}

QColor Theme::onFill(Team team) const
{
    const QColor background = fill(team);
    const QColor dark = Theme::light().color(Role::Ink);
    const QColor light = Theme::light().color(Role::Card);
    return contrast(background, light) >= 4.5 ? light : dark;
}

QColor Theme::text(Team team) const
{
    return teamColors(m_tokens, team).text;
}

QColor Theme::tint(Team team) const
{
    return teamColors(m_tokens, team).tint;
}

QPalette Theme::palette() const
{
    const QColor ink = color(Role::Ink);
    const QColor muted = color(Role::Muted);
    const QColor card = color(Role::Card);
    QPalette palette(ink, card, card, color(Role::Outline), color(Role::Line), ink, card, card,
                     color(Role::Ground));
    palette.setColor(QPalette::Midlight, color(Role::Hover));
    palette.setColor(QPalette::AlternateBase, color(Role::Ground));
    palette.setColor(QPalette::Highlight, color(Role::Accent));
    palette.setColor(QPalette::HighlightedText, color(Role::OnAccent));
    palette.setColor(QPalette::Link, color(Role::Accent));
    palette.setColor(QPalette::LinkVisited, color(Role::Accent));
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, ink);
    palette.setColor(QPalette::Shadow, color(Role::Line));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(muted, card));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::Line));
    return palette;
}

QPalette Theme::listPalette() const
{
    QPalette list = palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        list.setColor(group, QPalette::Highlight, color(Role::Selection));
        list.setColor(group, QPalette::HighlightedText, color(Role::Ink));
    }
    return list;
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

int em(const QFontMetrics &metrics, double times)
{
    return static_cast<int>(std::lround(metrics.height() * times));
}

int em(const QWidget *widget, double times)
{
    return em(widget->fontMetrics(), times);
}

void resizeWithinScreen(QWidget *window, const QSize &wanted)
{
    constexpr double most = 0.94;
    window->resize(wanted.boundedTo(window->screen()->availableSize() * most));
}

double cornerRadius(const QFontMetrics &metrics)
{
    return metrics.height() * 0.31; // 6 px at 100 %
}
