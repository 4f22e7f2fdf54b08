#include "widgets/controls/score_editor.h"

#include "widgets/shell/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolButton>

namespace {
constexpr int highest = 5;
constexpr int oneEntryMs = 1000; // keys that follow each other faster are one number, as in "35"
} // namespace

ScoreEditor::ScoreEditor(const Field &described, QWidget *parent)
    : FieldEditor(described, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    const int inset = em(this, 0.15);
    row->setContentsMargins(inset, inset, inset, inset);
    row->setSpacing(inset);
    for (int score = 1; score <= highest; ++score) {
        auto *button = new QToolButton(this);
        button->setText(QLocale().toString(score));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // the five are one stop on the way through the form
        button->setMinimumSize(em(this, 1.6), em(this, 1.4));
        button->setAccessibleName(tr("%1 of %2").arg(score).arg(highest));
        connect(button, &QToolButton::clicked, this, [this, score] {
            setFocus(Qt::MouseFocusReason);
            choose(score == m_score ? 0 : score);
        });
        row->addWidget(button);
        m_buttons.append(button);
    }
    row->addStretch();
    setControl(this);
    showValue({});
}

void ScoreEditor::showValue(const QVariant &value)
{
    m_score = value.toInt();
    for (int i = 0; i < highest; ++i)
        m_buttons.at(i)->setChecked(i + 1 == m_score);
    setAccessibleName(m_score == 0 ? tr("%1: no score yet").arg(field().label)
                                   : tr("%1: %2 of %3").arg(field().label).arg(m_score).arg(highest));
}

QVariant ScoreEditor::input() const
{
    return m_score == 0 ? QVariant() : QVariant(static_cast<qint64>(m_score));
}

void ScoreEditor::choose(int score)
{
    showValue(score);
    Q_EMIT chosen();
}

void ScoreEditor::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int key = event->key();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        return choose(0);
    if (key == Qt::Key_Right || key == Qt::Key_Left) {
        const int step = (key == Qt::Key_Right) == mirrored ? -1 : 1;
        return choose(std::clamp(m_score + step, 1, highest));
    }
    const QString text = event->text();
    if (text.size() == 1 && text.front().isPrint() && !text.front().isSpace()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return type(text.front());
    FieldEditor::keyPressEvent(event);
}

void ScoreEditor::type(QChar character)
{
    const bool continues = m_sinceKey.isValid() && m_sinceKey.elapsed() < oneEntryMs;
    m_sinceKey.start();
    if (!continues) {
        m_refusing = false;
        m_before = m_score;
    }
    const int score = character.digitValue();
    if (!continues && score >= 1 && score <= highest)
        return choose(score);
    if (!m_refusing && m_score != m_before)
        choose(m_before);
    m_refusing = true;
    Q_EMIT refused(tr("Write a whole number from 1 to %1. Delete takes the score back.").arg(highest));
}

void ScoreEditor::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}
