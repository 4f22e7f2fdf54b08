#include "models/funnel/import/column_roles.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

QList<ColumnRole> rolesOfDeals()
{
    using enum ColumnRole;
    return {Key,       Name,      Stage,   Status,  Created,   Closed,    Value,    Currency,
            Owner,     Source,    Segment, Product, Account,   IsClosed,  IsActive, Chance,
            LeadStage, EnteredOn, IsWon,   IsLost,  IsDeleted, SnapshotOn};
}

QList<ColumnRole> allColumnRoles()
{
    return rolesOfDeals() + QList{ColumnRole::StageEntered, ColumnRole::StageBefore};
}

QString roleKey(ColumnRole role)
{
    static const QStringList keys{u"key"_s,       u"name"_s,          u"stage"_s,        u"status"_s,
                                  u"created"_s,   u"closed"_s,        u"value"_s,        u"currency"_s,
                                  u"owner"_s,     u"source"_s,        u"segment"_s,      u"product"_s,
                                  u"account"_s,   u"stage_entered"_s, u"stage_before"_s, u"entered_on"_s,
                                  u"is_closed"_s, u"is_active"_s,     u"chance"_s,       u"lead_stage"_s,
                                  u"is_won"_s,    u"is_lost"_s,       u"is_deleted"_s,   u"snapshot_on"_s};
    return keys.at(static_cast<int>(role));
}

std::optional<ColumnRole> roleFromKey(const QString &key)
{
    for (const ColumnRole role : allColumnRoles())
        if (roleKey(role) == key)
            return role;
    return {};
}

QString roleLabel(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Key:
        return QCoreApplication::translate("ColumnRole", "Id");
    case ColumnRole::Name:
        return QCoreApplication::translate("ColumnRole", "Name of the deal");
    case ColumnRole::Stage:
        return QCoreApplication::translate("ColumnRole", "Stage");
    case ColumnRole::Status:
        return QCoreApplication::translate("ColumnRole", "Open, won or lost");
    case ColumnRole::Created:
        return QCoreApplication::translate("ColumnRole", "Created on");
    case ColumnRole::Closed:
        return QCoreApplication::translate("ColumnRole", "Closed on");
    case ColumnRole::Value:
        return QCoreApplication::translate("ColumnRole", "Value");
    case ColumnRole::Currency:
        return QCoreApplication::translate("ColumnRole", "Currency");
    case ColumnRole::Owner:
        return QCoreApplication::translate("ColumnRole", "Owner");
    case ColumnRole::Source:
        return QCoreApplication::translate("ColumnRole", "Source");
    case ColumnRole::Segment:
        return QCoreApplication::translate("ColumnRole", "Region");
    case ColumnRole::Product:
        return QCoreApplication::translate("ColumnRole", "Product");
    case ColumnRole::Account:
        return QCoreApplication::translate("ColumnRole", "Account");
    case ColumnRole::StageEntered:
        return QCoreApplication::translate("ColumnRole", "Stage entered");
    case ColumnRole::StageBefore:
        return QCoreApplication::translate("ColumnRole", "Stage before");
    case ColumnRole::EnteredOn:
        return QCoreApplication::translate("ColumnRole", "Stage entered on");
    case ColumnRole::IsActive:
        return QCoreApplication::translate("ColumnRole", "Active: yes or no");
    case ColumnRole::Chance:
        return QCoreApplication::translate("ColumnRole", "Chance to win");
    case ColumnRole::LeadStage:
        return QCoreApplication::translate("ColumnRole", "Stage of leads without a deal");
    case ColumnRole::IsWon:
        return QCoreApplication::translate("ColumnRole", "Won: yes or no");
    case ColumnRole::IsLost:
        return QCoreApplication::translate("ColumnRole", "Lost: yes or no");
    case ColumnRole::IsDeleted:
        return QCoreApplication::translate("ColumnRole", "Deleted or archived: yes or no");
    case ColumnRole::SnapshotOn:
        return QCoreApplication::translate("ColumnRole", "Day of the snapshot");
    case ColumnRole::IsClosed:
        break;
    }
    return QCoreApplication::translate("ColumnRole", "Closed: yes or no");
}
