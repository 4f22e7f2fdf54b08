#include "models/funnel/import/column_words.h"

#include "models/tables/words.h"

using namespace Qt::StringLiterals;

const QStringList &unrelatedWords()
{
    static const QStringList words = plainNames(
        u"modified|updated|last|next|activity|became|birth|phone|mobile|fax|zip|postal|number|count|"
        u"score|age|days|employees|year|probability|id|geandert|anderung|letzte|letzten|letzter|nachste|"
        u"telefon|plz|"
        u"nummer|anzahl|alter|tage|mitarbeiter|jahr|modifie|derniere|dernier|prochaine|telephone|"
        u"nombre|numero|jours|annee|modificado|modificacion|ultima|ultimo|proxima|telefono|edad|dias|"
        u"ano|telefone|idade|modificato|modificata|telefoon|gewijzigd|laatste|ändrad|senaste|"
        u"zmodyfikowano|ostatnia|następna|değiştirilme|sonraki|изменения|изменено|последняя|телефон|"
        u"ændret|seneste|endret|siste|muokattu|viimeisin|puhelin|změněno|poslední");
    return words;
}

const QStringList &plannedWords()
{
    static const QStringList words = plainNames(
        u"expected|projected|prorated|tentative|target "
        u"close|anticipated|estimated|est|forecast|forecasted|planned|predicted|"
        u"weighted|probability|"
        u"gesch|geschatzt|geschatzter|geschatztes|erwartet|erwartetes|erwarteter|anteiliger|voraussichtlich|"
        u"voraussichtliches|geplant|geplantes|gewichtet|"
        u"gewichteter|wahrscheinlichkeit|prevu|prevue|prevision|previsao|espere|estime|estimee|pondere|"
        u"probabilite|prevista|"
        u"previsto|esperado|esperada|estimada|estimado|ponderado|probabilidad|probabilidade|"
        u"stimata|stimato|atteso|attesa|probabilità|verwacht|verwachte|geschatte|waarschijnlijkheid|"
        u"förväntat|förväntad|uppskattat|sannolikhet|przewidywana|planowana|oczekiwana|spodziewana|"
        u"prawdopodobieństwo|tahmini|beklenen|olasılık|ожидаемая|ожидаемый|предполагаемая|планируемая|"
        u"вероятность|прогноз|forventet|sandsynlighed|sannsynlighet|arvioitu|odotettu|todennäköisyys|"
        u"očekávané|předpokládané|předpokládaná|pravděpodobnost");
    return words;
}

const QStringList &wordsOfOtherAmounts()
{
    static const QStringList words = plainNames(
        u"annual revenue|company revenue|annual sales|yearly revenue|revenue annual|revenue band|revenue "
        u"range|"
        u"ingresos anuales|facturacion anual|receita anual|faturamento anual|revenu annuel|revenus annuels|"
        u"chiffre d affaires annuel|ca annuel|fatturato annuo|ricavi annuali|jaaromzet|arsomsättning|årlig "
        u"omsättning|roczny przychód|umsatzklasse|umsatz vorjahr|umsatz kunde|ca client|ca n 1|previous "
        u"year|vorjahr|organization|organisation|office|rank|cycle|level|preisliste|price list|activities|"
        u"band|class|klasse|growth|average|avg|list price|listing|listing "
        u"price|employee|employees|quantity|qty|unit|discount|tax|"
        u"vat|commission|cost|costs|balance|budget|margin|calls|visits|views|clicks|impressions|time|hours|"
        u"minutes|duration|velocity|dauer|duree|duracion|duracao|rate|percent|ctr|jahresumsatz|firmenumsatz|"
        u"menge|rabatt|steuer|mwst|provision|kosten|"
        u"stuckpreis|einzelpreis|marge|remise|taxe|tva|cout|couts|quantite|unitaire|descuento|impuesto|iva|"
        u"comision|coste|costo|unitario|desconto|imposto|comissao|custo|quantidade");
    return words;
}

const QStringList &wordsOfOtherDates()
{
    static const QStringList words = plainNames(
        u"wiedervorlage|follow "
        u"up|followup|relance|seguimiento|churn|churned|birthdate|birthday|exited|converted|conversion|"
        u"contract start|contract end|contract "
        u"expiry|subscription|renewal|"
        u"due|decision|stage|expiry|expiration|trial|invoice|payment|delivery|geburtsdatum|geburtstag|"
        u"vertragsbeginn|vertragsende|laufzeit|fallig|falligkeit|falligkeitsdatum|verlangerung|"
        u"rechnung|rechnungsdatum|lieferdatum|zahlung|naissance|echeance|renouvellement|"
        u"facture|livraison|debut du contrat|fin du contrat|fin de contrat|nacimiento|"
        u"vencimiento|renovacion|factura|entrega|nascimento|renovacao|fatura|modificacao");
    return words;
}

const QStringList &wordsOfTraits()
{
    static const QStringList words = plainNames(
        u"size|type|segment|tier|manager|owner|rep|agent|seller|user|campaign|status|stage|phase|count|"
        u"industry|"
        u"category|level|score|source|reason|phone|email|mail|website|domain|city|country|region|since|new|"
        u"grosse|typ|art|stufe|kategorie|quelle|grund|branche|taille|type|categorie|secteur|tamano|tipo|"
        u"categoria|sector|motivo|tamanho|setor|dimensione|settore|soort|rozmiar|typ|размер|тип|категория");
    return words;
}

const QStringList &wordsOfOtherStates()
{
    static const QStringList words = plainNames(u"payment|delivery|account|customer|client|contact|contract|"
                                                u"invoice|billing|order|quote|approval|task|sync|"
                                                u"project|onboarding|renewal|email|shipping|legal|credit|"
                                                u"call|subscription|zahlung|zahlungs|kunden|vertrags|"
                                                u"rechnungs|auftrags|liefer|paiement|client|compte|contrat|"
                                                u"facture|commande|livraison|pago|cliente|cuenta|"
                                                u"contrato|factura|pedido|entrega|pagamento|conta|fatura|"
                                                u"contratto|consegna|fattura|płatności|klienta|umowy");
    return words;
}
