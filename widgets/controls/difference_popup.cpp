#include "widgets/controls/difference_popup.h"

#include "models/worksheet/value.h"
#include "widgets/controls/text_label.h"

#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A line "key: plain value" as people read it; a line of running text stays.
QString readable(const QString &line, const Sheet *sheet, const QLocale &locale)
{
    const qsizetype colon = line.indexOf(u": "_s);
    const Field *field = sheet && colon > 0 ? sheet->field(line.left(colon)) : nullptr;
    if (!field)
        return line;
    const QString plain = line.mid(colon + 2);
    const Result<QVariant> value = Value::fromPlain(*field, plain);
    const QString text = value ? Value::toText(*field, *value, locale) : QString();
    return DifferencePopup::tr("%1: %2", "label, value").arg(field->label, text.isEmpty() ? plain : text);
}

} // namespace

DifferencePopup::DifferencePopup(const QList<TextDifference> &lines, const Sheet *sheet, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    for (const TextDifference &line : lines) {
        if (line.kind == TextDifference::Kind::Same)
            continue;
        const bool added = line.kind == TextDifference::Kind::Added;
        const QString text
            = (added ? tr("Now: %1") : tr("Signed: %1")).arg(readable(line.line, sheet, locale()));
        m_lines.append(text);
        auto *label = new TextLabel(text, added ? Theme::Role::Good : Theme::Role::Warning, content);
        column->addWidget(label);
    }
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(1, 1, 1, 1);
    fill->addWidget(scroll);
    setAccessibleName(tr("What has changed since the signature"));
    setAccessibleDescription(text());
    const int width = em(this, 26);
    resize(width, std::min(em(this, 18), content->heightForWidth(width - em(this, 1)) + em(this, 1)));
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
