#include "models/funnel/import/stages.h"

#include "models/funnel/import/stage_turns.h"
#include "models/tables/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The usual way of a customer, from the first to the last.
// Asked: "almost won" is nothing that we could tell.
enum class Concept { Visitor, Lead, Mql, Sal, Sql, Opportunity, Won, Lost, NotWon, Deleted, Asked };

struct Usual
{
    Concept meaning;
    QStringList names; // as plain words
};

const QList<Usual> &usualNames()
{
    static const QList<Usual> all{
        {Concept::Lost,
         plainNames(
             u"closed lost|lost|lose|loss|l|geschlossen nicht konvertiert|nicht konvertiert|nicht "
             u"umgewandelt|fermee "
             u"non convertie|cloturee non convertie|non convertie|non converti|cerrado no convertido|no "
             u"convertido|fechado nao convertido|nao convertido|schlechter zeitpunkt|unqualifiziert|"
             u"mauvais moment|mal momento|momento ruim|non qualifiee|closed not converted|not "
             u"converted|apology|analyze "
             u"failure|verloren|geschlossen verloren|abgeschlossen "
             u"verloren|abgelehnt|"
             u"absage|disqualifiziert|perdu|perdue|ferme perdu|cloture perdu|fermee perdue|"
             u"abandonne|refuse|perdido|perdida|cerrado perdido|cerrada perdida|cierre perdido|"
             u"descartado|rechazado|fechado perdido|perdido fechado|desqualificado|descalificado|"
             u"cancelado|cancelled|canceled|disqualified|unqualified|not qualified|rejected|dead|"
             u"abandoned|no decision|out sold|junk|junk lead|not interested|declined|churned|"
             u"will not buy|will not proceed|will not close|will not go ahead|will not move forward|will not "
             u"fix|lost to competition|storniert|nicht qualifiziert|kein interesse|lost lead|do not "
             u"contact|do not call|geweigerd|deal "
             u"lost|bad timing|"
             u"out of business|bad lead|bad fit|not a "
             u"fit|ausverkauft|abgebrochen|annule|annulee|cancelada|negocio perdido|"
             u"trato perdido|affaire perdue|fechada perdida|nao qualificado|no calificado|non qualifie"
             u"|persa|perso|chiusa persa|chiuso perso|gesloten "
             u"verloren|afgewezen|przegrana|przegrany|utracona|stracona|forlorad|forlorat|stangd "
             u"forlorad|失注|不成立"
             u"|kaybedildi|kayıp|kapandı kaybedildi|проиграна|проиграно|проигран|сделка проиграна"
             u"|провалена|отказ|не реализовано|закрыто и не реализовано|закрыта проиграна"
             u"|некачественный "
             u"лид|输单|丢单|已输单|已丢单|失败|已失败|已流失|关闭输单|輸單|丟單|失敗|成交失敗|"
             u"關閉失敗|실패|실주|패주|종료 실패"
             u"|수주 실패|tabt|lukket tabt|afvist|tapt|lukket tapt|avslått|hävitty|hävisi"
             u"|suljettu hävitty|hylätty|prohráno|prohraný|prohraná|uzavřeno prohráno|zamítnuto"
             u"|zamknięte przegrane|przegrane|zamknięta przegrana|utracone|odrzucona|odrzucony"
             u"|scartato|afgevallen"
             u"|elveszett|elvesztett|lezárt elveszett|pierdut|pierdută|închis "
             u"pierdut|χαμένη|χαμένο|χάθηκε|απωλέσθη|אבוד|הפסד|נסגר הפסד|خسارة|خاسرة|مغلقة "
             u"خسارة|مفقودة|خسر|програно|програна|втрачено|відмова|perdut|perduda|tancat perdut")},
        {Concept::Deleted,
         plainNames(
             u"deleted|spam|duplicate|duplicated|dublette|doublon|duplicado|geloscht|supprime|supprimee|"
             u"eliminado|"
             u"eliminada|excluido|excluida"
             u"|silindi|удалена|удалено|已删除|已刪除|삭제됨|slettet|poistettu|smazáno|usunięte|usunięta"
             u"|eliminata|verwijderd|borttagen|削除済み")},
        {Concept::Won,
         plainNames(
             u"closed won|won|vendida|vendido|verkauft|vendu|vendue|gewonnen|geschlossen "
             u"gewonnen|abgeschlossen gewonnen|auftrag|"
             u"auftrag erhalten|gagne|gagnee|conclu|signe|affaire gagnee|ferme gagne|cloture gagne|"
             u"fermee gagnee|ganado|ganada|cerrado ganado|cerrada ganada|cierre ganado|ganho|ganha|"
             u"fechado ganho|negocio fechado|venda ganha|sold|customer|kunde|client|cliente|w|win|"
             u"order received|purchased|converted to customer|signed|deal "
             u"won|evangelist|invoice paid|paid invoice|fully paid|paid in full|payment received|rechnung "
             u"bezahlt|bezahlt|geliefert|paye|payee|livre|livree|pagado|entregado|pago|entregue|pagato|"
             u"consegnato|betaald|geleverd|oplacone|ordered|paid|invoiced|delivered|выдано|оплачено|"
             u"отгружено|conclue|lograda|geaccepteerd|aanvaard|"
             u"logrado|fechada ganha|"
             u"trato ganado|negocio ganho|unterschrieben|vertrag unterschrieben|angebot "
             u"unterschrieben|signe|firmado|assinado"
             u"|vinta|vinto|chiusa vinta|chiuso vinto|gesloten "
             u"gewonnen|wygrana|wygrany|vunnen|vunnet|stangd vunnen|受注|成約|成立|chiusa conquistata|chiuso "
             u"conquistato"
             u"|kazanıldı|kazanılmış|kapandı kazanıldı|выиграна|выиграно|выигран|сделка успешна"
             u"|успешно реализовано|успешна|успешно|закрыта выиграна|договор подписан|成交|已成交|赢单|已赢单"
             u"|成功|关闭赢单|贏單|已贏單|成交成功|성공|수주|계약 완료|계약완료|종료 성공|vundet|lukket "
             u"vundet|lukket vunnet"
             u"|voitettu|suljettu voitettu|vyhráno|vyhraná|vyhraný|uzavřeno vyhráno"
             u"|zamknięte wygrane|wygrane|zamknięta wygrana|umowa podpisana"
             u"|megnyert|nyert|lezárt nyert|câștigat|câștigată|închis "
             u"câștigat|κερδισμένη|κερδισμένο|κερδήθηκε|זכייה|זכה|נסגר זכייה|فوز|رابحة|مغلقة فوز|مكسوبة|تم "
             u"الفوز|ربح|виграно|виграна|укладено|guanyat|guanyada|tancat guanyat")},
        {Concept::Visitor,
         plainNames(u"visitor|visitors|subscriber|website visitor|anonymous|besucher|abonnent|visiteur|"
                    u"visiteurs|abonne|visitante|visitantes|suscriptor|assinante|click|clicks|session"
                    u"|ziyaretçi|посетитель|访客|訪客|방문자|besøgende|besøkende|vierailija|návštěvník"
                    u"|odwiedzający|visitatore|bezoeker|besökare|訪問者")},
        {Concept::Lead,
         plainNames(
             u"lead|leads|new|contacting|follow up|new lead|open lead|contact|raw lead|inquiry|enquiry|"
             u"verbunden|kontaktversuch|versuchter kontakt|kontakt versucht|nicht kontaktiert|offen nicht "
             u"kontaktiert|in bearbeitung kontaktiert|connecte|connectee|contactee|tentative de contact|non "
             u"contacte|non contactee|ouverte non contactee|ouvert non contacte|en cours contactee|en cours "
             u"contacte|conectado|intento de contacto|no contactado|abierto no contactado|en curso "
             u"contactado|"
             u"tentativa de contato|nao contatado|nao contactado|aberto nao contatado|trabalhando contatado|"
             u"em andamento contatado|"
             u"attempted to contact|contact attempted|attempted|not contacted|not yet contacted|"
             u"contacted|open not contacted|working contacted|working|in progress|connected|neu|"
             u"kontakt|kontaktiert|interessent|anfrage|nouveau|prospect|contacte|nuevo|contactado|"
             u"interesado|novo|novo lead|contatado|contato|contact in future|unworked"
             u"|nuova|nuovo|nieuw|nowa|nowy|nytt|新規|リード"
             u"|yeni|aday|potansiyel müşteri|iletişime geçildi|новый|новая|новая заявка|новый лид"
             u"|лид|первичный контакт|в работе|не "
             u"обработано|新建|新线索|线索|潜在客户|已联系|跟进中|未联系|新線索|線索|潛在客戶"
             u"|已聯絡|未聯絡|신규|리드|잠재고객|접촉|연락 "
             u"완료|ny|nyt|kontaktet|uusi|liidi|kontaktoitu|nový|nová"
             u"|kontaktovaný|osloven|nowe|skontaktowano|nieuwe|contattato|benaderd|kontaktad|見込み客"
             u"|érdeklődő|új|nou|client potențial|νέος|νέο|νέα|δυνητικός πελάτης|ליד|חדש|عميل "
             u"محتمل|جديد|новий|нова|лід|client potencial")},
        {Concept::Mql,
         plainNames(
             u"mql|marketing qualified lead|marketing qualified|mqls|qualified lead|"
             u"marketing qualifiziert|marketing qualifizierter lead|marketing qualifizierter|lead qualifie "
             u"marketing|lead qualifie pour le marketing|lead qualifie par le marketing|lead calificado "
             u"para marketing|lead cualificado por marketing|lead cualificado para marketing|lead "
             u"qualificado pelo marketing|lead qualificado para marketing|lead calificado por marketing|"
             u"lead qualificado por marketing|engaged|nurture|nurturing"
             u"|pazarlama nitelikli|маркетинговый "
             u"лид|市场合格线索|市场认可线索|行銷合格潛在客戶|마케팅 적격 리드"
             u"|marketing kvalificeret|marketing kvalifisert|markkinointikelpoinen liidi"
             u"|マーケティング適格リード")},
        {Concept::Sal,
         plainNames(u"sal|sales accepted lead|sales accepted|accepted|vertrieb akzeptiert|accepte|"
                    u"aceptado|aceito")},
        {Concept::Sql,
         plainNames(
             u"sql|vertriebsqualifizierter lead|vertriebs qualifizierter lead|sales qualifizierter lead|"
             u"vertrieblich qualifizierter lead|lead qualifie pour la vente|lead qualifie pour les "
             u"ventes|lead qualifie par les ventes|lead calificado para ventas|lead cualificado para "
             u"ventas|lead cualificado por ventas|lead qualificado pela area de vendas|lead qualificado "
             u"por vendas|lead qualificado para vendas|sales qualified lead|sales "
             u"qualified|sqls|prospecting|qualification|qualified|"
             u"qualified to buy|qualify|qualifying|pre qualified|contact made|discovery|"
             u"appointment|appointment scheduled|meeting|meeting scheduled|meeting booked|"
             u"first meeting|qualifizierung|qualifikation|qualifiziert|termin|termin vereinbart|erstgesprach|"
             u"prospektion|qualifie|qualifiee|rendez "
             u"vous|rdv|prospeccion|prospection|calificacion|cualificacion|calificado|"
             u"cualificado|cita|reunion|prospeccao|qualificacao|qualificado|reuniao|agendado|"
             u"vertrieb qualifiziert|qualifizieren|qualifier|calificar|qualificar|kontakt hergestellt|"
             u"kontakt aufgenommen|contact etabli|contacto realizado|contato feito|cita programada|"
             u"reunion programada|reuniao agendada|rendez vous planifie"
             u"|prospezione|prospectie|poszukiwanie|見込み調査|qualificata|qualificato|qualificazione|"
             u"kwalificatie|gekwalificeerd|zakwalifikowany|"
             u"kwalifikacja|kvalificerad|"
             u"kvalificering"
             u"|nitelikli|nitelendirme|kalifikasyon|toplantı|toplantı planlandı|квалификация"
             u"|квалифицирован|квалифицирована|встреча|встреча назначена|назначена встреча|资格认定"
             u"|资格审查|初步接洽|初步沟通|資格審查|初步洽談|자격 검증|적격|미팅|미팅 "
             u"예정|상담|kvalificeret|kvalifisert"
             u"|kvalifisering|møde|møde booket|møde aftalt|møte|møte booket|kvalifioitu"
             u"|kvalifiointi|tapaaminen|tapaaminen sovittu|kvalifikace|kvalifikováno|kvalifikovaný"
             u"|schůzka|schůzka naplánována|zakwalifikowana|zakwalifikowane|spotkanie"
             u"|spotkanie umówione|appuntamento|riunione|afspraak|möte|möte "
             u"bokat|アポイント|ヒアリング|見込みの評価|評価")},
        {Concept::Opportunity,
         plainNames(
             u"opportunity|opportunities|open|active|suspended|pending|paused|stalled|create papers|invoice|"
             u"closed converted|converted|konvertiert|geschlossen "
             u"konvertiert|umgewandelt|convertie|converti|fermee "
             u"convertie|cloturee convertie|convertido|convertida|cerrado convertido|cerrada "
             u"convertida|fechado "
             u"convertido|fechada convertida|offener deal|transaction ouverte|negocio abierto|negocio aberto|"
             u"final invoice|prepayment invoice|dokumente vorbereiten|rechnung|"
             u"executing|preparation|vorschlag|engaging|demo|demo "
             u"scheduled|demo completed|"
             u"presentation|presentation scheduled|needs analysis|needs defined|value proposition|"
             u"id decision makers|identify decision makers|decision maker bought in|"
             u"decision makers|perception analysis|proposal|proposal made|proposal sent|"
             u"proposal price quote|price quote|quote|quotation|quote sent|offer|develop|propose|"
             u"solution|evaluation|technical "
             u"evaluation|negotiation|negotiations|negotiate|negotiating|discover|scope|"
             u"negotiations started|negotiation review|in negotiation|contract|contract sent|"
             u"verbal commit|verbal "
             u"agreement|verbal|verbally committed|mundliche "
             u"zusage|pitching|commit|pitch|pitched|scoping|scoped|shortlisted|shortlist|"
             u"contracting|bidding|bid submitted|tender|best case|quoted|postponed|stand by|standby|cotizado|"
             u"pendiente|closing|legal|procurement|pilot|trial|poc|on hold|pipeline|"
             u"verkaufschance|offen|angebot|angebot erstellt|angebot gesendet|angebot versendet|"
             u"angebotsphase|verhandlung|in verhandlung|bedarfsanalyse|analisi "
             u"esigenze|behoefteanalyse|ニーズの把握|"
             u"prasentation|vertrag|"
             u"vertrag gesendet|entscheidung|opportunite|en cours|ouvert|ouverte|"
             u"analyse des besoins|proposition|devis|devis envoye|offre|negociation|contrat|"
             u"oportunidad|abierto|abierta|en curso|analisis de necesidades|propuesta|"
             u"propuesta enviada|presupuesto|cotizacion|negociacion|contrato|oportunidade|aberto|"
             u"aberta|em andamento|analise de necessidades|proposta|proposta enviada|orcamento|"
             u"negociacao|close|open deal|in bearbeitung|abschliessen|verhandlungen|verhandlungen begonnen|"
             u"entscheidungstrager uberzeugt|entscheider identifizieren|"
             u"entscheidungstrager identifizieren|wertversprechen|wahrnehmungsanalyse|entwickeln|"
             u"vorschlagen|angebot gemacht|demo geplant|negociations|negociations commencees|"
             u"proposition faite|demo planifiee|presentation planifiee|decideur convaincu|"
             u"decideurs identifies|identification des decideurs|analyse de perception|"
             u"proposition de valeur|contrat envoye|developper|proposer|conclure|negociaciones|"
             u"negociaciones iniciadas|propuesta realizada|presentacion|presentacion programada|"
             u"demostracion|demo programada|decisor convencido|identificar responsables|"
             u"analisis de percepcion|propuesta de valor|contrato enviado|desarrollar|proponer|cerrar|"
             u"negociacoes|negociacoes iniciadas|proposta feita|apresentacao|apresentacao agendada|"
             u"demonstracao|demonstracao agendada|tomador de decisao|tomadores de decisao|"
             u"analise de percepcao|proposta de valor|desenvolver|propor|fechar|cotacao"
             u"|trattativa|offerta|preventivo|negoziazione|offerte|voorstel|onderhandeling|oferta|"
             u"negocjacje|szansa|offert|forhandling|forslag|提案|商談|見積|見積もり|価格見積もり|交渉|要分析"
             u"|fırsat|teklif|teklif gönderildi|teklif verildi|müzakere|pazarlık|sözleşme"
             u"|sözleşme gönderildi|sunum|açık|değerlendirme|ihtiyaç analizi|предложение"
             u"|коммерческое предложение|кп отправлено|переговоры|согласование"
             u"|согласование договора|договор|договор отправлен|презентация|анализ потребностей"
             u"|выявление потребностей|принимают решение|принятие решения|открыта|открыто"
             u"|в процессе|счет выставлен|счет на предоплату|подготовка документов|финальный "
             u"счет|商机|方案|方案报价|报价|已报价|谈判"
             u"|谈判审核|商务谈判|合同|签约中|合同审批|需求分析|价值建议|演示|进行中|开放|投标|招投标|商機|"
             u"報價|已報價|談判|議價|合約|簡報|進行中|開啟|제안"
             u"|제안서|제안서 발송|견적|견적 발송|협상|협상 중|계약|계약 검토|발표|데모|진행 "
             u"중|진행중|기회|영업기회|요구 분석|니즈 분석|tilbud"
             u"|tilbud sendt|præsentation|kontrakt|kontrakt sendt|åben|behovsanalyse|presentasjon"
             u"|forhandlinger|avtale sendt|åpen|tarjous|tarjous lähetetty|tarjous jätetty"
             u"|neuvottelu|neuvottelut|sopimus|esittely|avoin|kesken|tarvekartoitus|nabídka"
             u"|nabídka odeslána|jednání|vyjednávání|smlouva|smlouva odeslána|prezentace|otevřená"
             u"|otevřeno|analýza potřeb|oferta wysłana|negocjacja|umowa|umowa wysłana|prezentacja"
             u"|otwarta|otwarte|w toku|analiza potrzeb|propozycja|opportunità|contratto|aperta"
             u"|aperto|presentazione|lopend|voorstel verzonden|avtal|avtal skickat|öppen|pågående"
             u"|ajánlat|tárgyalás|ofertă|negociere|propunere|προσφορά|πρόταση|διαπραγμάτευση|הצעה|הצעת "
             u"מחיר|משא ומתן|عرض|عرض سعر|تفاوض|مفاوضات|пропозиція|переговори|комерційна "
             u"пропозиція|negociació|en attente")},
    };
    return all;
}

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
        u"customer"_s, u"kunde"_s,      u"client"_s,   u"cliente"_s,  u"win"_s,      u"auftrag"_s,
        u"signed"_s,   u"evangelist"_s, u"ordered"_s,  u"paid"_s,     u"invoiced"_s, u"delivered"_s,
        u"bezahlt"_s,  u"geliefert"_s,  u"paye"_s,     u"payee"_s,    u"livre"_s,    u"livree"_s,
        u"pagado"_s,   u"entregado"_s,  u"pago"_s,     u"entregue"_s, u"pagato"_s,   u"consegnato"_s,
        u"betaald"_s,  u"geleverd"_s,   u"oplacone"_s, u"выдано"_s,   u"оплачено"_s, u"отгружено"_s};
    return nouns.contains(name);
}

