// The pages of the import window.

#include "widgets/controls/card.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/funnel/import_joins.h"
#include "widgets/funnel/import_mappings.h"
#include "widgets/funnel/import_meanings.h"
#include "widgets/funnel/import_placeholders.h"
#include "widgets/funnel/import_preview.h"
#include "widgets/funnel/import_remarks.h"
#include "widgets/funnel/import_role_header.h"
#include "widgets/shell/appearance.h"

#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHeaderLine = 60; // so far the header is looked for

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false); // Enter in a field must not press it
    return button;
}

TextLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, Theme::Role::Ink, parent);
    setTextStyle(label, TextStyle::Heading);
    return label;
}

QComboBox *encodingBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const TextEncoding encoding : allEncodings())
        box->addItem(encodingName(encoding), static_cast<int>(encoding));
    return box;
}

QComboBox *separatorBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(ImportDialog::tr("Commas"), int(u','));
    box->addItem(ImportDialog::tr("Semicolons"), int(u';'));
    box->addItem(ImportDialog::tr("Tabs"), int(u'\t'));
    box->addItem(ImportDialog::tr("Bars"), int(u'|'));
    box->addItem(ImportDialog::tr("Carets (^)"), int(u'^'));
    return box;
}

} // namespace

QWidget *ImportDialog::buildStart()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->addStretch();
    auto *title = heading(tr("Bring in the numbers of your CRM"), card);
    title->setAlignment(Qt::AlignCenter);
    auto *text
        = new TextLabel(tr("Export leads or deals from your CRM as CSV or Excel, then drop the file here or "
                           "choose it. Nothing is imported before you have seen what it would do."),
                        Theme::Role::Muted, card);
    text->setAlignment(Qt::AlignCenter);
    m_choose = plainButton(tr("&Choose a file…"), card);
    m_choose->setObjectName(u"chooseFile"_s);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(em(this));
    auto *close = plainButton(tr("Close"), card);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_choose);
    buttons->addWidget(close);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    return card;
}

QWidget *ImportDialog::buildReading()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    m_readingText = new TextLabel({}, Theme::Role::Ink, card);
    m_readingText->setAlignment(Qt::AlignCenter);
    m_reading = new QProgressBar(card);
    m_reading->setRange(0, ImportJob::whole);
    m_reading->setTextVisible(false);
    m_reading->setAccessibleName(tr("Reading the file"));
    m_reading->setMaximumWidth(em(this, 24));
    auto *cancel = plainButton(tr("Cancel"), card);
    cancel->setObjectName(u"cancelReading"_s);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_job.stop();
        showPageBefore();
    });
    connect(&m_job, &ImportJob::progressed, m_reading, &QProgressBar::setValue);
    column->addStretch();
    column->addWidget(m_readingText);
    column->addWidget(m_reading);
    column->setAlignment(m_reading, Qt::AlignHCenter);
    column->addWidget(cancel, 0, Qt::AlignCenter);
    column->addStretch();
    return card;
}

QWidget *ImportDialog::buildPlan()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    auto *middle = new QSplitter(page);
    middle->addWidget(buildTables());
    middle->addWidget(buildAnswers());
    middle->setStretchFactor(0, 1);
    middle->setSizes({em(this, 46), em(this, 24)});
    middle->setChildrenCollapsible(false);
    middle->setHandleWidth(em(this, 0.5));
    column->addWidget(buildFileStrip());
    column->addWidget(middle, 1);
    column->addWidget(buildFoot());
    return page;
}

