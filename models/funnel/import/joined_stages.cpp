#include "models/funnel/import/joined_stages.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The better, the likelier it is the stage of what its file lists; 0: it is none.
int scoreOfStage(const ColumnProfile &column, const ColumnRoles &roles)
{
    const auto role = roles.constFind(column.name);
    if (role != roles.constEnd() && (*role == ColumnRole::StageEntered || *role == ColumnRole::StageBefore))
        return 0; // of a history
    if (!mayBe(ColumnRole::Stage, column) || !mostAreStages(column.texts.keys()))
        return 0;
    if (role != roles.constEnd() && *role == ColumnRole::Stage)
        return 3 * exactName;
    // "Status (2)" has its number as both files have a column of that name.
    const QString words = plainWords(column.name.section(u" ("_s, 0, 0));
    if (namesOfRole(ColumnRole::Stage).contains(words))
        return exactName + scoreOfName(words, namesOfRole(ColumnRole::Stage));
    return namesOfRole(ColumnRole::Status).contains(words) ? 1 : 0;
}

// "Stage" in one file and "Deal stage" in the other: whichever counts, they can contradict each other.
bool areNamedApart(const ColumnProfile &first, const ColumnProfile &second)
{
    const auto wordsOf
        = [](const ColumnProfile &column) { return plainWords(column.name.section(u" ("_s, 0, 0)); };
    const QStringList &names = namesOfRole(ColumnRole::Stage);
    return names.contains(wordsOf(first)) && names.contains(wordsOf(second))
        && wordsOf(first) != wordsOf(second);
}

QMap<qsizetype, const ColumnProfile *> stagesOfFiles(const TableSource &source, const TableProfile &profile,
                                                     const ColumnRoles &roles)
{
    QMap<qsizetype, const ColumnProfile *> stages;
    for (qsizetype i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        const ColumnProfile *best = stages.value(source.fileOf(i));
        if (scoreOfStage(column, roles) > (best ? scoreOfStage(*best, roles) : 0))
            stages.insert(source.fileOf(i), &column);
    }
    return stages;
}

} // namespace

bool isByDeals(const FileJoin &join)
{
    return isNamedForDeals(join.key());
}

static bool isOfList(const TableSource &source, qsizetype column)
{
    const QList<FileJoin> joins = source.joins();
    const qsizetype file = source.fileOf(column);
    return file == 0 ? joins.first().looksUp && joins.first().listsBefore
                     : joins.at(file - 1).looksUp && !joins.at(file - 1).listsBefore;
}

void leaveOutOfLists(const TableSource &source, const TableProfile &profile, ColumnRoles &roles)
{
    TableProfile deals{{}, profile.rows};
    QSet<QString> ofLists;
    for (qsizetype i = 0; i < source.columns().size(); ++i) {
        const ColumnProfile *column = profile.column(source.columns().at(i));
        if (column && isOfList(source, i))
            ofLists.insert(column->name);
        else if (column)
            deals.columns.append(*column);
    }
    if (ofLists.isEmpty())
        return;
    using enum ColumnRole;
    static const QSet<ColumnRole> told{Owner, Source, Segment, Product, Account, Value, Currency};
    const auto isId = [](const QString &name) { return plainWords(name).endsWith(u" id"); };
    ColumnRoles kept = recogniseColumns(deals);
    for (const auto &[name, role] : std::as_const(roles).asKeyValueRange()) {
        const QString own = kept.key(role);
        if (!ofLists.contains(name) || !told.contains(role)
            || (!own.isEmpty() && (!isId(own) || isId(name.section(u" ("_s, 0, 0)))))
            continue;
        kept.remove(own);
        kept.insert(name, role); // what a company is called says more than its id
    }
    roles = kept;
}

QList<TableRemark> remarksOnJoinedCycle(const TableSource &source, const QStringList &files,
                                        const TableProfile &profile, const ImportMapping &mapping)
{
    const auto fileOf = [&source](const QString &column) {
        const qsizetype place = source.columns().indexOf(column);
        return place < 0 || isOfList(source, place) ? -1 : source.fileOf(place);
    };
    const QString closed = mapping.columnsOf(ColumnRole::Closed).value(0);
    if (source.joins().isEmpty() || fileOf(closed) < 0)
        return {};
    const qsizetype ofDeals = fileOf(closed);
    QString ofLead, ofDeal;
    bool isEarlierOfBoth = false;
    for (const ColumnProfile &column : profile.columns) {
        const bool isTaken = mapping.columns.value(column.name, ColumnRole::Key) == ColumnRole::Created;
        const bool isLeftOut = !mapping.columns.contains(column.name) && column.filled > 0
            && isLikelyCalled(ColumnRole::Created, column);
        const qsizetype file = fileOf(column.name);
        if (file == ofDeals && (isTaken || isLeftOut)) {
            ofDeal = column.name;
            isEarlierOfBoth = isTaken;
        } else if (file >= 0 && isTaken) {
            ofLead = column.name;
        }
    }
    if (ofLead.isEmpty())
        return {};
    const QString text = ofDeal.isEmpty()
        ? QCoreApplication::translate("Import",
                                      "The cycle of a deal begins with its lead: it is counted from “%1” of "
                                      "“%2” to “%3” of “%4”.")
        : isEarlierOfBoth
        ? QCoreApplication::translate("Import",
                                      "The cycle of a deal begins with its lead: it is counted from “%1” of "
                                      "“%2” to “%3” of “%4”, or from “%5” where that is earlier.")
        : QCoreApplication::translate("Import",
                                      "The cycle of a deal begins with its lead: it is counted from “%1” of "
                                      "“%2” to “%3” of “%4”, and not from “%5”.");
    const QString told = text.arg(ofLead, files.value(fileOf(ofLead)), closed, files.value(ofDeals));
    return {{0, ofDeal.isEmpty() ? told : told.arg(ofDeal)}};
}

