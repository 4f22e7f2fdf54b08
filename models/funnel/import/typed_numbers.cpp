#include "models/funnel/import/typed_numbers.h"

#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Whether deals count in its stage and period, by either way of counting.
bool isImportedToo(const TypedFigure &figure, const QList<Stage> &stages, const DealSummary &deals)
{
    const auto counts = [&](CountedBy by) {
        const QList<DealTotals> totals = deals.periods(by).value(figure.period);
        for (qsizetype i = 0; i < std::min(totals.size(), stages.size()); ++i)
            if (stages.at(i).id == figure.stage)
                return totals.at(i).count > 0;
        return false;
    };
    return counts(CountedBy::Entry) || counts(CountedBy::Event);
}

} // namespace

QString typedBeforeImportedText(const Document &document, const ImportOutcome &outcome, const QLocale &locale)
{
    constexpr qsizetype mostNamed = 6;
    const QList<TypedFigure> typed = readTyped(document);
    const QList<Stage> stages = readStages(document);
    QMap<Grain, QList<TypedFigure>> byGrain;
    for (const TypedFigure &figure : typed)
        if (figure.period.start <= outcome.last && figure.period.end() >= outcome.first)
            byGrain[figure.period.grain].append(figure);
    QStringList periods;
    for (const auto &[grain, figures] : byGrain.asKeyValueRange()) {
        const auto deals = summaryOfDeals(document, stages, grain);
        QList<Period> both;
        for (const TypedFigure &figure : figures)
            if (deals && !both.contains(figure.period) && isImportedToo(figure, stages, *deals))
                both.append(figure.period);
        std::sort(both.begin(), both.end());
        for (const Period &period : std::as_const(both))
            periods.append(period.label(locale));
    }
    if (periods.isEmpty())
        return {};
    const QString named = periods.mid(0, mostNamed).join(u", "_s);
    return typedRule() % u' '
        % QCoreApplication::translate("Import",
                                      "Both are known for %1. To see what was imported, clear the typed "
                                      "numbers on the page Numbers.")
              .arg(periods.size() > mostNamed ? QString(named % u", …"_s) : named);
}
