#include "widgets/funnel/import_texts.h"

#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/silent_status.h"
#include "models/tables/words.h"
#include "models/worksheet/date_text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

QString number(qint64 n)
{
    return QLocale().toString(n);
}

QString withWorth(const DealTotals &totals)
{
    const QStringList sums = totals.value.texts(QLocale());
    return sums.isEmpty() ? number(totals.count)
                          : Texts::tr("%1 (%2)").arg(number(totals.count), sums.join(u"; "_s));
}

void addCount(QStringList &parts, const QString &label, qint64 count)
{
    if (count > 0)
        parts.append(label.arg(number(count)));
}

} // namespace

namespace {

QStringList dealParts(const ImportPlan &plan)
{
    QStringList parts{Texts::tr("won: %1").arg(withWorth(plan.won)),
                      Texts::tr("lost: %1").arg(number(plan.lost.count)),
                      Texts::tr("open: %1").arg(number(plan.open.count))};
    addCount(parts, Texts::tr("leads lost before a deal came of them: %1"), plan.lostLeads.count);
    return parts;
}

} // namespace

QString importForecast(const ImportPlan &plan)
{
    QStringList parts{Texts::tr("Rows: %1").arg(number(plan.report.rows))};
    parts += dealParts(plan);
    parts.append(Texts::tr("refused: %1").arg(number(plan.report.refused)));
    addCount(parts, Texts::tr("left out: %1"), plan.report.ignored);
    addCount(parts, Texts::tr("same id as another row: %1"), plan.report.repeated);
    addCount(parts, Texts::tr("further stages of a deal: %1"), plan.report.furtherStages);
    addCount(parts, Texts::tr("further products of a deal: %1"), plan.report.furtherItems);
    return parts.join(u" · "_s);
}

QString changesInWorkbook(const ImportChanges &changes)
{
    const qint64 there = changes.updated + changes.unchanged;
    if (there == 0)
        return Texts::tr("None of these deals is in the workbook yet.");
    const QString text
        = Texts::tr("In the workbook already: %1; of them will change: %2, stay as they are: %3. New: %4.")
              .arg(number(there), number(changes.updated), number(changes.unchanged), number(changes.added));
    return changes.strangers > 0 ? QString(text + u' ' + strangersText().arg(number(changes.strangers)))
                                 : text;
}

// With a space before it; empty where no question is about such a column.
static QString adviceOnStatus(const ImportFile &file, const ImportPlan &plan)
{
    for (const OpenQuestion &question : plan.questions)
        if (question.kind == OpenQuestion::Kind::Stage)
            if (const QString status = statusToLeaveOut(file.profile, plan.mapping, question.subject);
                !status.isEmpty())
                return u' ' + Texts::tr("If “%1” says nothing of a deal, leave the column out.").arg(status);
    return {};
}

QString whatIsMissing(const ImportFile &file, const ImportPlan &plan)
{
    if (plan.mapping.columns.isEmpty())
        return Texts::tr("No column is imported yet. Choose above the table what each column is.");
    if (plan.questions.size() > 1)
        return Texts::tr("%1 open questions: answer them first.").arg(number(plan.questions.size()))
            + adviceOnStatus(file, plan);
    if (plan.questions.size() == 1) {
        const OpenQuestion &question = plan.questions.first();
        switch (question.kind) {
        case OpenQuestion::Kind::DateOrder:
            if (const ColumnProfile *column = file.column(question.subject);
                column && column->dates.mayBeYearFirst())
                return Texts::tr("Open question: is it day or year first in “%1”?").arg(question.subject);
            return Texts::tr("Open question: is it day or month first in “%1”?").arg(question.subject);
        case OpenQuestion::Kind::NumberSigns:
            return Texts::tr("Open question: are the decimals in “%1” after a point or a comma?")
                .arg(question.subject);
        case OpenQuestion::Kind::Stage:
            return Texts::tr("Open question: what does the stage “%1” mean?").arg(shortened(question.subject))
                + adviceOnStatus(file, plan);
        case OpenQuestion::Kind::NoStageColumn:
            return Texts::tr("Open question: no column is the stage. At which stage are the rows?");
        case OpenQuestion::Kind::HistoryColumn:
            return Texts::tr("Each row is a stage that a deal entered, but no column is “%1” yet. Choose it "
                             "above the table.")
                .arg(roleLabel(*roleFromKey(question.subject)));
        }
    }
    if (plan.report.taken == 0)
        return Texts::tr("No row of “%1” can be imported this way.").arg(file.name());
    return {};
}

namespace {

QString howRowsCount(const ImportPlan &plan)
{
    if (plan.mapping.isHistory())
        return Texts::tr(
            "A deal counts in every stage up to the furthest it entered, also where it went back. "
            "What this file does not tell of a deal stays as the workbook has it.");
    if (plan.mapping.rows == RowMeaning::Lead)
        return Texts::tr("A lead counts in every stage up to the one it has come to. One that is lost is no "
                         "lost deal, so it is in no win rate.");
    if (plan.mapping.columnsOf(ColumnRole::Key).isEmpty())
        return withoutIdText(plan.mapping);
    if (plan.mapping.columnsOf(ColumnRole::Value).isEmpty())
        return Texts::tr("No column is the value, so the import brings numbers of rows but no money.");
    if (plan.mapping.columnsOf(ColumnRole::Created).isEmpty())
        return Texts::tr("No column is the date of creation, so most rows belong to no period.");
    return reachedRule();
}

} // namespace

QString whatToKnow(const ImportPlan &plan)
{
    QStringList texts = plan.readings;
    if (!plan.assumedCurrency.isEmpty())
        texts.append(plan.assumedCurrency);
    texts.append(howRowsCount(plan));
    return texts.join(u' ');
}

QString importSummary(const ImportOutcome &outcome, const ImportPlan &plan)
{
    const ImportReport &report = outcome.report;
    QStringList parts;
    addCount(parts, Texts::tr("%1 came in as new"), outcome.added);
    addCount(parts, Texts::tr("%1 updated a deal that was there"), outcome.updated);
    addCount(parts, Texts::tr("%1 changed nothing"), outcome.unchanged);
    addCount(parts, Texts::tr("%1 told a further stage of a deal"), report.furtherStages);
    addCount(parts, Texts::tr("%1 added a product to a deal"), report.furtherItems);
    addCount(parts, Texts::tr("%1 had the id of another row"), report.repeated);
    addCount(parts, Texts::tr("%1 stayed out"), report.ignored);
    addCount(parts, Texts::tr("%1 could not be taken (refused, see below)"), report.refused);
    QStringList lines{Texts::tr("Of the rows in the file (%1), %2.")
                          .arg(number(report.rows), QLocale().createSeparatedList(parts)),
                      Texts::tr("Deals of the file: %1").arg(dealParts(plan).join(u" · "_s))};
    if (outcome.first.isValid())
        lines.append(Texts::tr("They are from %1 to %2.")
                         .arg(shortDate(outcome.first, QLocale()), shortDate(outcome.last, QLocale())));
    if (outcome.absent > 0)
        lines.append(Texts::tr("In the workbook, but not in this file: %1").arg(number(outcome.absent)));
    return lines.join(u'\n');
}
