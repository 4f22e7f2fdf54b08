#include "widgets/shell/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const QByteArray &source, Theme::Role role)
        : m_source(source)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                                                     : Theme::of(palette).color(m_role);
        QByteArray source = m_source;
        source.replace("currentColor", color.name().toLatin1());
        QSvgRenderer(source).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_source, m_role); }

private:
    QByteArray m_source;
    Theme::Role m_role;
};
} // namespace

QIcon themedIcon(const QString &name, Theme::Role role)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon named %s", qUtf8Printable(name));
        return {};
    }
    return QIcon(new ThemedIconEngine(file.readAll(), role));
}
