#include "widgets/shell/appearance.h"

#include "widgets/shell/calm_style.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr double smallestText = 10.5; // pt, at 100 %
constexpr auto styleProperty = "textStyle";

double timesBody(TextStyle style)
{
    constexpr double heading = 1.15;
    constexpr double title = 1.65;
    return style == TextStyle::Title ? title : style == TextStyle::Heading ? heading : 1;
}

void restyle(QWidget *widget)
{
    const auto style = static_cast<TextStyle>(widget->property(styleProperty).toInt());
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * timesBody(style));
    widget->setFont(style == TextStyle::Body ? font : strong(font));
}

// Qt before 6.5 cannot be asked for the system's colour scheme: the platform's own palette shows it.
const Theme &systemTheme()
{
    QApplication::setPalette(QPalette());
    return Theme::of(QApplication::palette());
}
} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
{
    qApp->installEventFilter(this);
}

void Appearance::apply(ThemeMode mode, int zoomPercent)
{
    const int zoom = std::clamp(zoomPercent, minimumZoom, maximumZoom);
    const bool themeChanges = !m_styled || mode != m_mode;
    const bool fontChanges = !m_styled || zoom != m_zoom;
    if (!m_styled)
        QApplication::setStyle(new CalmStyle);
    m_styled = true;
    m_mode = mode;
    m_zoom = zoom;
    if (themeChanges)
        applyTheme();
    if (fontChanges)
        applyFont();
}

void Appearance::applyTheme()
{
    m_applying = true;
    const Theme &theme = m_mode == ThemeMode::System ? systemTheme()
        : m_mode == ThemeMode::Dark                  ? Theme::dark()
                                                     : Theme::light();
    QApplication::setPalette(theme.palette());
    QApplication::setPalette(theme.listPalette(), "QAbstractItemView");
    m_applying = false;
}

void Appearance::applyFont()
{
    QFont font = m_systemFont;
    static const bool hasNoto = QFontDatabase::hasFamily(u"Noto Sans"_s);
    if (hasNoto)
        font.setFamilies({u"Noto Sans"_s});
    font.setPointSizeF(std::max(font.pointSizeF(), smallestText) * m_zoom / 100);
    QApplication::setFont(font);
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        if (widget->property(styleProperty).isValid())
            restyle(widget);
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_styled && !m_applying && m_mode == ThemeMode::System)
        applyTheme();
    return QObject::eventFilter(watched, event);
}

void setTextStyle(QWidget *widget, TextStyle style)
{
    widget->setProperty(styleProperty, static_cast<int>(style));
    restyle(widget);
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}
