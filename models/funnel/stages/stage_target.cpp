#include "models/funnel/stages/stage_target.h"

#include "models/funnel/stages/stage_names.h"
#include "models/funnel/stages/stage_turns.h"
#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// "Customer" is won, "Proposal sent to customer" is not: within other words these count only beside such as
// say no more.
bool saysOnlyCustomer(const QString &words)
{
    static const QStringList customers{
        u"customer"_s,  u"kunde"_s,   u"client"_s,   u"cliente"_s,  u"win"_s,        u"auftrag"_s,
        u"signed"_s,    u"ordered"_s, u"paid"_s,     u"invoiced"_s, u"delivered"_s,  u"bezahlt"_s,
        u"geliefert"_s, u"paye"_s,    u"payee"_s,    u"livre"_s,    u"livree"_s,     u"pagado"_s,
        u"entregado"_s, u"pago"_s,    u"entregue"_s, u"pagato"_s,   u"consegnato"_s, u"betaald"_s,
        u"geleverd"_s,  u"oplacone"_s};
    static const QStringList beside{u"new"_s,      u"existing"_s,  u"active"_s,  u"current"_s, u"paying"_s,
                                    u"became"_s,   u"neuer"_s,     u"nouveau"_s, u"nuevo"_s,   u"novo"_s,
                                    u"contract"_s, u"agreement"_s, u"deal"_s,    u"order"_s,   u"closed"_s,
                                    u"erteilt"_s,  u"a"_s};
    const QStringList all = words.split(u' ');
    return std::all_of(all.begin(), all.end(), [](const QString &word) {
        return customers.contains(word) || beside.contains(word)
            || std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    });
}

bool isNounOfWinning(const QString &name)
{
    static const QStringList nouns{
        u"renewed"_s,    u"customer"_s, u"kunde"_s,      u"client"_s,   u"cliente"_s,  u"win"_s,
        u"auftrag"_s,    u"signed"_s,   u"evangelist"_s, u"ordered"_s,  u"paid"_s,     u"invoiced"_s,
        u"delivered"_s,  u"bezahlt"_s,  u"geliefert"_s,  u"paye"_s,     u"payee"_s,    u"livre"_s,
        u"livree"_s,     u"pagado"_s,   u"entregado"_s,  u"pago"_s,     u"entregue"_s, u"pagato"_s,
        u"consegnato"_s, u"betaald"_s,  u"geleverd"_s,   u"oplacone"_s, u"выдано"_s,   u"оплачено"_s,
        u"отгружено"_s};
    return nouns.contains(name);
}

// `name` in `words` means `found`, won or lost, by itself.
StageConcept turned(StageConcept found, const QString &words, const QString &name)
{
    static const QStringList closed{u"closed"_s,  u"geschlossen"_s, u"abgeschlossen"_s,
                                    u"ferme"_s,   u"cloture"_s,     u"cerrado"_s,
                                    u"cerrada"_s, u"fechado"_s,     u"fechada"_s};
    switch (turnOf(words, name, found == StageConcept::Lost)) {
    case Turn::Open:
        return StageConcept::Asked;
    case Turn::OfOthers:
        return StageConcept::Lost;
    case Turn::Denied:
        if (found == StageConcept::Lost)
            return StageConcept::Asked;
        return holdsAny(QString(words).remove(name), closed) ? StageConcept::Lost : StageConcept::NotWon;
    case Turn::None:
        break;
    }
    return found;
}

// "closedwon", as HubSpot names stages for programs.
bool isNameInOne(const QString &words, const QStringList &names)
{
    constexpr qsizetype shortest = 7;
    if (words.size() < shortest || words.contains(u' '))
        return false;
    return std::any_of(names.begin(), names.end(),
                       [&words](const QString &name) { return QString(name).remove(u' ') == words; });
}

// Two letters are a chance hit, two characters of Chinese or Japanese a word.
bool mayStandAmongOthers(const QString &name)
{
    constexpr qsizetype letters = 2;
    if (name == u"verbal") // "Verbal No"
        return false;
    return name.size() > letters || name.at(0).category() == QChar::Letter_Other;
}

std::optional<StageConcept> conceptOfWords(const QString &text)
{
    const QString words = plainWords(spelledOut(text));
    for (const StageNames &usual : usualStageNames())
        if (usual.names.contains(words) || isNameInOne(words, usual.names))
            return usual.meaning;
    // "3 - Proposal", "Closed Won - Renewal", "Marketing Qualified Lead (MQL)": the longest name in it
    // counts; what says lost or won stands first and counts before a stage.
    std::optional<StageConcept> found;
    QString longest;
    for (const StageNames &usual : usualStageNames()) {
        for (const QString &name : usual.names) {
            if (name.size() > longest.size() && mayStandAmongOthers(name) && holdsWords(words, name)
                && (!isNounOfWinning(name) || saysOnlyCustomer(words))) {
                longest = name;
                found = usual.meaning;
            }
        }
        if (const QString refusal = wordOfRefusal(words);
            usual.meaning == StageConcept::Lost && !found && !refusal.isEmpty()) {
            longest = refusal;
            found = usual.meaning;
        }
        const bool ends = usual.meaning == StageConcept::Lost || usual.meaning == StageConcept::Won;
        if (ends && found)
            return turned(*found, words, longest);
    }
    // "No proposal yet", while "not contacted" is a lead all the same.
    return found && *found > StageConcept::Lead && isDenied(words, longest) ? StageConcept::Asked : found;
}

