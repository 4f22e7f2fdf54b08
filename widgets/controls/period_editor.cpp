#include "widgets/controls/period_editor.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

PeriodEditor::PeriodEditor(const Field &described, const SheetModel &model, QWidget *parent)
    : DateEditor(described, model, parent)
    , m_model(model)
    , m_grain(PeriodCell::grains(model.sheet()).value(0))
{
    const Field *grain = model.sheet().field(QStringLiteral("grain"));
    m_grain = grainFromKey(grain->example).value_or(m_grain);
    line().setPlaceholderText(
        tr("such as %1").arg(Period::containing(QDate::currentDate(), m_grain).label(usedLocale())));
}

void PeriodEditor::showValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate) { // the grain is missing yet
        DateEditor::showValue(value);
        return;
    }
    const auto period = value.value<Period>();
    if (period.isValid())
        m_grain = period.grain;
    line().setText(period.label(usedLocale()));
    line().setCursorPosition(0);
}

Period PeriodEditor::shown() const
{
    const Result<QVariant> value = PeriodCell::fromText(m_model.sheet(), line().text(), {}, usedLocale());
    return value ? value->value<Period>() : Period();
}

QVariant PeriodEditor::valueOf(QDate day) const
{
    return QVariant::fromValue(Period::containing(day, m_grain));
}

QDate PeriodEditor::dayShown() const
{
    const Period period = shown();
    return period.isValid() ? period.start : DateEditor::dayShown();
}

void PeriodEditor::addChoices(QVBoxLayout &column)
{
    if (const Period period = shown(); period.isValid())
        m_grain = period.grain;
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Kind of period"));
    const QList<Grain> grains = PeriodCell::grains(m_model.sheet());
    for (const Grain grain : grains)
        box->addItem(grainLabel(grain));
    box->setCurrentIndex(static_cast<int>(grains.indexOf(m_grain)));
    connect(box, &QComboBox::activated, this, [this, grains](int chosen) { setGrain(grains.at(chosen)); });
    column.addWidget(box);
}

// What is shown already becomes one of this grain; else the day is still to be chosen.
void PeriodEditor::setGrain(Grain grain)
{
    const QDate day = dayShown();
    m_grain = grain;
    if (!day.isValid())
        return;
    showValue(valueOf(day));
    Q_EMIT chosen();
}

QString PeriodEditor::longest() const
{
    QString longest;
    const QList<Grain> grains = PeriodCell::grains(m_model.sheet());
    for (const Grain grain : grains) {
        const QString label
            = Period::containing(QDate(2000, 12, 30), grain).label(usedLocale()); // a long month
        if (fontMetrics().horizontalAdvance(label) > fontMetrics().horizontalAdvance(longest))
            longest = label;
    }
    return longest;
}
