#include "widgets/overview/headline_card.h"

#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/overview/small_trend.h"
#include "widgets/shell/appearance.h"

#include <QPushButton>
#include <QVBoxLayout>

HeadlineCard::HeadlineCard(const Headlines &headlines, QWidget *parent)
    : Card(parent)
{
    const QLocale locale;
    auto *column = new QVBoxLayout(this);
    auto *title = new TextLabel(tr("In numbers: %1").arg(headlines.period.label(locale)));
    setTextStyle(title, TextStyle::Strong);
    column->addWidget(title);
    auto *flow = new FlowLayout;
    const QString before = headlines.before.isValid() ? headlines.before.label(locale) : QString();
    for (const Headlines::Figure &figure : headlines.figures)
        flow->addWidget(makeFigure(figure, before));
    if (!headlines.trend.points.isEmpty())
        flow->addWidget(makeTrend(headlines.trend));
    column->addLayout(flow);
    if (!headlines.rule.isEmpty())
        column->addWidget(new TextLabel(headlines.rule, Theme::Role::Muted));
    auto *open = new QPushButton(tr("Open the funnel"));
    connect(open, &QPushButton::clicked, this, &HeadlineCard::funnelRequested);
    column->addWidget(open, 0, Qt::AlignLeading);
}

QWidget *HeadlineCard::makeFigure(const Headlines::Figure &figure, const QString &before)
{
    auto *block = new QWidget;
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, em(this, 1.2), 0);
    column->setSpacing(0);
    using Fit = TextLabel::Fit;
    auto *number = new TextLabel(figure.now, Theme::Role::Ink, nullptr, Fit::Shortened);
    setTextStyle(number, TextStyle::Title);
    column->addWidget(number);
    column->addWidget(new TextLabel(figure.name, Theme::Role::Ink, nullptr, Fit::Shortened));
    if (!figure.before.isEmpty())
        column->addWidget(new TextLabel(tr("%1 in %2", "a figure, a period").arg(figure.before, before),
                                        Theme::Role::Muted, nullptr, Fit::Shortened));
    return block;
}

QWidget *HeadlineCard::makeTrend(const Headlines::Trend &trend)
{
    auto *block = new QWidget;
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins({});
    column->setSpacing(em(this, 0.1));
    auto *picture = new SmallTrend(trend);
    column->addWidget(picture);
    column->addWidget(
        new TextLabel(picture->accessibleName(), Theme::Role::Muted, nullptr, TextLabel::Fit::Shortened));
    return block;
}
