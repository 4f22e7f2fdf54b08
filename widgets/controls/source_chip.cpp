#include "widgets/controls/source_chip.h"

#include "models/worksheet/catalogue.h"
#include "widgets/controls/chip.h"
#include "widgets/shell/theme.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOptionFocusRect>

using namespace Qt::StringLiterals;

SourceChip::SourceChip(const QString &subject, QWidget *parent)
    : QAbstractButton(parent)
    , m_subject(subject)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSource({});
    connect(this, &QAbstractButton::clicked, this, &SourceChip::openMenu);
}

void SourceChip::setSource(const QString &source)
{
    m_source = source;
    setText(tr("Source?"));
    const QList<Choice> sources = factSources();
    for (const Choice &choice : sources)
        if (choice.key == source)
            setText(choice.label);
    setAccessibleName(tr("Source of %1: %2").arg(m_subject, m_source.isEmpty() ? tr("not given") : text()));
    setToolTip(m_source.isEmpty() ? tr("Say where this comes from") : tr("Where this comes from"));
    updateGeometry();
    update();
}

QSize SourceChip::sizeHint() const
{
    return Chip::sizeOf(text(), fontMetrics());
}

void SourceChip::openMenu()
{
    QMenu menu(this);
    const auto offer = [&](const QString &label, const QString &key) {
        QAction *action = menu.addAction(label);
        action->setCheckable(true);
        action->setChecked(key == m_source);
        connect(action, &QAction::triggered, this, [this, key] { Q_EMIT chosen(key); });
    };
    const QList<Choice> sources = factSources();
    for (const Choice &choice : sources)
        offer(choice.label, choice.key);
    menu.addSeparator();
    offer(tr("Not given"), {});
    menu.exec(mapToGlobal(rect().bottomLeft()));
}

void SourceChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Chip::paint(&painter, rect(), text(), Team::None,
                m_source == u"guess"_s ? Chip::Look::Warning : Chip::Look::Outlined, palette());
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}
