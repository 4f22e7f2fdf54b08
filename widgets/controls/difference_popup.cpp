#include "widgets/controls/difference_popup.h"

#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

DifferencePopup::DifferencePopup(const QList<SignedChange> &changes, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(em(this, 0.2));
    QString place;
    for (const SignedChange &change : changes) {
        if (change.place != place)
            setTextStyle(addLine(column, change.place, Theme::Role::Ink), TextStyle::Strong);
        place = change.place;
        addChange(column, change);
    }
    if (changes.isEmpty())
        addLine(column, tr("Only the order of the rows has changed."), Theme::Role::Ink);
    auto *scroll = new QScrollArea(this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(1, 1, 1, 1);
    fill->addWidget(scroll);
    setAccessibleName(tr("What has changed since the signature"));
    setAccessibleDescription(text());
    // As high as its lines, which could be broken in another way, and would be higher, at another width.
    const int around = 2 * (1 + frameWidth());
    const int width = em(this, 26) - around - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    content->setFixedSize(width, content->heightForWidth(width));
    resize(em(this, 26), std::min(em(this, 18), content->height() + around));
}

void DifferencePopup::addChange(QVBoxLayout *column, const SignedChange &change)
{
    const auto orNothing = [](const QString &text) { return text.isEmpty() ? tr("(empty)") : text; };
    addLine(column, change.field, Theme::Role::Muted);
    addLine(column, tr("Signed: %1").arg(orNothing(change.before)), Theme::Role::Warning);
    addLine(column, tr("Now: %1").arg(orNothing(change.now)), Theme::Role::Good);
    column->addSpacing(em(this, 0.4));
}

TextLabel *DifferencePopup::addLine(QVBoxLayout *column, const QString &text, Theme::Role role)
{
    m_lines.append(text);
    auto *label = new TextLabel(text, role, column->parentWidget());
    column->addWidget(label);
    return label;
}

QString DifferencePopup::text() const
{
    return m_lines.join(u'\n');
}

void DifferencePopup::showBeside(const QWidget *widget)
{
    const QRect available = widget->screen()->availableGeometry();
    QPoint place = widget->mapToGlobal(QPoint(0, widget->height() + em(this, 0.2)));
    if (place.y() + height() > available.bottom())
        place.setY(widget->mapToGlobal(QPoint(0, 0)).y() - height());
    place.setX(
        std::clamp(place.x(), available.left(), std::max(available.left(), available.right() - width())));
    move(place);
    show();
}
