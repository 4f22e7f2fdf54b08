#include "models/funnel/import/column_names.h"

using namespace Qt::StringLiterals;

namespace {

QStringList listOf(QStringView names)
{
    QStringList list;
    for (const QStringView name : names.split(u'|'))
        list.append(name.toString());
    return list;
}

} // namespace

const QStringList &namesOfRole(ColumnRole role)
{
    // As plainWords() makes them. The last names of a role are Italian, Dutch, Polish, Swedish and Japanese.
    static const QList<QStringList> names{
        // Key
        listOf(
            u"id|record id|deal id|opportunity id|lead id|key|hs object id|object id|potential id|"
            u"potentials id|record number|opportunity number|deal number|lead number|"
            u"do not modify opportunity|do not modify lead|nicht andern verkaufschance|"
            u"ne pas modifier opportunite|no modificar oportunidad|nao modificar oportunidade|"
            u"id de registro|id do registro|id d enregistrement|mql id|uuid|guid|case safe id|vorgangsnummer|"
            u"verkaufschancen id|datensatz id|chancen id|angebotsnummer|nummer|nr|identifiant|"
            u"id de la transaction|id de l opportunite|reference|numero|identificador|id del negocio|"
            u"id de oportunidad|codigo|id do negocio|number|ref|code|email|e mail"
            u"|id trattativa|id opportunita|dealnummer|id szansy|id transakcji|affars "
            u"id|affarsnummer|商談id|案件id|取引id"),
        // Name
        listOf(u"deal "
               u"name|dealname|verkaufschance|opportunite|oportunidad|oportunidade|abschlussname|titre|"
               u"rubrique|tema|topico|opportunity name|potential "
               u"name|deal title|name|title|topic|subject|deal|"
               u"opportunity|lead name|bezeichnung|titel|thema|deal bezeichnung|name der verkaufschance|"
               u"nom de l opportunite|nom de la transaction|nom|intitule|libelle|nombre del negocio|"
               u"nombre de la oportunidad|nombre|titulo|nome do negocio|nome da oportunidade|nome"
               u"|nome trattativa|nome opportunita|naam|dealnaam|nazwa|nazwa "
               u"szansy|namn|affarsnamn|商談名|案件名|取引名"),
        // Stage
        listOf(u"deal stage|dealstage|stage|sales stage|pipeline stage|opportunity stage|funnel stage|stage "
               u"name|"
               u"lifecycle stage|lead stage|pipeline phase|lead status|deal phase|phase|verkaufsphase|"
               u"vertriebsphase|verkaufsstufe|stufe|stadium|etape|etape de la transaction|etape de vente|"
               u"phase de vente|etapa|etapa del negocio|etapa de ventas|fase|fase de venta|"
               u"etapa do negocio|estagio|fase do negocio|etapa do funil|pipelinephase|dealphase|"
               u"phase du pipeline|fase de canalizacion|fase do pipeline|status reason|statusgrund|"
               u"raison du statut|razon para el estado|razao do status"
               u"|fase della trattativa|fase trattativa|fase di vendita|verkoopfase|dealfase|etap|etap "
               u"sprzedazy|etap szansy|fas|saljfas|affarsfas|ステーシ|商談ステーシ|フェース|商談フェース"),
        // Status
        listOf(u"status|deal status|status type|opportunity status|state|lead status|outcome|result|ergebnis|"
               u"verkaufsstatus|statut|etat|resultat|estado|resultado|situacao|is closed won|is won|won|deal "
               u"won|closed won|opportunity result|win loss|converted|is converted|"
               u"gewonnen|gagne|ganado|ganho|lost reason|loss reason|closed lost reason|reason lost|"
               u"verlustgrund|motif de perte|raison de la perte|motivo de perdida|motivo de perda"
               u"|stato|esito|uitkomst|wynik|utfall|ステータス|状態|状況"),
        // Created
        listOf(
            u"created date|create date|createdate|created|created on|created at|created time|creation date|"
            u"date created|deal created|add time|engage date|start date|open date|opened|opened on|"
            u"date opened|opportunity created date|entry date|lead date|first contact|erstelldatum|"
            u"erstellt am|erstellt|erstellungsdatum|anlagedatum|angelegt am|angelegt|eroffnet am|"
            u"eingangsdatum|startdatum|date de creation|cree le|date d ouverture|date d entree|"
            u"fecha de creacion|creado el|creado|fecha de inicio|fecha de alta|fecha de entrada|"
            u"data de criacao|criado em|data criacao|data de inicio|data de abertura|data de entrada|"
            u"first contact date|erstellungszeit|heure de creation|hora de creacion|hora de criacao|"
            u"date|datum|fecha|data|became a lead date|date de debut|data inicial"
            u"|data di creazione|data creazione|creata il|creato il|aangemaakt op|aanmaakdatum|data "
            u"utworzenia|utworzono|skapad|skapad den|skapat datum|作成日|作成日時|登録日"),
        // Closed
        listOf(u"actual close date|actual closure date|tatsachliches abschlussdatum|fecha de cierre real|"
               u"closed date|close date|closedate|closed|closed on|closed at|closed time|closing date|date "
               u"closed|"
               u"deal closed|deal closed date|won time|lost time|"
               u"won date|date won|lost date|date lost|won on|lost on|end date|close "
               u"time|abschlussdatum|geschlossen am|"
               u"abgeschlossen am|abschluss|schlussdatum|schliessdatum|"
               u"enddatum|gewonnen am|verloren am|date de cloture|date de fermeture|cloture le|"
               u"date de conclusion|date de signature|ferme le|fecha de cierre|"
               u"cerrado el|cierre|fecha de fin|data de fechamento|fechado em|data fechamento|"
               u"data de encerramento|fechamento|schlusstermin|abgeschlossen um|gewonnen um|verloren um|"
               u"date de gain|date de perte|gagne le|perdu le|hora de ganado|hora de perdido|"
               u"fecha de ganado|fecha de perdida|ganado el|perdido el|data de ganho|data de perda|"
               u"ganho em|perdido em|became a customer date|date of actual close|stage change date"
               u"|data di chiusura|data chiusura|chiusa il|chiuso il|gesloten "
               u"op|sluitingsdatum|afsluitdatum|data zamkniecia|zamknieto|stangd|stangd "
               u"den|stangningsdatum|avslutsdatum|完了日|成約日|受注日|クロース日"),
        // Value
        listOf(
            u"close value|deal value|amount|value|deal amount|opportunity amount|opportunity value|"
            u"actual revenue|amount in company currency|total amount|contract value|deal size|revenue|"
            u"annual contract value|total contract value|acv|tcv|arr|mrr|price|betrag|wert|"
            u"auftragswert|dealwert|deal wert|umsatz|volumen|auftragsvolumen|summe|auftragssumme|"
            u"abschlusswert|montant|valeur|montant de la transaction|valeur de la transaction|"
            u"chiffre d affaires|ca|prix|importe|valor|monto|valor del negocio|cantidad|ingresos|"
            u"revenu|revenu reel|valor do negocio|quantia|montante|receita|preco|total|sales|opportunity"
            u"|importo|valore|bedrag|waarde|wartosc|kwota|belopp|varde|affarsvarde|金額|商談金額|受注金額"),
        // Currency
        listOf(u"currency|currency code|deal currency|transaction currency|currency iso code|"
               u"amount currency|iso currency|wahrung|wahrungscode|waehrung|devise|code devise|monnaie|"
               u"moneda|divisa|moeda|codigo da moeda"
               u"|valuta|waluta|通貨"),
        // Owner
        listOf(u"owner|deal owner|contact owner|deal inhaber|abschlussinhaber|opportunity "
               u"inhaber|opportunity owner|lead owner|potential owner|owner name|sales agent|"
               u"sales rep|sales representative|salesperson|account executive|assigned to|rep|"
               u"account owner|record owner|agent|besitzer|deal besitzer|inhaber|verantwortlich|"
               u"verantwortlicher|zustandig|zustandiger mitarbeiter|vertriebsmitarbeiter|verkaufer|"
               u"bearbeiter|betreuer|proprietaire|proprietaire de la transaction|responsable|commercial|"
               u"vendeur|attribue a|propietario|propietario del negocio|vendedor|comercial|asignado a|"
               u"proprietario|proprietario do negocio|responsavel|atribuido a|user|sales owner|owned "
               u"by|responsible person|"
               u"user responsible|assignee|assigned user name|personne responsable|persona "
               u"responsable|pessoa responsavel"
               u"|responsabile|titolare|eigenaar|verantwoordelijke|własciciel|opiekun|handlowiec|agare|"
               u"ansvarig|saljare|担当者|所有者|営業担当"),
        // Source
        listOf(u"lead source|source|original source|original traffic source|original source type|"
               u"deal source|origin|lead origin|source channel|marketing channel|channel|source type|"
               u"lead channel|utm source|source campaign|campaign source|campaign|quelle|lead quelle|"
               u"leadquelle|herkunft|kanal|ursprung|kampagne|source du lead|source du prospect|"
               u"provenance|origine|canal|campagne|fuente|fuente del lead|origen|origen del lead|campana|"
               u"origem|origem do lead|fonte|fonte do lead|campanha"
               u"|origine del lead|provenienza|bron|leadbron|herkomst|zrodło|zrodło "
               u"leada|kalla|leadkalla|リートソース|流入元"),
        // Segment
        listOf(u"segment|product|product line|product name|product family|region|business unit|industry|"
               u"country|territory|market|vertical|deal type|opportunity type|type|category|pipeline|"
               u"team|produkt|produktlinie|produktgruppe|branche|land|gebiet|markt|sparte|"
               u"geschaftsbereich|produit|gamme|secteur|pays|marche|producto|linea de producto|sector|"
               u"pais|mercado|produto|linha de produto|setor|regiao|regional office"),
        // Account
        listOf(u"account name|accountname|kontoname|account|company|company "
               u"name|customer|client|organization|organisation|"
               u"organization name|associated company|associated company primary|potential customer|"
               u"customer name|client name|kunde|kundenname|firma|firmenname|unternehmen|konto|"
               u"entreprise|societe|compte|nom du compte|nom de l entreprise|cuenta|empresa|cliente|"
               u"nombre de la empresa|nombre de la cuenta|conta|nome da empresa|nome da conta|"
               u"organizacao|organizacion|accounts|primary company"
               u"|azienda|bedrijf|klant|klient|foretag|kund|会社名|取引先|取引先名|顧客名"),
        // StageEntered
        listOf(u"to stage|new stage|stage entered|entered stage|stage to|new value|to value|to|moved to|"
               u"changed to|next stage|nach phase|neue phase|in phase|zielphase|neuer wert|nach|"
               u"eingetretene phase|nouvelle etape|etape atteinte|vers l etape|nouvelle valeur|vers|"
               u"nueva etapa|etapa nueva|a etapa|nuevo valor|nova etapa|etapa nova|para etapa|novo valor|"
               u"stage|deal stage|stage name|lifecycle stage|opportunity stage|value|phase|stufe|"
               u"verkaufsphase|status|etape|etapa|fase"),
        // StageBefore
        listOf(u"from stage|old stage|previous stage|stage from|old value|from value|from|moved from|"
               u"changed from|prior stage|last stage|von phase|alte phase|vorherige phase|aus phase|"
               u"alter wert|von|ancienne etape|etape precedente|de l etape|ancienne valeur|etapa anterior|"
               u"de etapa|valor anterior|valor antiguo|valor antigo"),
        // EnteredOn
        listOf(u"date entered|entered on|entered at|entered|stage entered on|date entered stage|entry date|"
               u"stage date|stage start|stage start date|changed on|changed at|change date|changed date|"
               u"date changed|edit date|moved on|moved at|move date|transition date|stage change date|"
               u"last stage change date|start date|started on|from date|valid from|timestamp|"
               u"snapshot date|update time|log time|last modified|last modified date|eingetreten am|"
               u"eintritt|eintrittsdatum|eingetreten|geandert am|anderungsdatum|gewechselt am|"
               u"erreicht am|seit|beginn|date d entree|entre le|modifie le|date de changement|"
               u"date de modification|depuis|fecha de entrada|entro el|cambiado el|fecha de cambio|"
               u"desde|data de entrada|entrou em|alterado em|data de alteracao|created date|date|datum|"
               u"fecha|data"),
        // IsClosed
        listOf(
            u"is closed|closed|closed flag|ist geschlossen|geschlossen|abgeschlossen|est ferme|ferme|cloture|"
            u"esta cerrado|cerrado|cerrada|fechado|fechada|encerrado|encerrada"),
        // IsActive
        listOf(
            u"active|is active|aktiv|ist aktiv|actif|est actif|activo|activa|esta activo|ativo|ativa|attivo|"
            u"attiva|actief|aktywny|aktywna"),
        // Chance
        listOf(u"probability|probability %|wahrscheinlichkeit|probabilite|probabilidad|probabilidade|"
               u"probabilita|waarschijnlijkheid|kans|prawdopodobienstwo|sannolikhet"),
        // LeadStage: as that of deals
        {},
    };
    return names.at(static_cast<int>(role));
}