// `name` in `words` means `found`, won or lost, by itself.
Concept turned(Concept found, const QString &words, const QString &name)
{
    static const QStringList closed{u"closed"_s,  u"geschlossen"_s, u"abgeschlossen"_s,
                                    u"ferme"_s,   u"cloture"_s,     u"cerrado"_s,
                                    u"cerrada"_s, u"fechado"_s,     u"fechada"_s};
    switch (turnOf(words, name, found == Concept::Lost)) {
    case Turn::Open:
        return Concept::Asked;
    case Turn::OfOthers:
        return Concept::Lost;
    case Turn::Denied:
        if (found == Concept::Lost)
            return Concept::Asked;
        return holdsAny(QString(words).remove(name), closed) ? Concept::Lost : Concept::NotWon;
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

std::optional<Concept> conceptOf(const QString &text)
{
    const QString words = plainWords(spelledOut(text));
    for (const Usual &usual : usualNames())
        if (usual.names.contains(words) || isNameInOne(words, usual.names))
            return usual.meaning;
    // "3 - Proposal", "Closed Won - Renewal", "Marketing Qualified Lead (MQL)": the longest name in it
    // counts; what says lost or won stands first and counts before a stage.
    std::optional<Concept> found;
    QString longest;
    for (const Usual &usual : usualNames()) {
        for (const QString &name : usual.names) {
            if (name.size() > longest.size() && mayStandAmongOthers(name) && holdsWords(words, name)
                && (!isNounOfWinning(name) || saysOnlyCustomer(words))) {
                longest = name;
                found = usual.meaning;
            }
        }
        const bool ends = usual.meaning == Concept::Lost || usual.meaning == Concept::Won;
        if (ends && found)
            return turned(*found, words, longest);
    }
    return found;
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
    const QString words = plainWords(QString(beginning).remove(pipeline));
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const Stage &stage = stages.at(i);
        const auto same = [&words](const QString &name) { return plainWords(name) == words; };
        if (same(stage.name) || std::any_of(stage.crmNames.begin(), stage.crmNames.end(), same))
            return targetOfStage(stages, i);
    }
    auto meaning = conceptOf(beginning);
    static const QRegularExpression note(u"\\s*\\([^()]*\\)\\s*$"_s); // "Closed Lost (no budget)"
    if (!meaning && beginning.contains(note))
        meaning = conceptOf(QString(beginning).remove(note));
    if (listed != Listed::Any && saysUnderWay(beginning))
        meaning = listed == Listed::Leads ? Concept::Lead : Concept::Opportunity;
    if (!meaning || *meaning == Concept::Asked)
        return {};
    if (*meaning == Concept::Lost)
        return {StageTarget::Kind::Lost, 0};
    if (*meaning == Concept::Won)
        return {StageTarget::Kind::Won, 0};
    if (*meaning == Concept::NotWon)
        return {StageTarget::Kind::NotWon, 0};
    if (*meaning == Concept::Deleted)
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
    return conceptOf(text) == Concept::Opportunity;
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
    return meaning && *meaning <= Concept::Sql;
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
    return yes.contains(plainWords(text));
}

bool saysYesOrNo(const QStringList &texts)
{
    static const QStringList no = plainNames(
        u"false|no|n|0|nein|falsch|non|faux|nao|falso|nee|onwaar|nie|fałsz|いいえ|hayır|yanlış|нет|ложь|"
        u"否|아니오|아니요|nej|nei|falsk|usann|ei|epätosi|ne|nepravda");
    return !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [](const QString &text) {
        return saysYes(text) || no.contains(plainWords(text));
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
