#pragma once

#include "models/document/document.h"
#include "models/funnel/funnel.h"
#include "models/funnel/import/decisions.h"

#include <QCommandLineParser>

// What the command line says of an import.
namespace ImportOptions {

void add(QCommandLineParser &parser);
// What is wrong with options whose values are known beforehand; empty where nothing is.
QString mistakeIn(const QCommandLineParser &parser);

// Of texts and columns of the table.
struct Said
{
    StageTargets targets;
    CorrectedRoles roles;
};
Result<Said> saidOf(const QCommandLineParser &parser, const QList<Stage> &stages);

std::optional<qint64> headerLineOf(const QCommandLineParser &parser);
// One for each further file, or one for all of them.
QStringList joinKeysOf(const QCommandLineParser &parser);

// Without the placeholders, which depend on the mapping that is taken.
Result<ImportDecisions> decisionsOf(const Document &document, const QCommandLineParser &parser,
                                    const Said &said);
void decidePlaceholders(const QCommandLineParser &parser, ImportDecisions &decisions);

} // namespace ImportOptions
