#include "models/funnel/sources.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

const QString table = u"funnel_source"_s;

std::optional<bool> answerOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toBool());
}

bool isSame(const QString &a, const QString &b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

QList<SourceWorth> worthOf(const SourceOutlook &source)
{
    QList<SourceWorth> worth;
    for (const Money &money : source.figures.won.value.sums()) {
        SourceWorth in{
            .currency = money.currency,
            .leadValue = source.figures.leadValue(money.currency),
            .slaValue = Derived::because(Texts::tr("Cannot be worked out: no number of leads is promised."))};
        if (source.terms.promised)
            in.slaValue = slaValue(*source.terms.promised, in.leadValue);
        worth.append(in);
    }
    return worth;
}

} // namespace

QList<SourceTerms> readSourceTerms(const Document &document)
{
    QList<SourceTerms> terms;
    for (const QVariantMap &row : document.rows(table)) {
        const QVariant promised = row.value(u"promised"_s);
        terms.append({.source = row.value(u"source"_s).toString().trimmed(),
                      .created = answerOf(row.value(u"created"_s)),
                      .touched = answerOf(row.value(u"touched"_s)),
                      .promised = promised.isNull() ? std::nullopt : std::optional(promised.toLongLong()),
                      .grain = grainFromKey(row.value(u"grain"_s).toString()).value_or(Grain::Month)});
    }
    return terms;
}

QSet<QString> sourceTables()
{
    return {table};
}

QList<SourceOutlook> sourceOutlooks(const PipelineFigures &pipeline, const QList<SourceTerms> &terms)
{
    QList<SourceOutlook> sources;
    for (const SourceFigures &figures : pipeline.sources) {
        SourceOutlook source{.figures = figures, .terms = {.source = figures.source}, .worth = {}};
        for (const SourceTerms &said : terms)
            if (isSame(said.source, figures.source))
                source.terms = said;
        source.worth = worthOf(source);
        sources.append(source);
    }
    for (const SourceTerms &said : terms) {
        const bool known = std::any_of(sources.begin(), sources.end(), [&](const SourceOutlook &source) {
            return isSame(source.figures.source, said.source);
        });
        if (!known)
            sources.append({.figures = {.source = said.source}, .terms = said, .worth = {}});
    }
    return sources;
}

EarnedTotals earnedIn(const QList<SourceOutlook> &sources, const Period &period)
{
    EarnedTotals earned;
    for (const SourceOutlook &source : sources) {
        const DealTotals won = source.figures.wonIn(period);
        if (source.terms.created.value_or(false))
            earned.sourced.add(won);
        if (source.terms.touched.value_or(false))
            earned.influenced.add(won);
        if (!source.terms.created && !source.terms.touched)
            earned.notSaid.add(won);
    }
    return earned;
}
