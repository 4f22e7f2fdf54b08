#include "models/funnel/import/customer_list.h"

#include "models/funnel/import/decisions.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/tables/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isNamedForContracts(const QString &column)
{
    static const QStringList names = plainNames(
        u"contract|contracts|subscription|mrr|arr|acv|tcv|renewal|recurring revenue|vertrag|vertrags|"
        u"vertragswert|vertragsvolumen|vertragssumme|jahresvertrag|abo|abonnement|contrat|contrato|"
        u"suscripción|assinatura|contratto|abbonamento");
    return holdsAny(plainWords(column), names);
}

bool isNamedForCustomers(const QString &column)
{
    static const QStringList names = plainNames(u"customer|customer name|client|client name|account|account "
                                                u"name|company|company name|kunde|kundenname|"
                                                u"kunden|firma|nom du client|cliente|nombre del cliente|nome "
                                                u"do cliente|nome cliente|klant|klantnaam");
    return names.contains(plainWords(column));
}

bool isStartOfContract(const QString &column)
{
    static const QStringList names = plainNames(
        u"start|start date|started|started on|contract start|contract start date|subscription start|"
        u"subscription start date|customer since|client since|since|signed on|signed|contract date|"
        u"contract signed|go live|beginn|startdatum|vertragsbeginn|vertragsstart|kunde "
        u"seit|kundenbeginn|abgeschlossen am|"
        u"date de début|début du contrat|début|client depuis|fecha de inicio|inicio|inicio de contrato|"
        u"cliente desde|data de início|início|início do contrato|data inizio|inizio contratto|cliente dal|"
        u"ingangsdatum|klant sinds");
    return names.contains(plainWords(column));
}

// What a customer is, and no deal.
bool isStatusOfCustomer(const QString &text)
{
    static const QStringList names = plainNames(
        u"active|inactive|churn|churned|cancelled|canceled|terminated|expired|former|former customer|current|"
        u"current customer|active customer|inactive "
        u"customer|customer|live|paused|suspended|onboarding|renewed|"
        u"at risk|ended|aktiv|inaktiv|gekündigt|ehemalig|ehemaliger kunde|beendet|ausgelaufen|pausiert|"
        u"bestandskunde|actif|inactif|résilié|terminé|ancien|ancien "
        u"client|activo|inactivo|cancelado|baja|vencido|"
        u"ativo|inativo|encerrado|attivo|inattivo|cessato|disdetto|actief|inactief|opgezegd|beëindigd");
    return names.contains(plainWords(text));
}

bool isOfDeals(const ColumnProfile &column)
{
    return isNamedForDeals(column.name) || isNamedForLeads(column.name) || isExpectedClosing(column.name)
        || isExpectedValue(column.name) || isRecognisedByName(column.name, ColumnRole::Stage)
        || isRecognisedByName(column.name, ColumnRole::Chance);
}

} // namespace

QString startOfContracts(const TableProfile &profile)
{
    const auto found
        = std::find_if(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
              return column.dates.isDates() && isStartOfContract(column.name);
          });
    return found == profile.columns.end() ? QString() : found->name;
}

bool listsCustomers(const TableProfile &profile, const ImportMapping &mapping)
{
    const QStringList states = mapping.columnsOf(ColumnRole::Stage) + mapping.columnsOf(ColumnRole::Status);
    const ColumnProfile *state = states.size() == 1 ? profile.column(states.first()) : nullptr;
    if (mapping.rows != RowMeaning::Deal || !state || state->isVaried || startOfContracts(profile).isEmpty())
        return false;
    const auto anyIs = [&profile](bool (*isNamed)(const QString &)) {
        return std::any_of(profile.columns.begin(), profile.columns.end(),
                           [isNamed](const ColumnProfile &column) { return isNamed(column.name); });
    };
    const QStringList texts = answersIn(*state, mapping.placeholders).keys();
    return anyIs(isNamedForContracts) && anyIs(isNamedForCustomers) && !texts.isEmpty()
        && std::all_of(texts.begin(), texts.end(), isStatusOfCustomer)
        && std::none_of(profile.columns.begin(), profile.columns.end(), isOfDeals);
}

QList<TableRemark> remarksOnCustomers(const TableProfile &profile, const ImportMapping &mapping)
{
    const bool areWon = std::all_of(mapping.stages.begin(), mapping.stages.end(),
                                    [](const StageTarget &to) { return to.kind == StageTarget::Kind::Won; });
    if (!areWon || !listsCustomers(profile, mapping))
        return {};
    return {{0,
             QCoreApplication::translate(
                 "Import",
                 "These are customers: each row counts as a deal that was won on its “%1”, whatever “%2” "
                 "says of it today. If they are open deals, say what the texts of “%2” mean.")
                 .arg(startOfContracts(profile), stageColumns(mapping).value(0))}};
}

void takeAsCustomers(const TableProfile &profile, const ImportContext &context, bool asBefore,
                     ImportMapping &mapping)
{
    for (StageTarget &target : mapping.stages)
        target = {StageTarget::Kind::Won, 0};
    if (context.columns || asBefore)
        return;
    const QString start = startOfContracts(profile);
    if (!context.correctedColumns.contains(start)) {
        mapping.columns.removeIf([](const auto &each) { return each.value() == ColumnRole::Closed; });
        mapping.columns.insert(start, ColumnRole::Closed);
    }
    // Who leaves stays the same customer.
    const QString name = mapping.columns.key(ColumnRole::Account, mapping.columns.key(ColumnRole::Name));
    const bool isKnown = context.earlier && !context.earlier->columns.isEmpty();
    if (mapping.columnsOf(ColumnRole::Key).isEmpty() && !name.isEmpty() && !isKnown)
        mapping.knownBy = QStringList{name, start};
}