QWidget *ImportDialog::buildFileStrip()
{
    auto *strip = new QWidget(this);
    auto *column = new QVBoxLayout(strip);
    column->setContentsMargins({});
    m_fileName = new TextLabel({}, Theme::Role::Ink, strip, TextLabel::Fit::Shortened);
    setTextStyle(m_fileName, TextStyle::Heading);
    m_fileFacts = new TextLabel({}, Theme::Role::Muted, strip, TextLabel::Fit::Shortened);
    auto *other = plainButton(tr("&Other file…"), strip);
    connect(other, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    auto *add = plainButton(tr("&Add a file…"), strip);
    add->setObjectName(u"addFile"_s);
    add->setToolTip(
        tr("Joins another table by the column that both have, such as the deals that came of these "
           "leads, or the stages that these deals entered."));
    connect(add, &QPushButton::clicked, this, &ImportDialog::addFile);
    buildJoinChoices(strip);
    buildFormatChoices(strip);
    m_mappings = new ImportMappings(strip);
    connect(m_mappings, &ImportMappings::chosen, this, &ImportDialog::useMapping);
    connect(m_mappings, &ImportMappings::lastImportChosen, this, [this] {
        useLastImport();
        plan();
    });
    connect(m_mappings, &ImportMappings::saveRequested, this, &ImportDialog::saveMappingAs);

    auto *tools = new FlowLayout;
    for (QWidget *tool : std::initializer_list<QWidget *>{other, add, m_joins, m_groups, m_encoding,
                                                          m_separator, m_sheet, m_headerLine, m_mappings})
        tools->addWidget(tool);
    column->addWidget(m_fileName);
    column->addWidget(m_fileFacts);
    column->addLayout(tools);
    return strip;
}

// How the tables of several files become one, and groups rows.
void ImportDialog::buildJoinChoices(QWidget *strip)
{
    m_joins = new ImportJoins(strip);
    connect(m_joins, &ImportJoins::keyChosen, this, [this](qsizetype join, const QString &key) {
        TableFormat format = m_file.format;
        format.joinBy.resize(std::max(format.joinBy.size(), join + 1));
        format.joinBy[join] = key;
        readAgain(format);
    });
    m_groups = new QComboBox(strip);
    m_groups->setAccessibleName(tr("Blank cells below the name of a group"));
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_groups->setMinimumContentsLength(34);
    connect(m_groups, &QComboBox::activated, this, &ImportDialog::chooseGroups);
}

// How a file becomes a table.
void ImportDialog::buildFormatChoices(QWidget *strip)
{
    m_encoding = encodingBox(strip);
    m_encoding->setAccessibleName(tr("Encoding of the file"));
    m_separator = separatorBox(strip);
    m_separator->setAccessibleName(tr("What separates the columns"));
    const auto readText = [this] {
        TableFormat format = m_file.format;
        const auto encoding = static_cast<TextEncoding>(m_encoding->currentData().toInt());
        if (encoding != format.encoding)
            format.encodingOfAdded = encoding;
        format.encoding = encoding;
        format.separator = static_cast<char16_t>(m_separator->currentData().toInt());
        format.headerLine.reset(); // read otherwise, it may stand elsewhere
        readAgain(format);
    };
    connect(m_encoding, &QComboBox::activated, this, readText);
    connect(m_separator, &QComboBox::activated, this, readText);
    m_sheet = new QComboBox(strip);
    m_sheet->setAccessibleName(tr("Sheet of the workbook"));
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sheet->setMinimumContentsLength(14);
    connect(m_sheet, &QComboBox::activated, this, [this] {
        TableFormat format = m_file.format;
        format.allSheets = m_sheet->currentIndex() >= m_file.sheets.size();
        if (!format.allSheets)
            format.sheet = m_sheet->currentText();
        format.headerLine.reset();
        look(m_file.path, format);
    });
    m_headerLine = new QSpinBox(strip);
    m_headerLine->setRange(0, mostHeaderLine);
    m_headerLine->setPrefix(tr("Names in line "));
    m_headerLine->setSpecialValueText(tr("No line with names"));
    m_headerLine->setAccessibleName(tr("Line with the names of the columns"));
    m_headerLine->setKeyboardTracking(false);
    connect(m_headerLine, &QSpinBox::valueChanged, this, [this](int line) {
        TableFormat format = m_file.format;
        format.headerLine = line;
        readAgain(format);
    });
}

QWidget *ImportDialog::buildTables()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins({});
    m_tabs = new SubTabs(card);
    m_tabs->setAccessibleName(tr("What to look at"));
    m_tables = new QStackedWidget(card);
    m_preview = new ImportPreview(card);
    m_refused = new ImportRemarks(m_page, tr("Refused rows"), card);
    m_remarks = new ImportRemarks(m_page, tr("Remarks"), card);
    for (QWidget *table : std::initializer_list<QWidget *>{m_preview, m_refused, m_remarks}) {
        m_tables->addWidget(table);
        m_tabs->addTab({});
    }
    connect(m_tabs, &QTabBar::currentChanged, m_tables, &QStackedWidget::setCurrentIndex);
    connect(m_refused, &ImportRemarks::failed, this, &ImportDialog::showError);
    connect(m_remarks, &ImportRemarks::failed, this, &ImportDialog::showError);
    connect(m_preview->roles(), &ImportRoleHeader::rolesChosen, this, [this](const ColumnRoles &roles) {
        m_decisions.rows = m_plan ? m_plan->mapping.rows : m_decisions.rows;
        m_decisions.columns = roles;
        plan();
    });
    column->addWidget(m_tabs);
    column->addWidget(m_tables, 1);
    return card;
}

QWidget *ImportDialog::buildAnswers()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins({});
    auto *answers = new QWidget(card);
    m_meanings = new ImportMeanings(answers);
    m_placeholders = new ImportPlaceholders(answers);
    auto *both = new QVBoxLayout(answers);
    both->setContentsMargins({});
    both->addWidget(m_meanings);
    both->addWidget(m_placeholders);
    both->addStretch();
    auto *scroll = new QScrollArea(card);
    m_answers = scroll;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(answers);
    scroll->setMinimumWidth(em(this, 21));
    answers->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    takeAnswers();
    connect(m_placeholders, &ImportPlaceholders::focused, scroll,
            [scroll](QWidget *box) { scroll->ensureWidgetVisible(box); });
    connect(m_meanings, &ImportMeanings::focused, scroll,
            [scroll](QWidget *box) { scroll->ensureWidgetVisible(box); });
    column->addWidget(scroll);
    return card;
}

