#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

// What a column of an imported table is used for.
enum class ColumnRole {
    Key,
    Name,
    Stage,
    Status, // open, won or lost, where that stands beside the stage
    Created,
    Closed, // several columns may have it (won on, lost on): the first that is filled counts
    Value,
    Currency,
    Owner,
    Source,
    Segment, // a region, or what else the deals are told apart by
    Product,
    Account,
    StageEntered, // of a history; Stage is then the one at which the deal is now
    StageBefore, // which it left for that
    EnteredOn, // of deals, of the stage that the column names: see stageEnteredIn()
    IsClosed, // yes or no, beside a column that says which deals are won
    IsActive, // yes or no: what is not, was archived
    Chance, // to be won, of an open row by its CRM; of an archived row: at 0 it was lost
    LeadStage, // of the leads among joined files; counts where there is no Stage
    IsWon, // yes or no, beside the stage
    IsLost, // likewise
    IsDeleted, // or archived: yes or no; such rows are left out
    SnapshotOn, // the day of which the row tells: of an id the row of the latest one counts
};

QList<ColumnRole> allColumnRoles();
QList<ColumnRole> rolesOfDeals(); // without those of a history
QString roleKey(ColumnRole role);
std::optional<ColumnRole> roleFromKey(const QString &key);
QString roleLabel(ColumnRole role);

// Roles by the name of the column; a column without one is not imported.
using ColumnRoles = QMap<QString, ColumnRole>;
// What single columns are in spite of what is recognised; no role: not imported.
using CorrectedRoles = QMap<QString, std::optional<ColumnRole>>;
