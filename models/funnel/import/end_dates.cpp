#include "models/funnel/import/end_dates.h"

#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

using namespace Qt::StringLiterals;

namespace {

bool isNamedForTerms(const QString &column)
{
    static const QStringList names = plainNames(
        u"term|terms|contract term|term months|duration|contract length|laufzeit|vertragslaufzeit|laufzeit "
        u"monate|dauer|durée|duree|durée du contrat|duración|plazo|duração|prazo|vigência|durata|looptijd|"
        u"okres|czas trwania|löptid|løbetid|løpetid|doba trvání|süre|срок|期間|契約期間|期限|合同期限");
    return names.contains(plainWords(column.section(u" ("_s, 0, 0)));
}

bool isNamedForStarts(const QString &column)
{
    static const QStringList names = plainNames(
        u"start|start date|starting date|date start|beginn|startdatum|début|date de début|inicio|"
        u"fecha de inicio|fecha inicio|início|data de início|data inicial|inizio|data inizio|data di "
        u"inizio|ingangsdatum|begindatum|data rozpoczęcia|początek|startdato|začátek|datum zahájení|"
        u"başlangıç|başlangıç tarihi|дата начала|начало|開始日|开始日期|시작일");
    return names.contains(plainWords(column));
}

} // namespace

void giveDaysOfEnds(const TableProfile &profile, ColumnRoles &roles)
{
    if (roles.key(ColumnRole::Stage).isEmpty() && roles.key(ColumnRole::Status).isEmpty())
        return;
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && holdsDates(column)
            && (isNamed(ColumnRole::IsWon, column) || isNamed(ColumnRole::IsLost, column)))
            roles.insert(column.name, ColumnRole::Closed);
}

// A start that is the day of creation, as there is no other, may be that of the deal.
QString contractBeside(const TableProfile &profile, const ColumnRoles &roles, const QString &end)
{
    if (!isEndOfAnything(end))
        return {};
    for (const ColumnProfile &column : profile.columns)
        if (isNamedForTerms(column.name)
            || (isNamedForStarts(column.name) && roles.key(ColumnRole::Created) != column.name))
            return column.name;
    return {};
}

void leaveOutEndsOfContracts(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (roles.contains(column.name) && roles.value(column.name) == ColumnRole::Closed
            && !contractBeside(profile, roles, column.name).isEmpty())
            roles.remove(column.name);
}
