#include "models/funnel/import/column_names.h"

#include "models/tables/words.h"

using namespace Qt::StringLiterals;

const QStringList &namesOfRole(ColumnRole role)
{
    // The first names of a role are English, German, French, Spanish and Portuguese; then Italian, Dutch,
    // Polish, Swedish and Japanese; then Turkish, Russian, Chinese, Korean, Danish, Norwegian, Finnish and
    // Czech.
    static const QList<QStringList> names{
        // Key
        plainNames(
            u"id|record id|deal id|opportunity id|lead id|key|hs object id|object id|potential id|"
            u"potentials id|record number|opportunity number|deal number|lead number|"
            u"do not modify opportunity|do not modify lead|nicht andern verkaufschance|"
            u"ne pas modifier opportunite|no modificar oportunidad|nao modificar oportunidade|"
            u"id de registro|id do registro|id d enregistrement|mql id|uuid|guid|case safe "
            u"id|vorgangsnummer|vorgangsnr|dealnr|deal nr|"
            u"verkaufschancen id|datensatz id|chancen id|angebotsnummer|nummer|nr|identifiant|"
            u"id de la transaction|id de l opportunite|reference|numero|identificador|id del negocio|"
            u"id do lead|id del lead|id de lead|id du lead|id lead|id de oportunidad|id oportunidad|id "
            u"oportunidade|id negocio|codigo|id do "
            u"negocio|number|ref|code|email|e mail"
            u"|id trattativa|id opportunita|dealnummer|id szansy|id transakcji|affars "
            u"id|affarsnummer|商談id|案件id|取引id|レコードid"
            u"|fırsat no|fırsat numarası|kayıt kimliği|kayıt no|id сделки|номер сделки|номер"
            u"|идентификатор|код сделки|商机id|商机编号|交易id|编号|商機id|商機編號|編號|영업기회 id|기회 "
            u"id|거래 id|번호"
            u"|sags id|aftale id|salgsmulighed id|avtale id|salgsmulighets id"
            u"|myyntimahdollisuuden tunnus|kaupan tunnus|tunnus|id obchodu|id příležitosti"
            u"|číslo obchodu|id szansy sprzedaży|numer szansy"
            u"|azonosító|identificator|αναγνωριστικό|מזהה|المعرف|معرف|رقم الصفقة|ідентифікатор|номер "
            u"угоди|codice"),
        // Name
        plainNames(
            u"deal "
            u"name|dealname|verkaufschance|opportunite|oportunidad|oportunidade|abschlussname|titre|"
            u"rubrique|tema|topico|opportunity name|potential "
            u"name|deal title|name|title|topic|subject|deal|"
            u"opportunity|lead name|bezeichnung|titel|thema|deal bezeichnung|name der verkaufschance|"
            u"nom de l opportunite|nom de la transaction|nom|intitule|libelle|nombre del negocio|"
            u"nombre de la oportunidad|nombre|titulo|nome do negocio|nome da oportunidade|nome"
            u"|nome trattativa|nome opportunita|naam|dealnaam|opportunitynaam|naam opportunity|nazwa|nazwa "
            u"szansy|namn|affarsnamn|商談名|案件名|取引名"
            u"|fırsat adı|anlaşma adı|fırsat|konu|название сделки|название|сделка|наименование"
            u"|商机名称|交易名称|名称|商機名稱|交易名稱|名稱|영업기회명|거래명|기회명|이름|aftalenavn|"
            u"salgsmulighed|navn|emne"
            u"|avtalenavn|salgsmulighet|kaupan nimi|myyntimahdollisuus|nimi|aihe|název obchodu"
            u"|název příležitosti|příležitost|název|předmět|nazwa transakcji"
            u"|nazwa szansy sprzedaży|temat"
            u"|név|üzlet neve|nume|denumire|nume oportunitate|όνομα|τίτλος|שם|שם העסקה|الاسم|اسم "
            u"الصفقة|назва|назва угоди|nom de l oportunitat|affaire"),
        // Stage
        plainNames(
            u"deal stage|dealstage|stage|opp stage|sales stage|pipeline stage|opportunity stage|funnel "
            u"stage|stage "
            u"name|"
            u"lifecycle stage|lead stage|pipeline phase|lead status|leadstatus|lifecycle phase|statut du "
            u"lead|statut de la "
            u"piste|statut du prospect|estado del lead|estado del prospecto|estado del candidato|estado de "
            u"candidato|estado de posible cliente|estado del posible cliente|status do lead|estado do lead|"
            u"status de lead|deal phase|phase|verkaufsphase|"
            u"vertriebsphase|verkaufsstufe|stufe|stadium|etape|etape de la transaction|etape de vente|"
            u"phase de vente|etapa|etapa del negocio|etapa de ventas|fase|fase de venta|"
            u"etapa do negocio|estagio|fase do negocio|etapa do funil|pipelinephase|dealphase|"
            u"phase du pipeline|fase de canalizacion|fase do pipeline|status reason|statusgrund|"
            u"raison du statut|milestone|meilenstein|jalon|hito|status label|razon para el estado|razao do "
            u"status"
            u"|fase della trattativa|fase trattativa|fase di vendita|verkoopfase|dealfase|etap|etap "
            u"sprzedazy|etap szansy|fas|saljfas|affarsfas|ステージ|商談ステージ|フェーズ|商談フェーズ"
            u"|aşama|fırsat aşaması|satış aşaması|этап|стадия|стадия сделки|этап сделки"
            u"|этап продаж|阶段|销售阶段|商机阶段|交易阶段|階段|銷售階段|商機階段|交易階段|단계|영업 "
            u"단계|영업단계|거래 단계|salgsfase"
            u"|aftalefase|pipelinefase|salgstrinn|avtalefase|trinn|vaihe|myyntivaihe|kaupan vaihe"
            u"|fáze|fáze obchodu|fáze prodeje|etap transakcji|faza"
            u"|szakasz|fázis|etapă|stadiu|στάδιο|φάση|שלב|المرحلة|مرحلة|етап|стадія|取引ステージ|取引の段階"),
        // Status
        plainNames(
            u"status|deal status|status type|opportunity status|state|lead status|outcome|result|ergebnis|"
            u"verkaufsstatus|statut|etat|resultat|estado|resultado|situacao|is closed won|is won|won|deal "
            u"won|closed won|opportunity result|win loss|converted|is converted|"
            u"gewonnen|gagne|gagnee|ganado|ganada|ganho|ganha|ist gewonnen|est gagne|est gagnee|esta ganado|"
            u"esta ganada|won flag|lost reason|loss reason|closed lost reason|reason lost|"
            u"opp status|sales status|deal outcome|verlustgrund|motif de perte|raison de la perte|motivo de "
            u"perdida|motivo de perda"
            u"|stato|esito|uitkomst|wynik|utfall|ステータス|状態|状況"
            u"|durum|fırsat durumu|sonuç|статус|статус "
            u"сделки|результат|状态|结果|狀態|結果|상태|결과|tilstand"
            u"|tila|tulos|stav|výsledek|status szansy|rezultat|kayıp nedeni|причина отказа"
            u"|причина проигрыша|输单原因|丢单原因|輸單原因|패주 사유|실패 사유|tabsårsag|tapsårsak|häviön "
            u"syy"
            u"|důvod ztráty|důvod prohry|powód utraty|powód przegranej"
            u"|státusz|állapot|stare|κατάσταση|סטטוס|מצב|الحالة|حالة|стан|estat|w l|win loss|won lost|w l "
            u"status"),
        // Created
        plainNames(
            u"created date|create date|createdate|created|created on|created at|created time|creation date|"
            u"date created|deal created|add time|engage date|start date|open date|opened|opened on|"
            u"date opened|opportunity created date|entry date|lead date|first contact|erstelldatum|"
            u"erstellt am|erstellt|erstellungsdatum|anlagedatum|angelegt am|angelegt|eroffnet am|"
            u"eingangsdatum|startdatum|date de creation|cree le|creee|cree|affaire creee|date d "
            u"ouverture|date d entree|"
            u"fecha de creacion|creado el|creado|fecha de inicio|fecha de alta|fecha de entrada|"
            u"data de criacao|criado em|data criacao|data de inicio|data de abertura|data de entrada|"
            u"first contact date|date create|erstellungszeit|heure de creation|hora de creacion|hora de "
            u"criacao|"
            u"date|datum|fecha|data|became a lead date|date de debut|data inicial"
            u"|data di creazione|data creazione|creata il|creato il|aangemaakt op|aanmaakdatum|data "
            u"utworzenia|utworzono|skapad|skapad den|skapat datum|作成日|作成日時|登録日"
            u"|oluşturma tarihi|oluşturulma tarihi|oluşturulma zamanı|kayıt tarihi|дата создания"
            u"|создано|создана|дата поступления|дата|创建时间|创建日期|日期|建立時間|建立日期|생성일|생성 "
            u"일자|등록일|작성일"
            u"|oprettet|oprettet den|oprettelsesdato|dato|opprettet|opprettet dato"
            u"|opprettelsesdato|luotu|luontipäivä|luontiaika|päivämäärä|vytvořeno|datum vytvoření"
            u"|data dodania|utworzona|data rozpoczęcia"
            u"|létrehozva|létrehozás dátuma|data creării|creat la|ημερομηνία δημιουργίας|תאריך "
            u"יצירה|נוצר|تاريخ الإنشاء|дата створення|створено|data de creació|open dt|opened dt|create "
            u"dt|created dt|fecha apertura|fecha de apertura|data apertura|data di apertura|toegevoegd op"),
        // Closed
        plainNames(
            u"actual close date|actual closure date|actual close|completed date|date completed|tatsachliches "
            u"abschlussdatum|"
            u"fecha de cierre real|closed date|date closed|closed on|closed at|closed time|deal closed "
            u"date|close at|closing at|actual closing date|"
            u"close date|closedate|closed|closing date|deal closed|won time|lost time|"
            u"won date|date won|lost date|date lost|won on|lost on|end date|close "
            u"time|abschlussdatum|geschlossen am|"
            u"abgeschlossen am|abgeschl am|abschluss|end|ende|fin|fim|schlussdatum|schliessdatum|"
            u"enddatum|gewonnen am|verloren am|date de cloture|date de fermeture|cloture le|"
            u"date de conclusion|date de signature|ferme le|fecha de cierre|"
            u"cerrado el|cierre|fecha de fin|data de fechamento|fechado em|data fechamento|"
            u"data de encerramento|fechamento|schlusstermin|abgeschlossen um|gewonnen um|verloren um|"
            u"date de gain|date de perte|gagne le|perdu le|hora de ganado|hora de perdido|"
            u"gagnee le|perdue le|date gagnee|date perdue|heure gagnee|heure perdue|"
            u"fecha de ganado|fecha de perdida|fecha de perdido|ganado el|perdido "
            u"el|ganada el|perdida el|data de ganho|data de perda|"
            u"ganho em|perdido em|date signed|signed date|signed on|signature date|contract signed|date de "
            u"fin|"
            u"became a customer date|date of actual close|stage change date"
            u"|data di chiusura|data chiusura|chiusa il|chiuso il|gesloten "
            u"op|sluitingsdatum|afsluitdatum|data zamkniecia|zamknieto|stangd|stangd "
            u"den|avslutad|avslutat|avslutad "
            u"den|stangningsdatum|avslutsdatum|geschlossen|abgeschlossen|cerrado|cerrada|fechado|fechada|"
            u"encerrado|cloture|cloturee|ferme|fermee|chiuso|gesloten|完了日|成約日|受注日|クロース日"
            u"|kapanış tarihi|kapanma tarihi|gerçek kapanış tarihi|дата закрытия|дата завершения"
            u"|закрыта|实际成交日期|实际成交时间|实际结束日期|實際成交日期|成交日期|成交时间|关闭日期|"
            u"结束日期|成交時間|關閉日期|結束日期|결산일|마감일|종료일|"
            u"계약일|lukkedato|afsluttet"
            u"|lukket den|lukket|avslutningsdato|päättymispäivä|sulkemispäivä|suljettu"
            u"|datum uzavření|uzavřeno|data wygranej|data zakończenia"
            u"|lezárva|lezárás dátuma|zárás dátuma|data închiderii|închis la|ημερομηνία κλεισίματος|תאריך "
            u"סגירה|تاريخ الإغلاق|дата закриття|закрито|data de tancament|afgesloten "
            u"op|クローズ日|取引完了日|close dt|closed dt|fecha en que se gano|fecha en que se perdio|fecha "
            u"de ganado|fecha de perdido|data di vincita|data przegranej"),
        // Value
        plainNames(
            u"close value|deal value|amount|value formatted|value|deal amount|opportunity amount|opportunity "
            u"value|"
            u"actual revenue|amount in company currency|total amount|contract value|deal size|revenue|"
            u"sum|deal sum|order value|order amount|order total|contract amount|net amount|nettobetrag|"
            u"auftragsbetrag|vertragswert|vertragssumme|montant ht|importe neto|importe total|valor "
            u"total|valor "
            u"do contrato|valor del contrato|montant du contrat|valeur du contrat|"
            u"annual contract value|total contract "
            u"value|acv|tcv|arr|mrr|price|betrag|wert|"
            u"contract sum|deal worth|ventas|gesamtwert|gesamtwert netto|likely|bookings|booking "
            u"amount|order intake|angebotssumme|angebotswert|projektvolumen|"
            u"auftragseingang|gesamtpreis|chancenwert|auftragswert|dealwert|deal "
            u"wert|umsatz|volumen|auftragsvolumen|summe|auftragssumme|"
            u"abschlusswert|montant|valeur|montant de la transaction|valeur de la transaction|"
            u"chiffre d affaires|ca|prix|importe|valor|monto|valor del negocio|ingresos|"
            u"revenu|revenu reel|valor do negocio|quantia|montante|receita|preco|total|sales|opportunity"
            u"|importo|valore|bedrag|waarde|wartosc|kwota|belopp|varde|affarsvarde|金額|商談金額|受注金額"
            u"|tutar|değer|fırsat tutarı|anlaşma değeri|сумма|сумма сделки|стоимость|бюджет сделки"
            u"|金额|商机金额|交易金额|成交金额|合同金额|商機金額|交易金額|成交金額|금액|거래 금액|계약 "
            u"금액|예상 금액|beløb|værdi|aftaleværdi"
            u"|verdi|beløp|avtaleverdi|summa|arvo|kaupan arvo|částka|hodnota|hodnota obchodu"
            u"|wartość transakcji|wartość szansy"
            u"|érték|összeg|üzlet értéke|valoare|sumă|αξία|ποσό|ערך|סכום|القيمة|المبلغ|قيمة|сума|сума "
            u"угоди|вартість|бюджет|auftragswert netto|import|valor vendido|valor fechado|importe "
            u"vendido|amt|deal amt|opp amt|opportunity amt"),
        // Currency
        plainNames(u"currency|currency code|deal currency|transaction currency|currency iso code|"
                   u"amount currency|iso currency|wahrung|wahrungscode|waehrung|devise|code devise|monnaie|"
                   u"moneda|divisa|moeda|codigo da moeda"
                   u"|valuta|waluta|通貨|العملة|מטבע|νόμισμα|pénznem|monedă"
                   u"|para birimi|döviz|валюта|货币|币种|貨幣|幣別|통화|valuutta|měna|waluta transakcji"),
        // Owner
        plainNames(u"owner|deal owner|contact owner|deal inhaber|abschlussinhaber|opportunity "
                   u"inhaber|opportunity owner|lead owner|potential owner|owner name|sales agent|"
                   u"sales rep|sales representative|salesperson|account executive|assigned to|rep|"
                   u"account owner|record owner|agent|besitzer|deal besitzer|inhaber|verantwortlich|"
                   u"verantwortlicher|zustandig|zustandiger mitarbeiter|vertriebsmitarbeiter|verkaufer|"
                   u"bearbeiter|betreuer|proprietaire|proprietaire de la transaction|responsable|commercial|"
                   u"vendeur|attribue a|propietario|propietario del negocio|vendedor|comercial|asignado a|"
                   u"proprietario|proprietario do negocio|responsavel|atribuido a|user|sales owner|owned "
                   u"by|responsible person|account manager|sales manager|manager|rep name|sales rep name|"
                   u"seller|ae|manager name|manager id|assigned by|assigned by id|assigned by name|"
                   u"user responsible|assignee|assigned user name|personne responsable|persona "
                   u"responsable|pessoa responsavel"
                   u"|responsabile|titolare|titolare opportunita|eigenaar|eigenaar opportunity|opportunity "
                   u"eigenaar|eigenaar van opportunity|verantwoordelijke|własciciel|opiekun|handlowiec|agare|"
                   u"ansvarig|saljare|担当者|所有者|営業担当|商談の担当者|担当営業"
                   u"|sahip|fırsat sahibi|satış temsilcisi|sorumlu|ответственный|менеджер|владелец|负责人"
                   u"|所有人|商机所有人|销售|負責人|擁有者|業務|담당자|소유자|영업 "
                   u"담당자|ejer|aftaleejer|ansvarlig|sælger|eier"
                   u"|avtaleeier|selger|omistaja|vastuuhenkilö|myyjä|vlastník|obchodník|odpovědná osoba"
                   u"|właściciel|właściciel transakcji|właściciel szansy"
                   u"|tulajdonos|felelős|proprietar|υπεύθυνος|ιδιοκτήτης|אחראי|בעלים|المالك|المسؤول|"
                   u"відповідальний|власник"),
        // Source
        plainNames(u"lead source|source|original source|original traffic source|original source type|"
                   u"deal source|origin|lead origin|source channel|marketing channel|channel|source type|"
                   u"lead channel|utm source|source campaign|campaign source|campaign|quelle|quellkanal|deal "
                   u"quellkanal|lead quelle|"
                   u"leadquelle|origine de la piste|source de la piste|origen del prospecto|origen del "
                   u"candidato|origem do "
                   u"lead|herkunft|kanal|ursprung|kampagne|source du lead|source du prospect|"
                   u"provenance|origine|canal|campagne|fuente|fuente del lead|origen|origen del lead|campana|"
                   u"origem|origem do lead|fonte|fonte do lead|campanha|fuente de posible cliente|"
                   u"fuente del posible cliente|fonte de possivel cliente|fonte do possivel cliente"
                   u"|origine del lead|provenienza|bron|leadbron|herkomst|zrodło|zrodło "
                   u"leada|kalla|leadkalla|リードソース|流入元"
                   u"|kaynak|potansiyel müşteri kaynağı|источник|источник сделки|источник лида|来源|线索来源"
                   u"|客户来源|來源|線索來源|潛在客戶來源|출처|리드 소스|유입 "
                   u"경로|유입경로|kilde|leadkilde|lähde|liidin lähde|zdroj"
                   u"|zdroj leadu|źródło|źródło leada|źródło szansy"
                   u"|forrás|sursă|sursa|πηγή|מקור|المصدر|джерело"),
        // Segment
        plainNames(u"region|sales region|regional office|segment|business unit|country|territory|land|"
                   u"gebiet|pays|pais|regiao|market|markt|marche|mercado|industry|vertical|deal type|"
                   u"opportunity type|type|category|pipeline|team|branche|sparte|geschaftsbereich|secteur|"
                   u"sector|setor"
                   u"|bölge|sektör|pazar|регион|отрасль|направление|воронка|地区|区域|行业|地區"
                   u"|區域|行業|지역|산업|marked|alue|toimiala|odvětví|země|branża|kraj"
                   u"|rynek|wojewodztwo|mercato|settore|paese|regione|regio|sektor|bransch"
                   u"|marknad|業種|地域"),
        // Product
        plainNames(u"product|products|product line|product name|product family|product group|produkt|"
                   u"produkte|produktlinie|produktgruppe|produit|produits|gamme|producto|productos|"
                   u"linea de producto|produto|produtos|linha de produto"
                   u"|prodotto|prodotti|linea di prodotto|producten|productlijn|productgroep|produkty|"
                   u"linia produktow|produkter|produktgrupp|製品|商品"
                   u"|ürün|ürünler|продукт|продукты|товар|产品|產品|제품|상품|produktlinje|produktgruppe|"
                   u"tuote|tuotteet|tuoteryhmä"),
        // Account
        plainNames(
            u"account name|accountname|kontoname|account|company|company "
            u"name|customer|client|organization|organisation|"
            u"organization name|associated company|associated company primary|potential customer|"
            u"customer name|client name|kunde|kundenname|firma|firmenname|unternehmen|konto|"
            u"entreprise|societe|compte|nom du compte|nom de l entreprise|cuenta|empresa|cliente|"
            u"nombre de la empresa|nombre de la cuenta|conta|nome da empresa|nome da conta|"
            u"organizacao|organizacion|accounts|primary company"
            u"|azienda|nome "
            u"account|accountnaam|bedrijf|klant|klient|foretag|kund|会社名|取引先|取引先名|顧客名"
            u"|müşteri|şirket|firma adı|hesap adı|компания|клиент|контрагент|客户|客户名称|公司|公司名称|客戶"
            u"|客戶名稱|公司名稱|고객|고객사|회사|회사명|거래처|kundenavn|virksomhed|selskap|firmanavn|"
            u"asiakas|yritys"
            u"|asiakkaan nimi|zákazník|společnost|firma klienta|nazwa firmy|nazwa klienta"),
        // StageEntered
        plainNames(u"to stage|new stage|new status|current status|to status|neuer status|nouveau "
                   u"statut|nuevo estado|estado nuevo|novo "
                   u"status|nuovo stato|nieuwe status|nowy status|stage entered|entered stage|stage to|new "
                   u"value|to value|to|moved to|"
                   u"changed to|next stage|nach phase|neue phase|in phase|zielphase|neuer wert|nach|"
                   u"eingetretene phase|nouvelle etape|etape atteinte|vers l etape|nouvelle valeur|vers|"
                   u"nueva etapa|etapa nueva|a etapa|nuevo valor|nova etapa|etapa nova|para etapa|novo valor|"
                   u"stage|deal stage|stage name|lifecycle stage|opportunity stage|value|phase|stufe|"
                   u"verkaufsphase|status|etape|etapa|fase"
                   u"|yeni aşama|yeni değer|новый этап|новая стадия|новое значение|新阶段|新值|新階段|새 "
                   u"단계|변경 후"
                   u"|ny fase|ny værdi|ny verdi|uusi vaihe|uusi arvo|nová fáze|nová hodnota|nowy etap"
                   u"|nowa wartość|nuova fase|nuovo valore|nieuwe fase|nieuwe waarde|nytt värde"),
        // StageBefore
        plainNames(
            u"from stage|old stage|old status|previous status|from status|alter status|vorheriger "
            u"status|ancien statut|estado "
            u"anterior|status anterior|stato precedente|vorige status|poprzedni status|previous stage|stage "
            u"from|old value|from value|from|moved from|"
            u"changed from|prior stage|last stage|von phase|alte phase|vorherige phase|aus phase|"
            u"alter wert|von|ancienne etape|etape precedente|de l etape|ancienne valeur|etapa anterior|"
            u"de etapa|valor anterior|valor antiguo|valor antigo"
            u"|eski aşama|eski değer|предыдущий этап|старая стадия|старое значение|旧阶段|旧值|原阶段|舊階段"
            u"|舊值|이전 단계|변경 전|gammel fase|gammel værdi|gammel verdi|edellinen vaihe|vanha arvo"
            u"|předchozí fáze|stará hodnota|poprzedni etap|stara wartość|fase precedente"
            u"|valore precedente|vorige fase|oude waarde|gammalt värde"),
        // EnteredOn
        plainNames(
            u"date entered|entered on|entered at|entered|stage entered on|date entered stage|entry date|"
            u"stage date|stage start|stage start date|changed on|changed at|change date|changed date|"
            u"date changed|edit date|moved on|moved at|move date|transition date|stage change date|"
            u"last stage change date|start date|started on|from date|valid from|timestamp|"
            u"snapshot date|update time|log time|last modified|last modified date|eingetreten am|"
            u"eintritt|eintrittsdatum|eingetreten|geandert am|anderungsdatum|gewechselt am|"
            u"erreicht am|seit|beginn|date d entree|entre le|modifie le|date de changement|"
            u"date de modification|depuis|fecha de entrada|entro el|cambiado el|fecha de cambio|"
            u"desde|data de entrada|entrou em|alterado em|data de alteracao|created date|date|datum|"
            u"fecha|data"
            u"|değiştirilme tarihi|değişiklik tarihi|дата изменения|дата перехода|变更时间|变更日期|修改时间"
            u"|變更時間|修改時間|변경일|변경 일자|변경일시|ændret "
            u"den|ændringsdato|endret|endringsdato|muutettu"
            u"|muutospäivä|změněno|datum změny|data zmiany|zmieniono|data modifica|wijzigingsdatum"
            u"|ändringsdatum|変更日"),
        // IsClosed
        plainNames(
            u"is closed|hs is closed|closed|closed flag|ist geschlossen|geschlossen|abgeschlossen|est "
            u"ferme|ferme|cloture|"
            u"fermee|cloturee|est fermee|esta cerrado|esta cerrada|cerrado|cerrada|fechado|fechada|encerrado|"
            u"encerrada|chiuso|chiusa|gesloten"
            u"|kapalı|закрыта|已关闭|已關閉|마감|lukket|suljettu|uzavřeno|zamknięta"),
        // IsActive
        plainNames(u"active|is active|deal active|opportunity active|record active|aktiv|ist aktiv|actif|est "
                   u"actif|activo|activa|esta activo|ativo|ativa|attivo|"
                   u"attiva|actief|aktywny|aktywna"
                   u"|aktif|активна|активен|启用|啟用|활성|aktiivinen|aktivní"),
        // Chance
        plainNames(
            u"probability|deal probability|trato probabilidad|negocio probabilidad|affaire probabilite|"
            u"opportunity probability|win probability|close probability|"
            u"probability to win|probability pct|win probability pct|probabilidad de cierre de "
            u"venta|probability percent|probability percentage|chance|chance to win|"
            u"deal wahrscheinlichkeit|abschlusswahrscheinlichkeit|gewinnwahrscheinlichkeit|"
            u"erfolgswahrscheinlichkeit|verkaufswahrscheinlichkeit|probabilite de la transaction|"
            u"probabilite de l affaire|probabilite de reussite|probabilite de cloture|"
            u"probabilidad del negocio|probabilidad de la oportunidad|probabilidad de cierre|"
            u"probabilidad de exito|probabilidade do negocio|probabilidade da oportunidade|"
            u"probabilidade de fechamento|probabilidade de "
            u"sucesso|wahrscheinlichkeit|probabilite|probabilidad|probabilidade|"
            u"probabilita|waarschijnlijkheid|kans|prawdopodobienstwo|sannolikhet"
            u"|olasılık|вероятность|概率|可能性|機率|확률|sandsynlighed|sannsynlighet|todennäköisyys"
            u"|pravděpodobnost|prob|win prob|close prob|確度|confidence"),
        // LeadStage: as that of deals
        {},
        // IsWon
        plainNames(
            u"is won|won|deal won|closed won|is closed won|won flag|gewonnen|ist gewonnen|gagne|gagnee|"
            u"est gagne|est gagnee|ganado|ganada|esta ganado|esta ganada|ganho|ganha|vinto|vinta|hs is "
            u"closed won"),
        // IsLost
        plainNames(u"is lost|lost|deal lost|closed lost|is closed lost|lost flag|verloren|ist verloren|perdu|"
                   u"perdue|est perdu|est perdue|perdido|perdida|esta perdido|esta perdida|perso|persa|"
                   u"hs is closed lost"),
        // IsDeleted
        plainNames(u"is deleted|deleted|deleted flag|is archived|archived|gelöscht|ist gelöscht|archiviert|"
                   u"ist archiviert|supprimé|supprimée|est supprimé|archivé|archivée|est archivé|eliminado|"
                   u"eliminada|está eliminado|borrado|borrada|archivado|archivada|está archivado|excluído|"
                   u"excluída|apagado|está excluído|arquivado|arquivada|está arquivado"),
        // SnapshotOn
        plainNames(u"snapshot date|snapshot|snapshot day|snapshot on|snapshot at|snapshot time|snapshot "
                   u"timestamp|as of|as of date|asof|asof date|as at|data as of|report date|reporting date|"
                   u"report day|extract date|extraction date|extracted on|extracted at|export date|exported "
                   u"on|exported at|stichtag|stichtagsdatum|stand|stand vom|stand am|datenstand|"
                   u"berichtsdatum|berichtstag|auswertungsdatum|exportdatum|exportiert am|abzugsdatum|"
                   u"momentaufnahme|date de l instantané|instantané|date d instantané|situation au|état au|"
                   u"arrêté au|date d arrêté|date du rapport|date de reporting|date d extraction|extrait le|"
                   u"date d export|exporté le|fecha de la instantánea|fecha de instantánea|instantánea|"
                   u"fecha de corte|fecha del informe|fecha de informe|fecha del reporte|fecha de reporte|"
                   u"fecha de extracción|fecha de exportación|data do instantâneo|instantâneo|data de corte|"
                   u"data base|posição em|data da posição|data do relatório|data de extração|data da "
                   u"extração|data de exportação|data da exportação"),
    };
    return names.at(static_cast<int>(role));
}