const QStringList &namesOfEstimatedValue()
{
    static const QStringList names
        = listOf(u"est revenue|estimated revenue|est value|estimated value|gesch umsatz|geschatzter umsatz|"
                 u"revenu est|revenu estime|ingresos est|ingresos estimados|receita est|receita estimada");
    return names;
}

const QStringList &namesOfExpectedValue()
{
    static const QStringList names = listOf(u"expected revenue|projected revenue|projected revenue high|"
                                            u"erwarteter umsatz|revenu espere|ingreso esperado|"
                                            u"ingresos esperados|receita esperada");
    return names;
}

const QStringList &unrelatedWords()
{
    static const QStringList words = listOf(
        u"modified|updated|last|next|activity|became|birth|phone|mobile|fax|zip|postal|number|count|"
        u"score|age|days|employees|year|probability|id|geandert|letzte|letzter|nachste|telefon|plz|"
        u"nummer|anzahl|alter|tage|mitarbeiter|jahr|modifie|derniere|dernier|prochaine|telephone|"
        u"nombre|numero|jours|annee|modificado|modificacion|ultima|ultimo|proxima|telefono|edad|dias|"
        u"ano|telefone|idade");
    return words;
}

const QStringList &plannedWords()
{
    static const QStringList words = listOf(
        u"expected|projected|prorated|anticipated|estimated|est|forecast|forecasted|planned|predicted|"
        u"weighted|probability|"
        u"gesch|geschatzt|geschatzter|geschatztes|erwartet|erwartetes|erwarteter|anteiliger|voraussichtlich|"
        u"voraussichtliches|geplant|geplantes|gewichtet|"
        u"gewichteter|wahrscheinlichkeit|prevu|prevue|prevision|previsao|espere|estime|estimee|pondere|"
        u"probabilite|prevista|"
        u"previsto|esperado|esperada|estimada|estimado|ponderado|probabilidad|probabilidade");
    return words;
}