// "Gewonnen?" asks whether it is.
std::optional<StageConcept> conceptOf(const QString &text)
{
    const auto found = conceptOfWords(text);
    const bool isEnd = found == StageConcept::Won || found == StageConcept::Lost;
    const QString last = text.trimmed().last(std::min<qsizetype>(1, text.trimmed().size()));
    return isEnd && (last == u"?" || last == u"？") ? StageConcept::Asked : found;
}

StageTarget targetOfStage(const QList<Stage> &stages, qsizetype index)
{
    // Whoever is at the last stage has won.
    return index + 1 == stages.size() ? StageTarget{StageTarget::Kind::Won, 0}
                                      : StageTarget{StageTarget::Kind::Stage, stages.at(index).id};
}

} // namespace

QString stageTargetKey(StageTarget::Kind kind)
{
    static const QStringList keys{u"unknown"_s, u"stage"_s,  u"open"_s,   u"won"_s,
                                  u"lost"_s,    u"ignore"_s, u"not_won"_s};
    return keys.at(static_cast<int>(kind));
}

StageTarget::Kind stageTargetFromKey(const QString &key)
{
    using enum StageTarget::Kind;
    for (const StageTarget::Kind kind : {Stage, Open, Won, Lost, Ignore, NotWon})
        if (stageTargetKey(kind) == key)
            return kind;
    return Unknown;
}

bool saysUnderWay(const QString &text)
{
    static const QStringList names = plainNames(
        u"in progress|in process|open|active|pending|working|ongoing|in bearbeitung|in "
        u"arbeit|offen|aktiv|laufend|"
        u"en cours|en cours de traitement|ouvert|ouverte|actif|active|en curso|en proceso|en "
        u"progreso|abierto|"
        u"abierta|activo|activa|em andamento|em curso|em progresso|aberto|aberta|ativo|ativa|in corso|aperto|"
        u"aperta|in behandeling|lopend|w toku|otwarte|pågående|öppen|進行中|进行中");
    return names.contains(plainWords(text));
}