const QStringList &namesOfEstimatedValue()
{
    static const QStringList names = plainNames(
        u"est revenue|estimated revenue|est value|estimated value|gesch umsatz|geschatzter umsatz|"
        u"revenu est|revenu estime|ingresos est|ingresos estimados|receita est|receita estimada|importe "
        u"estimado|valor estimado|montant estime|ca "
        u"estime|geschatzter wert|geschatzter betrag");
    return names;
}

const QStringList &namesOfExpectedValue()
{
    static const QStringList names
        = plainNames(u"expected revenue|projected revenue|projected revenue high|"
                     u"expected amount|expected value|expected deal value|expected deal amount|forecast "
                     u"amount|monto proyectado|valor proyectado|erwarteter betrag|montant prevu|"
                     u"est revenue base|estimated revenue base|est value base|"
                     u"gesch umsatz basis|geschatzter umsatz basis|"
                     u"erwarteter wert|期待収益|加重金額|ca prevu|voraussichtlicher umsatz|revenu "
                     u"attendu|revenus attendus|ca previsionnel|"
                     u"valor esperado|importe esperado|erwarteter umsatz|revenu espere|ingreso esperado|"
                     u"ingresos esperados|receita esperada");
    return names;
}

const QStringList &namesOfExpectedClosing()
{
    static const QStringList names = plainNames(
        u"expected close date|expected closing date|expected close|expected closure date|forecast close "
        u"date|forecasted close date|estimated close date|est close date|estimated closing|"
        u"est closing date|tentative close date|tentative closing date|target close date|planned close "
        u"date|anticipated close date|projected close date|cierre previsto|cierre estimado|"
        u"fechamento previsto|gesch abschlussdatum|date de cloture est|date de fermeture est|"
        u"date de conclusion est|date de conclusion estimee|fecha de cierre est|fecha est de cierre|"
        u"data de fechamento est|data est de fechamento|data de conclusao est|data prevista de conclusao|"
        u"voraussichtliches abschlussdatum|erwartetes abschlussdatum|geschatztes abschlussdatum|"
        u"date de cloture prevue|date de fermeture prevue|date de cloture estimee|fecha de cierre prevista|"
        u"fecha prevista de cierre|fecha de cierre estimada|fecha estimada de cierre|data prevista de "
        u"fechamento|data de fechamento prevista|data de fechamento esperada|data di chiusura prevista|"
        u"chiusura prevista|verwachte sluitingsdatum|przewidywana data zamknięcia|förväntat stängningsdatum|"
        u"完了予定日|tahmini kapanış tarihi|beklenen kapanış tarihi|ожидаемая дата закрытия|"
        u"предполагаемая дата закрытия|预计成交日期|预计结束日期|預計成交日期|예상 마감일|forventet "
        u"lukkedato|odotettu päättymispäivä|předpokládané datum uzavření");
    return names;
}

const QStringList &namesThatSayNoChange()
{
    static const QStringList names = plainNames(
        u"stage|deal stage|stage name|lifecycle stage|opportunity "
        u"stage|value|phase|stufe|verkaufsphase|status|"
        u"etape|etapa|fase|to|nach|vers|from|von|last stage|start date|started on|from date|valid from|"
        u"update time|log time|last modified|last modified date|snapshot date|entry date|created date|date|"
        u"datum|fecha|data|seit|beginn|depuis|desde|date d entree|fecha de entrada|data de entrada|"
        u"date de modification|modifie le|geandert am|anderungsdatum|timestamp");
    return names;
}

bool namesStep(const QString &words, ColumnRole role)
{
    return namesOfRole(role).contains(words) && !namesThatSayNoChange().contains(words);
}
