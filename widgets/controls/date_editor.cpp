#include "widgets/controls/date_editor.h"

#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "widgets/shell/icons.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTextCharFormat>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DateEditor::DateEditor(const Field &described, const SheetModel &model, QWidget *parent)
    : FieldEditor(described, parent)
    , m_line(new QLineEdit(this))
    , m_open(m_line->addAction(themedIcon(u"calendar"_s, Theme::Role::Muted), QLineEdit::TrailingPosition))
    , m_locale(model.locale())
{
    setControl(m_line);
    m_open->setText(tr("Choose from a calendar"));
    m_open->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    m_line->setPlaceholderText(
        tr("such as %1").arg(Value::toText(described, QDate::currentDate(), m_locale)));
    connect(m_open, &QAction::triggered, this, &DateEditor::openCalendar);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::typed);
}

void DateEditor::showValue(const QVariant &value)
{
    m_line->setText(Value::toText(field(), value, m_locale));
}

QVariant DateEditor::input() const
{
    return m_line->text();
}

void DateEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_open->setEnabled(!readOnly);
}

void DateEditor::selectAll()
{
    m_line->selectAll();
}

QSize DateEditor::minimumSizeHint() const
{
    constexpr double besideTheDate = 2.6; // ems: the calendar's sign and margins
    return QWidget::minimumSizeHint().expandedTo(
        {fontMetrics().horizontalAdvance(longest()) + em(this, besideTheDate), 0});
}

QString DateEditor::longest() const
{
    return Value::toText(field(), QDate(2000, 12, 30), m_locale);
}

QDate DateEditor::dayShown() const
{
    const auto present = Value::fromText(field(), m_line->text(), m_locale, {});
    return present ? present->toDate() : QDate();
}

bool DateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() & Qt::AltModifier && m_open->isEnabled()) {
            openCalendar();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void DateEditor::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setLocale(m_locale);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setAccessibleName(tr("Calendar for %1").arg(field().label));
    QTextCharFormat weekend; // Qt's own is red
    weekend.setForeground(Theme::of(this).color(Theme::Role::Muted));
    const QList<Qt::DayOfWeek> working = m_locale.weekdays();
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        calendar->setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day),
                                       working.contains(day) ? QTextCharFormat() : weekend);
    auto *fill = new QVBoxLayout(popup);
    fill->setContentsMargins(1, 1, 1, 1);
    addChoices(*fill);
    fill->addWidget(calendar);
    if (const QDate day = dayShown(); day.isValid())
        calendar->setSelectedDate(day);
    const auto take = [this, popup](QDate date) {
        showValue(valueOf(date));
        popup->close();
        Q_EMIT chosen();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, popup, [take, popup](QDate date) {
        if (popup->isVisible()) // a click is followed by an activation
            take(date);
    });
    popup->adjustSize();
    QRect place(mapToGlobal(rect().bottomLeft()), popup->size());
    const QRect available = screen()->availableGeometry();
    if (place.bottom() > available.bottom())
        place.moveBottom(mapToGlobal(rect().topLeft()).y());
    place.moveLeft(std::clamp(place.left(), available.left(),
                              std::max(available.left(), available.right() - place.width())));
    popup->move(place.topLeft());
    popup->show();
    calendar->setFocus();
}