StageTarget recogniseStage(const QString &text, const QList<Stage> &stages, Listed listed)
{
    const QString beginning = text.left(longestName);
    static const QRegularExpression pipeline(u"\\s*\\([^()]*pipeline[^()]*\\)\\s*$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression note(u"\\s*\\([^()]*\\)\\s*$"_s); // "Closed Lost (no budget)"
    auto meaning = conceptOf(beginning);
    // "Qualified To Buy (Renewals)" is the stage of another pipeline, "Opportunity (lost)" is lost; a stage
    // may have brackets of its own.
    for (const QRegularExpression &behind : {pipeline, note}) {
        if (behind == note && meaning && *meaning > StageConcept::Opportunity)
            break;
        const QString words = plainWords(QString(beginning).remove(behind));
        const auto same = [&words](const QString &name) { return plainWords(name) == words; };
        for (qsizetype i = 0; i < stages.size(); ++i)
            if (const Stage &stage = stages.at(i);
                same(stage.name) || std::any_of(stage.crmNames.begin(), stage.crmNames.end(), same))
                return targetOfStage(stages, i);
    }
    if (!meaning && beginning.contains(note))
        meaning = conceptOf(QString(beginning).remove(note));
    if (listed != Listed::Any && saysUnderWay(beginning))
        meaning = listed == Listed::Leads ? StageConcept::Lead : StageConcept::Opportunity;
    // By sales, as leads are; a deal that is accepted may be won.
    static const QStringList bySales = plainNames(u"sal|sales|lead|leads|vertrieb");
    if (meaning == StageConcept::Sal && listed != Listed::Leads && !holdsAny(plainWords(beginning), bySales))
        return {};
    if (!meaning || *meaning == StageConcept::Asked)
        return {};
    if (*meaning == StageConcept::Lost)
        return {StageTarget::Kind::Lost, 0};
    if (*meaning == StageConcept::Won)
        return {StageTarget::Kind::Won, 0};
    if (*meaning == StageConcept::NotWon)
        return {StageTarget::Kind::NotWon, 0};
    if (*meaning == StageConcept::Deleted)
        return {StageTarget::Kind::Ignore, 0};
    // The last stage of the workbook that is not beyond what the text means.
    qsizetype best = -1;
    for (qsizetype i = 0; i + 1 < stages.size(); ++i) {
        const auto own = conceptOf(stages.at(i).name);
        if (own && *own <= *meaning)
            best = i;
    }
    return best < 0 ? StageTarget{} : targetOfStage(stages, best);
}

bool saysOpen(const QString &text)
{
    return conceptOf(text) == StageConcept::Opportunity;
}

int stageOfLeads(const QList<Stage> &stages)
{
    const StageTarget target = recogniseStage(u"Lead"_s, stages);
    for (int i = 0; i < stages.size() && target.kind == StageTarget::Kind::Stage; ++i)
        if (stages.at(i).id == target.stage)
            return i;
    return 0;
}

bool namesLeads(const QString &text)
{
    const auto meaning = conceptOf(text);
    return meaning && *meaning <= StageConcept::Sql;
}

bool mostAreStages(const QStringList &texts)
{
    const auto known = std::count_if(texts.begin(), texts.end(),
                                     [](const QString &text) { return conceptOf(text).has_value(); });
    return known * 2 > texts.size();
}

bool saysYes(const QString &text)
{
    static const QStringList yes = plainNames(
        u"true|yes|y|1|ja|wahr|oui|si|vrai|sim|verdadero|verdadeiro|vero|waar|tak|prawda|はい|evet|doğru|"
        u"да|истина|是|예|네|sand|sann|kyllä|tosi|ano|pravda");
    static const QStringList marks{u"x"_s, u"X"_s, u"✓"_s, u"✔"_s, u"✔️"_s,
                                   u"☑"_s, u"✅"_s, u"√"_s, u"●"_s, u"•"_s};
    return yes.contains(plainWords(text)) || marks.contains(text.trimmed());
}

bool saysYesOrNo(const QStringList &texts)
{
    static const QStringList no = plainNames(
        u"false|no|n|0|nein|falsch|non|faux|nao|falso|nee|onwaar|nie|fałsz|いいえ|hayır|yanlış|нет|ложь|"
        u"否|아니오|아니요|nej|nei|falsk|usann|ei|epätosi|ne|nepravda");
    static const QStringList noMarks{u"✗"_s, u"✘"_s, u"❌"_s, u"☐"_s, u"○"_s};
    return !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [](const QString &text) {
        return saysYes(text) || no.contains(plainWords(text)) || noMarks.contains(text.trimmed());
    });
}

QString stageEnteredIn(const QString &column)
{
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> made;
        for (const QStringView pattern :
             {u"^date entered (.+)$", u"^entered (.+?)(?: on| at| date)?$", u"^(.+?) entered(?: on| at)?$",
              u"^became an? (.+?) date$", u"^eintritt(?:sdatum)? in (.+)$", u"^datum des eintritts in (.+)$",
              u"^eingetreten in (.+?)(?: am)?$", u"^(.+?) erreicht am$", u"^date d.entrée dans (.+)$",
              u"^stage date (.+)$", u"^date (?:of )?stage (.+)$", u"^phasendatum (.+)$",
              u"^datum (?:der )?phase (.+)$", u"^date (?:de l.)?étape (.+)$",
              u"^fecha (?:de )?(?:la )?etapa (.+)$", u"^data (?:da )?etapa (.+)$",
              u"^fecha de entrada en (.+)$", u"^data de entrada em (.+)$"})
            made.append(QRegularExpression(pattern.toString(),
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::UseUnicodePropertiesOption));
        return made;
    }();
    static const QRegularExpression prefix(u"^hs (v2 )?"_s), pipeline(u"\\s*\\([^()]*\\)$"_s),
        quotes(u"[\"“”„«»']"_s);
    static const QStringList none{u"stage"_s,   u"current stage"_s, u"the stage"_s,  u"stage date"_s,
                                  u"date"_s,    u"phase"_s,         u"deal stage"_s, u"pipeline"_s,
                                  u"by"_s,      u"last stage"_s,    u"system"_s,     u"current phase"_s,
                                  u"entered"_s, u"entry"_s,         u"change"_s,     u"changed"_s,
                                  u"updated"_s, u"modified"_s,      u"start"_s,      u"end"_s,
                                  u"actual"_s,  u"atual"_s,         u"actuelle"_s,   u"anterior"_s};
    QString name = column;
    name = name.replace(u'_', u' ').simplified().remove(prefix);
    for (const QRegularExpression &pattern : patterns) {
        const auto match = pattern.match(name);
        if (!match.hasMatch())
            continue;
        const QString stage = match.captured(1).remove(pipeline).remove(quotes).remove(pipeline).trimmed();
        return none.contains(plainWords(stage)) ? QString() : stage;
    }
    return {};
}