// What is asked is decided, and the plan made anew with it.
void ImportDialog::takeAnswers()
{
    connect(m_meanings, &ImportMeanings::rowsChosen, this, [this](RowMeaning rows) {
        m_decisions.rows = rows;
        m_decisions.columns.reset(); // a history has others
        plan();
    });
    connect(m_meanings, &ImportMeanings::stageChosen, this,
            [this](const QString &text, const StageTarget &to) {
                m_decisions.stages.insert(text, to);
                plan();
            });
    connect(m_meanings, &ImportMeanings::dateOrderChosen, this, [this](const QString &name, DateOrder order) {
        m_decisions.dateOrders.insert(name, order);
        plan();
    });
    connect(m_meanings, &ImportMeanings::signsChosen, this, [this](const NumberSigns &signs) {
        m_decisions.signs = signs;
        plan();
    });
    connect(m_meanings, &ImportMeanings::currencyChosen, this, [this](const QString &currency) {
        if (m_plan && m_plan->mapping.currency == currency)
            return;
        m_decisions.currency = currency;
        plan();
    });
    connect(m_meanings, &ImportMeanings::stageOfLostChosen, this, [this](qint64 stage) {
        m_decisions.stageOfLost = stage;
        plan();
    });
    connect(m_meanings, &ImportMeanings::spellingsChosen, this, [this](const Spellings &spellings) {
        m_decisions.spellings = spellings;
        plan();
    });
    connect(m_placeholders, &ImportPlaceholders::chosen, this,
            [this](const QStringList &placeholders, const QStringList &columnsWithNA) {
                m_decisions.placeholders = placeholders;
                if (m_plan && columnsWithNA != m_plan->mapping.columnsWithNA)
                    m_decisions.columnsWithNA = columnsWithNA;
                plan();
            });
}

QWidget *ImportDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins({});
    m_forecast = new TextLabel({}, Theme::Role::Ink, foot);
    m_forecast->setAccessibleName(tr("What the import would do"));
    setTextStyle(m_forecast, TextStyle::Strong);
    m_blocked = new TextLabel({}, Theme::Role::Warning, foot);
    m_changes = new TextLabel({}, Theme::Role::Muted, foot);
    m_changes->setAccessibleName(tr("What the import would change in the workbook"));
    m_changes->hide();
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_forecast);
    texts->addWidget(m_changes);
    texts->addWidget(m_blocked);
    m_question = plainButton(tr("&Go to the question"), foot);
    m_question->setObjectName(u"question"_s);
    m_question->hide();
    connect(m_question, &QPushButton::clicked, m_meanings, &ImportMeanings::focusFirstQuestion);
    auto *close = plainButton(tr("Close"), foot);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_import = plainButton(tr("&Import"), foot);
    m_import->setObjectName(u"import"_s);
    m_import->setDefault(true);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::runImportNow);
    row->addLayout(texts, 1);
    row->addWidget(m_question);
    row->addWidget(close);
    row->addWidget(m_import);
    return foot;
}

QWidget *ImportDialog::buildDone()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    m_doneTitle = heading({}, card);
    m_doneText = new TextLabel({}, Theme::Role::Ink, card);
    m_doneHint = new TextLabel({}, Theme::Role::Muted, card);
    m_doneRefused = new ImportRemarks(m_page, tr("Refused rows"), card);
    connect(m_doneRefused, &ImportRemarks::failed, this, &ImportDialog::showError);
    m_undo = plainButton(tr("&Undo the import"), card);
    m_undo->setObjectName(u"undoImport"_s);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undoImport);
    auto *other = plainButton(tr("Import &another file…"), card);
    connect(other, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    m_doneClose = plainButton(tr("Close"), card);
    m_doneClose->setObjectName(u"closeImport"_s);
    connect(m_doneClose, &QPushButton::clicked, this, &QDialog::accept);
    m_showFunnel = plainButton(tr("&Show the funnel"), card);
    m_showFunnel->setObjectName(u"showFunnel"_s);
    connect(m_showFunnel, &QPushButton::clicked, this, [this] {
        accept();
        m_page.go(Tab::Funnel, u"funnel"_s);
    });
    auto *buttons = new FlowLayout;
    for (QWidget *button : {m_showFunnel, m_undo, other, m_doneClose})
        buttons->addWidget(button);
    column->addWidget(m_doneTitle);
    column->addWidget(m_doneText);
    column->addWidget(m_doneHint);
    column->addLayout(buttons);
    column->addWidget(m_doneRefused, 1);
    column->addStretch();
    return card;
}
