#include "models/funnel/stages/stage_turns.h"

#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Hopes, and what is no longer so.
const QStringList &hedges()
{
    static const QStringList all = plainNames(
        u"almost|nearly|likely|probably|expected|soon|former|ex|pending|maybe|perhaps|possibly|as good as|"
        u"practically|virtually|hopefully|potentially|bald|ehemaliger|wahrscheinlich|beinahe|nahezu|"
        u"so gut wie|voraussichtlich|vielleicht|möglicherweise|vermutlich|quasi|praktisch|demnächst|"
        u"hoffentlich|eventuell|evtl|ancien|bientôt|presque|quasiment|probablement|sans doute|antiguo|"
        u"ex cliente|casi|probablemente|posiblemente|quizás|quizá|tal vez|antigo|quase|provavelmente|"
        u"possivelmente|talvez|em breve|probabilmente|forse|bijna|waarschijnlijk|misschien|binnenkort|"
        u"vrijwel|nästan|snart|troligen|kanske|förmodligen|næsten|nesten|måske|kanskje|sandsynligvis|"
        u"sannsynligvis|forventet|prawie|prawdopodobnie|może|wkrótce|oczekiwane|melkein|lähes|"
        u"todennäköisesti|ehkä|pian|téměř|skoro|pravděpodobně|možná|brzy|neredeyse|muhtemelen|belki|yakında|"
        u"tahmini|почти|вероятно|скоро|возможно|может быть|ожидается|майже|ймовірно|majdnem|hamarosan|"
        u"valószínűleg|aproape|probabil|σχεδόν|예정|nda|"
        // Said, and not signed; or waiting for something.
        u"verbal|verbally|oral|orally|awaiting|waiting|unsigned|unconfirmed|to be confirmed|tbc|tentative|"
        u"tentatively|provisional|provisionally|in principle|mündlich|mündliche|ausstehend|unbestätigt|"
        u"vorläufig|wartet|verbalement|oralement|oral|en attente|à confirmer|provisoire|verbalmente|"
        u"pendiente|en espera|por confirmar|pendente|em espera|a confirmar|aguardando|in attesa|"
        u"da confermare|mondeling|in afwachting|ustnie|oczekuje|oczekująca|w oczekiwaniu|muntligt|väntar|"
        u"mundtligt|afventer|muntlig|avventer|suullisesti|odottaa|ústně|čeká|sözlü|beklemede|bekliyor|"
        u"устно|ожидает|в ожидании|szóban|口頭|待签|待定");
    return all;
}

// "Kann gewonnen werden" is a hope, "gewonnen, kann fakturiert werden" is not; German "fast" is almost.
const QStringList &hedgesBefore()
{
    static const QStringList all = plainNames(
        u"to be|about to|may be|might|could|can be|will be|should be|kann|könnte|wird|soll|fast|peut|pronto|"
        u"presto|kan");
    return all;
}

const QStringList &denials()
{
    static const QStringList all = plainNames(u"not|no|nicht|kein|keine|non|pas|never|não|nie|niet|ikke|inte|"
                                              u"ej|icke|ei|не|değil|neni|nem|nu|jamais|nunca|mai");
    return all;
}

// "not yet won", "pas encore gagné", "no se ha ganado"
bool isSmall(const QString &word)
{
    static const QStringList small = plainNames(
        u"yet|a|an|the|been|be|is|was|really|quite|closed|deal|als|noch|mehr|ist|wurde|geschlossen|encore|"
        u"été|est|aún|todavía|se|ha|sido|fue|ainda|foi|ancora|stata|stato|è|nog|jest|została|był|была|"
        u"было|был|ännu|ble|blev|enda");
    return small.contains(word);
}

bool isDenied(const QStringList &before, const QStringList &behind)
{
    const auto last = std::find_if_not(before.rbegin(), before.rend(), isSmall);
    static const QStringList answers = plainNames(u"no|nein|non|não|nej|nei|nee|değil"); // "Won: no"
    return (last != before.rend() && denials().contains(*last))
        || (behind.size() == 1 && answers.contains(behind.first()));
}

QStringList wordsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

// Where `words` holds one of `names` that is not denied: "won" in "won or lost", but not in "lost, not won".
bool holdsUndenied(const QString &words, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [&words](const QString &name) {
        return indexOfWords(words, name) >= 0 && !isDenied(words, name);
    });
}

} // namespace

QString wordOfRefusal(const QString &words)
{
    static const QRegularExpression refusal(
        u"\\b(?:refus(?:e|ee|es|ees|ed|al)|rechazad[oa]|reject(?:ed|ion)|declined?|declinee?|declinad[oa]|"
        u"recusad[oa]|rejeitad[oa]|reprovad[oa]|abgelehnt|abgesagt|zuruckgezogen|zuruckgetreten|gescheitert|"
        u"fehlgeschlagen|verworfen|withdrawn|failed|cancell?ed|cancelad[oa]|storniert|annulee?|annullat[oa]|"
        u"expired|abgelaufen|expiree?|expirad[oa]|caducad[oa]|terminated|gekundigt|rifiutat[oa]|scadut[oa]|"
        u"verlopen|afgewezen|odrzucon[aey]|avvisad|avslagen)\\b"_s);
    return refusal.match(words).captured();
}

bool isDenied(const QString &words, const QString &name)
{
    const qsizetype at = indexOfWords(words, name);
    return at >= 0 && isDenied(wordsOf(words.first(at)), wordsOf(words.sliced(at + name.size())));
}

QString spelledOut(QString text)
{
    constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression willNot(u"\\bwon['’´`]t\\b|\\bwont\\b"_s, anyCase),
        others(u"(\\w)n['’´`]t\\b"_s, anyCase), undone(u"\\bun-?(?=won\\b)"_s, anyCase);
    return text.replace(willNot, u"will not"_s).replace(others, u"\\1 not"_s).replace(undone, u"not "_s);
}

Turn turnOf(const QString &words, const QString &name, bool isLost)
{
    static const QStringList others
        = plainNames(u"competitor|competition|wettbewerb|wettbewerber|konkurrenz|concurrent|concurrence|"
                     u"competidor|competencia|concorrencia|concorrente");
    // A talk that did not take place may be held another day.
    static const QStringList talks
        = plainNames(u"demo|meeting|call|appointment|contact|contacts|attempt|email|termin|anruf|kontakt|"
                     u"kontaktversuch|gesprach|rendez vous|reunion|cita|llamada|reuniao|ligacao");
    static const QStringList winning
        = plainNames(u"won|win|gewonnen|gagné|gagnée|ganado|ganada|ganho|ganha|vinto|vinta|wygrana|wygrany|"
                     u"wygrane|vunnen|vunnet|vundet|voitettu|vyhráno|kazanıldı|выиграна|выиграно|выигран");
    const qsizetype at = std::max<qsizetype>(indexOfWords(words, name), 0);
    const QString before = words.first(at), behind = words.sliced(at + name.size());
    if (holdsAny(before, hedges()) || holdsAny(before, hedgesBefore()) || holdsAny(behind, hedges()))
        return Turn::Open;
    if (holdsAny(words, others))
        return isLost ? Turn::None : Turn::OfOthers;
    if (isLost && name == wordOfRefusal(words) && holdsAny(words, talks))
        return Turn::Open;
    if (isLost && (holdsUndenied(before, winning) || holdsUndenied(behind, winning)))
        return Turn::Open;
    return isDenied(wordsOf(before), wordsOf(behind)) ? Turn::Denied : Turn::None;
}