const QStringList &namesThatSayNoChange()
{
    static const QStringList names = listOf(
        u"stage|deal stage|stage name|lifecycle stage|opportunity "
        u"stage|value|phase|stufe|verkaufsphase|status|"
        u"etape|etapa|fase|to|nach|vers|from|von|last stage|start date|started on|from date|valid from|"
        u"update time|log time|last modified|last modified date|snapshot date|entry date|created date|date|"
        u"datum|fecha|data|seit|beginn|depuis|desde|date d entree|fecha de entrada|data de entrada|"
        u"date de modification|modifie le|geandert am|anderungsdatum|timestamp");
    return names;
}

const QStringList &wordsOfOtherAmounts()
{
    static const QStringList words = listOf(
        u"annual revenue|company revenue|employee|employees|quantity|qty|unit|discount|tax|"
        u"vat|commission|cost|costs|balance|budget|margin|calls|visits|views|clicks|impressions|time|hours|"
        u"minutes|rate|percent|ctr|jahresumsatz|firmenumsatz|menge|rabatt|steuer|mwst|provision|kosten|"
        u"stuckpreis|einzelpreis|marge|remise|taxe|tva|cout|couts|quantite|unitaire|descuento|impuesto|iva|"
        u"comision|coste|costo|unitario|desconto|imposto|comissao|custo|quantidade");
    return words;
}

const QStringList &wordsOfOtherDates()
{
    static const QStringList words = listOf(
        u"birth|birthdate|birthday|contract start|contract end|contract "
        u"expiry|subscription|renewal|due|expiry|expiration|trial|invoice|payment|"
        u"delivery|modified|updated|last|next|activity|geburtsdatum|geburtstag|vertragsbeginn|vertragsende|"
        u"laufzeit|fallig|falligkeit|falligkeitsdatum|verlangerung|rechnung|rechnungsdatum|lieferdatum|"
        u"zahlung|"
        u"geandert|letzte|letzter|nachste|naissance|echeance|renouvellement|facture|livraison|modifie|"
        u"derniere|dernier|prochaine|debut du contrat|fin du contrat|fin de "
        u"contrat|nacimiento|vencimiento|renovacion|factura|entrega|modificado|ultima|"
        u"ultimo|proxima|nascimento|renovacao|fatura|modificacao");
    return words;
}
