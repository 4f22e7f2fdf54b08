#include "models/funnel/import/named_columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_units.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// "Date Won/Lost" is both, and so neither.
bool namesWinning(const QString &words)
{
    static const QStringList names{
        u"won"_s,   u"gewonnen"_s,          u"gain"_s, u"gagne"_s, u"gagnee"_s, u"ganado"_s,  u"ganada"_s,
        u"ganho"_s, u"became a customer"_s, u"gano"_s, u"vinto"_s, u"vinta"_s,  u"wygrana"_s, u"wygranej"_s,
        u"vunnen"_s};
    return holdsAny(words, names);
}

bool namesLosing(const QString &words)
{
    static const QStringList names{u"lost"_s,    u"verloren"_s,  u"perte"_s,      u"perdu"_s,   u"perdue"_s,
                                   u"perdido"_s, u"perdida"_s,   u"perda"_s,      u"perdio"_s,  u"perso"_s,
                                   u"persa"_s,   u"przegrana"_s, u"przegranej"_s, u"forlorad"_s};
    return holdsAny(words, names);
}

} // namespace

bool isNamedForLeads(const QString &column)
{
    static const QStringList leads{u"lead"_s, u"leads"_s, u"mql"_s, u"lifecycle"_s};
    return holdsAny(plainWords(column), leads);
}

bool isNamedForDeals(const QString &column)
{
    static const QStringList deals
        = plainNames(u"deal|opportunity|potential|verkaufschance|opportunite|affaire|oportunidad|negocio|"
                     u"oportunidade|trattativa|opportunita|verkoopkans|szansa|szansy|affär|商談|fırsat|"
                     u"сделка|сделки|商机|商機|영업기회|salgsmulighed|salgsmulighet|myyntimahdollisuus|"
                     u"myyntimahdollisuuden|příležitost|příležitosti|oportunitate|oportunitat|угода|угоди");
    return holdsAny(plainWords(column), deals);
}

bool isNamedForPeople(const QString &column)
{
    static const QStringList people
        = plainNames(u"contact|contacts|kontakt|contacto|contato|contatto|person|personne|persona|pessoa|"
                     u"persoon|contactpersoon|osoba|kişi|контакт|联系人|聯絡人|연락처|yhteyshenkilö|"
                     u"email|e mail|mail|courriel|correo|emailadres|e mailadres|epost|e post|e posta|"
                     u"почта|sähköposti");
    return holdsAny(plainWords(column), people);
}

bool isIdOfOthers(const QString &column)
{
    static const QStringList others
        = plainNames(u"vat|parent|user|kundennummer|kundennr|klantnummer|kundenummer|steuernummer");
    const QString words = plainWords(column);
    if (isIdOfDeals(column) || words == u"id")
        return false;
    return isNamedForPeople(column) || holdsAny(words, others)
        || holdsAny(words, namesOfRole(ColumnRole::Account))
        || holdsAny(words, namesOfRole(ColumnRole::Owner));
}

bool isIdOfTraits(const QString &column)
{
    const QString named = withoutId(plainWords(column));
    const auto isOf = [&named](ColumnRole role) { return namesOfRole(role).contains(named); };
    return named != plainWords(column)
        && (isOf(ColumnRole::Product) || isOf(ColumnRole::Source) || isOf(ColumnRole::Segment)
            || isOf(ColumnRole::Currency));
}

bool isNamedForDates(const QString &column)
{
    const QString words = plainWords(column);
    for (const ColumnRole role :
         {ColumnRole::Created, ColumnRole::Closed, ColumnRole::EnteredOn, ColumnRole::SnapshotOn})
        if (namesOfRole(role).contains(words))
            return true;
    static const QStringList within{u"date"_s, u"datetime"_s, u"timestamp"_s, u"datum"_s, u"fecha"_s};
    static const QStringList atEnd{u"date"_s, u"datum"_s, u" on"_s, u" at"_s, u" am"_s,
                                   u" um"_s,  u" le"_s,   u" el"_s, u" em"_s};
    return holdsAny(words, within) || std::any_of(atEnd.begin(), atEnd.end(), [&words](const QString &end) {
               return words.endsWith(end);
           });
}

