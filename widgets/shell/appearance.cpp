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
constexpr auto scaleProperty = "fontScale";
constexpr auto weightProperty = "fontWeight";

void rescale(QWidget *widget)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * widget->property(scaleProperty).toDouble());
    font.setWeight(static_cast<QFont::Weight>(widget->property(weightProperty).toInt()));
    widget->setFont(font);
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
        if (widget->property(scaleProperty).isValid())
            rescale(widget);
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_styled && !m_applying && m_mode == ThemeMode::System)
        applyTheme();
    return QObject::eventFilter(watched, event);
}

void scaleFont(QWidget *widget, double times, QFont::Weight weight)
{
    widget->setProperty(scaleProperty, times);
    widget->setProperty(weightProperty, static_cast<int>(weight));
    rescale(widget);
}
