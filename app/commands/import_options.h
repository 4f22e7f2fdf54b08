#pragma once

#include "models/document/document.h"
#include "models/funnel/funnel.h"
#include "models/funnel/import/decisions.h"

#include <QCommandLineParser>

// What the command line says of an import.
namespace ImportOptions {

void add(QCommandLineParser &parser);
QStringList repeatable(); // options that may be given several times
QString rolesText(); // what a column can be, a line for each
// What is wrong with options whose values are known beforehand; empty where nothing is.
QString mistakeIn(const QCommandLineParser &parser);

// Of texts and columns of the table.
struct Said
{
    StageTargets targets;
    CorrectedRoles roles;
    std::optional<qint64> stageOfLost; // 0: not known
    QList<std::pair<QString, QString>> merges; // a text, and what it is taken as
};
Result<Said> saidOf(const QCommandLineParser &parser, const QList<Stage> &stages);

TableFormat formatOf(const QCommandLineParser &parser);

// Without the placeholders, which depend on the mapping that is taken.
Result<ImportDecisions> decisionsOf(const Document &document, const QCommandLineParser &parser,
                                    const Said &said);
// Takes texts as others in the columns that name them; gives those that no such column has.
QStringList mergeTexts(const Said &said, const TableProfile &profile, ImportMapping &mapping);
void decidePlaceholders(const QCommandLineParser &parser, ImportDecisions &decisions);

} // namespace ImportOptions