bool isIdOfDeals(const QString &column)
{
    // What also numbers customers, or people.
    static const QStringList ofOthers{u"number"_s, u"nummer"_s,    u"nr"_s,     u"numero"_s, u"ref"_s,
                                      u"code"_s,   u"reference"_s, u"codigo"_s, u"email"_s,  u"e mail"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Key).contains(words) && !ofOthers.contains(words);
}

bool isEstimatedValue(const QString &column)
{
    const QString words = plainWords(column);
    return namesOfEstimatedValue().contains(withoutCurrency(words))
        || (words == u"estimated" && !currencyInName(column).isEmpty()); // "Estimated $"
}

bool isExpectedValue(const QString &column)
{
    return namesOfExpectedValue().contains(withoutCurrency(plainWords(column)));
}

bool isExpectedClosing(const QString &column)
{
    return namesOfExpectedClosing().contains(plainWords(column));
}

bool isReasonOfLosing(const QString &column)
{
    static const QStringList reasons{u"reason"_s, u"grund"_s,  u"verlustgrund"_s,
                                     u"motif"_s,  u"raison"_s, u"motivo"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Status).contains(words) && holdsAny(words, reasons);
}

// "Date de signature / perte": of whichever end.
static bool namesEither(const QString &column)
{
    static const QStringList either = plainNames(u"or|oder|ou|o|of|lub|eller");
    return column.contains(u" / "_s) || holdsAny(plainWords(column), either);
}

bool isDateOfWinning(const QString &column)
{
    const QString words = plainWords(column);
    return namesWinning(words) && !namesLosing(words) && !namesEither(column);
}

bool isFlagOfWinning(const QString &column)
{
    return isDateOfWinning(column) || holdsWords(plainWords(column), u"converted"_s);
}

bool isDateOfLosing(const QString &column)
{
    const QString words = plainWords(column);
    return namesLosing(words) && !namesWinning(words) && !namesEither(column);
}

bool isEndOfAnything(const QString &column)
{
    static const QStringList names = plainNames(
        u"end|end date|ending date|date end|ende|enddatum|fin|date de fin|fecha de fin|fecha fin|"
        u"fim|data fim|data de fim|data final|fine|data fine|data di fine|einde|einddatum|koniec|"
        u"data zakończenia|slut|slutdatum|slutdato|konec|datum ukončení|bitiş|bitiş tarihi|"
        u"дата окончания|конец|結束日期|结束日期|終了日|종료일");
    return names.contains(plainWords(column));
}

bool isDayOfDeletion(const QString &column)
{
    static const QStringList names = plainNames(
        u"deleted at|deleted on|deleted time|deleted date|date deleted|delete date|deletion date|delete time|"
        u"archived at|archived on|archived date|archive date|date archived|archive time|archived time|"
        u"gelöscht am|löschdatum|archiviert am|supprimé le|supprimée le|date de suppression|archivé le|"
        u"archivée le|eliminado el|fecha de eliminación|archivado el|fecha de archivado|excluído em|"
        u"data de exclusão|arquivado em|eliminato il|archiviato il|verwijderd op|usunięto|raderad "
        u"den|削除日");
    return names.contains(plainWords(column));
}

bool isNamedForRegions(const QString &column)
{
    static const QStringList names{u"region"_s,    u"regions"_s, u"country"_s,    u"countries"_s,
                                   u"territory"_s, u"geo"_s,     u"geography"_s,  u"area"_s,
                                   u"land"_s,      u"gebiet"_s,  u"pays"_s,       u"territoire"_s,
                                   u"pais"_s,      u"regiao"_s,  u"territorio"_s, u"regional"_s};
    return holdsAny(plainWords(column), names);
}

bool isNamedForProducts(const QString &column)
{
    return holdsAny(plainWords(column), namesOfRole(ColumnRole::Product));
}