QString rivalOf(const TableSource &source, qsizetype column)
{
    static const QRegularExpression number(u"^(.+) \\(\\d+\\)$"_s);
    const auto match = number.match(source.columns().at(column));
    const qsizetype first = match.hasMatch() ? source.columns().indexOf(match.captured(1)) : -1;
    if (first < 0 || source.fileOf(first) == source.fileOf(column))
        return {};
    return isOfList(source, first) || isOfList(source, column) ? QString() : match.captured(1);
}

// The column of the file that is called most like the role; nullptr where none is.
static const ColumnProfile *columnOfFile(const TableSource &source, const TableProfile &profile,
                                         qsizetype file, ColumnRole role)
{
    const ColumnProfile *best = nullptr;
    int most = 0;
    for (qsizetype i = 0; i < source.columns().size(); ++i) {
        const ColumnProfile *column = profile.column(source.columns().at(i));
        if (!column || source.fileOf(i) != file || isOfList(source, i) || column->filled == 0
            || !isRecognisedByName(column->name, role) || !isLikelyCalled(role, *column))
            continue;
        const int score = scoreOfName(plainWords(column->name), namesOfRole(role));
        best = score > most ? column : best;
        most = std::max(score, most);
    }
    return best;
}

// "Lead Owner" in one file and "Opportunity Owner" in the other: leads without a deal have only the former.
static void addOfOtherFiles(const TableSource &source, const TableProfile &profile, ColumnRoles &roles)
{
    using enum ColumnRole;
    for (const ColumnRole role : {Created, Owner, Account}) {
        QSet<qsizetype> files;
        for (const auto &[name, taken] : std::as_const(roles).asKeyValueRange())
            if (taken == role)
                files.insert(source.fileOf(source.columns().indexOf(name)));
        for (qsizetype file = 0; !files.isEmpty() && file <= source.joins().size(); ++file) {
            const ColumnProfile *column
                = files.contains(file) ? nullptr : columnOfFile(source, profile, file, role);
            if (column && !roles.contains(column->name))
                roles.insert(column->name, role);
        }
    }
}

void addRivals(const TableSource &source, const TableProfile &profile, ColumnRoles &roles)
{
    using enum ColumnRole;
    static const QSet<ColumnRole> rolesToFill{Created, Closed,  Value,   Currency, Owner,
                                              Source,  Segment, Product, Account};
    for (qsizetype i = 0; i < source.columns().size(); ++i) {
        const ColumnProfile *column = profile.column(source.columns().at(i));
        const auto role = roles.constFind(rivalOf(source, i));
        // Whatever else it was taken for, it is of the same kind as that of its name; but for a history.
        const auto own = roles.constFind(source.columns().at(i));
        if (own != roles.constEnd() && (*own == EnteredOn || *own == StageEntered || *own == StageBefore))
            continue;
        if (!column || role == roles.constEnd() || column->filled == 0 || !mayBe(*role, *column))
            continue;
        // Of leads and deals each has a stage of its own.
        const bool isStage = (*role == Stage || *role == Status) && !roles.contains(column->name);
        if (isStage || rolesToFill.contains(*role))
            roles.insert(column->name, ColumnRole(*role));
    }
    if (roles.key(StageEntered).isEmpty())
        addOfOtherFiles(source, profile, roles);
}

void tellLeadsFromDeals(const TableSource &source, const TableProfile &profile, ColumnRoles &roles)
{
    const auto stages = stagesOfFiles(source, profile, roles);
    if (stages.size() < 2)
        return;
    auto [deals, leads] = std::minmax_element(
        stages.begin(), stages.end(),
        [](const ColumnProfile *a, const ColumnProfile *b) { return a->filled < b->filled; });
    const bool isOtherTaken = roles.contains((*leads)->name) && !isNamedForLeads((*leads)->name)
        && roles.value((*leads)->name) == ColumnRole::Stage;
    // What they are called tells, and what only deals have; else that there are fewer deals than leads.
    const bool isNamedApart = isNamedForLeads((*deals)->name) != isNamedForLeads((*leads)->name);
    const qsizetype worth = source.columns().indexOf(roles.key(ColumnRole::Value));
    const bool isValuedApart
        = worth >= 0 && (source.fileOf(worth) == deals.key() || source.fileOf(worth) == leads.key());
    if (isNamedApart        ? isNamedForLeads((*deals)->name)
            : isValuedApart ? source.fileOf(worth) == leads.key()
                            : (*deals)->filled == (*leads)->filled && isOtherTaken)
        std::swap(deals, leads);
    if ((*deals)->filled == profile.rows && !areNamedApart(**deals, **leads)
        && (!isNamedForLeads((*leads)->name) || isNamedForLeads((*deals)->name)))
        return;
    const auto isOfDeals = [&source, file = deals.key()](const QString &column) {
        return source.fileOf(source.columns().indexOf(column)) == file;
    };
    roles.removeIf([&isOfDeals](const auto &each) {
        return each.value() == ColumnRole::Stage
            || (each.value() == ColumnRole::Status && !isOfDeals(each.key()));
    });
    roles.insert((*deals)->name, ColumnRole::Stage);
    roles.insert((*leads)->name, ColumnRole::LeadStage);
}
