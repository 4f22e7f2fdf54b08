#include "widgets/report/report_style.h"

#include "widgets/shell/theme.h"

#include <QFontMetricsF>
#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ReportStyle {

namespace {

struct FontSize
{
    double points;
    QFont::Weight weight;
};

FontSize sizeOf(Text text)
{
    switch (text) {
    case Text::Title:
        return {30, QFont::Bold};
    case Text::Heading1:
        return {20, QFont::Bold};
    case Text::Heading2:
        return {14, QFont::Bold};
    case Text::Heading3:
        return {11, QFont::Bold};
    case Text::Heading4:
    case Text::Strong:
        return {9.5, QFont::Bold};
    case Text::Head:
        return {8.5, QFont::Bold};
    case Text::Label:
        return {8, QFont::Normal};
    case Text::Small:
        return {8.5, QFont::Normal};
    case Text::Body:
        break;
    }
    return {9.5, QFont::Normal};
}

} // namespace

namespace {

QFont makeFont(Text text)
{
    const FontSize size = sizeOf(text);
    QFont result(QStringList{u"Noto Sans"_s, u"Open Sans"_s, u"DejaVu Sans"_s, u"Segoe UI"_s,
                             u"Helvetica Neue"_s, u"Arial"_s});
    result.setPixelSize(static_cast<int>(std::lround(points(size.points))));
    result.setWeight(size.weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    // Far too little to be seen, but enough to leave out ligatures, by which words could not be searched for.
    result.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return result;
}

} // namespace

// Copies of one font know where its letters are; a new one would look for them among all fonts.
QFont font(Text text)
{
    thread_local QHash<Text, QFont> fonts;
    const auto known = fonts.constFind(text);
    return known != fonts.constEnd() ? *known : *fonts.insert(text, makeFont(text));
}

double labelHeight()
{
    return QFontMetricsF(font(Text::Label)).height();
}

QColor color(Ink ink)
{
    const Theme &theme = Theme::light();
    switch (ink) {
    case Ink::Muted:
        return theme.color(Theme::Role::Muted);
    case Ink::Accent:
        return theme.color(Theme::Role::Accent);
    case Ink::Warning:
        return theme.color(Theme::Role::Warning);
    case Ink::Good:
        return theme.color(Theme::Role::Good);
    case Ink::Marketing:
        return theme.text(Team::Marketing);
    case Ink::Both:
        return theme.text(Team::Both);
    case Ink::Sales:
        return theme.text(Team::Sales);
    case Ink::Line:
        return theme.color(Theme::Role::Line);
    case Ink::Ground:
        return theme.color(Theme::Role::Ground);
    case Ink::Paper:
        return theme.color(Theme::Role::Card);
    case Ink::Normal:
        break;
    }
    return theme.color(Theme::Role::Ink);
}

Ink inkOf(Team team)
{
    switch (team) {
    case Team::Marketing:
        return Ink::Marketing;
    case Team::Both:
        return Ink::Both;
    case Team::Sales:
        return Ink::Sales;
    case Team::None:
        break;
    }
    return Ink::Muted;
}

QColor fill(Team team)
{
    return Theme::light().fill(team);
}

QRectF contentRect(QPageSize::PageSizeId paper)
{
    return QRectF(QPointF(), pageSize(paper)).adjusted(margin, margin, -margin, -margin - footerHeight);
}

} // namespace ReportStyle
