#include "widgets/funnel/query_dialog.h"

#include "models/worksheet/workbook_currency.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65535;
constexpr std::array grains{Grain::Week, Grain::Month, Grain::Quarter}; // those of the page Numbers

QPushButton *plainButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false); // Enter in a field must not press it
    return button;
}

QString stateText(QueryFigure::State state)
{
    switch (state) {
    case QueryFigure::State::New:
        return QueryDialog::tr("new");
    case QueryFigure::State::Changed:
        return QueryDialog::tr("changed");
    case QueryFigure::State::AsBefore:
        break;
    }
    return QueryDialog::tr("as before");
}

QStringList cellsOf(const QueryFigure &figure, const QLocale &locale)
{
    return {figure.period.label(locale),
            figure.stage.name,
            figure.segment,
            locale.toString(figure.amount),
            figure.amountBefore ? locale.toString(*figure.amountBefore) : QString(),
            figure.worth ? figure.worth->toText(locale) : QString(),
            stateText(figure.state)};
}

} // namespace

QueryDialog::QueryDialog(const PageContext &page, QWidget *parent)
    : QDialog(parent)
    , m_page(page)
    , m_messageSpace(new QHBoxLayout)
{
    setWindowTitle(tr("Numbers from a database"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *halves = new QSplitter(this);
    halves->addWidget(buildQuery());
    halves->addWidget(buildAnswer());
    halves->setSizes({em(this, 32), em(this, 36)});
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(em(this, 0.5));
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_messageSpace);
    column->addWidget(halves, 1);
    resize(QSize(em(this, 68), em(this, 40)).boundedTo(screen()->availableSize() * 0.94));
    offerSaved();
    useSaved();
    connect(&page.document, &Document::changed, this, [this](const QSet<QString> &tables) {
        if (tables.contains(u"funnel_query"_s))
            offerSaved();
        if (tables.contains(u"funnel_number"_s) || tables.contains(u"funnel_stage"_s))
            forgetPlan();
    });
}

QWidget *QueryDialog::buildQuery()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    auto *choice = new QHBoxLayout;
    m_saved = new QComboBox(card);
    m_saved->setAccessibleName(tr("Saved query"));
    m_saved->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_saved, &QComboBox::activated, this, &QueryDialog::useSaved);
    m_remove = plainButton(tr("Remo&ve"), u"removeQuery"_s, card);
    m_remove->setAccessibleName(tr("Remove the saved query"));
    connect(m_remove, &QPushButton::clicked, this, &QueryDialog::removeSaved);
    choice->addWidget(m_saved, 1);
    choice->addWidget(m_remove);
    column->addLayout(choice);
    column->addLayout(buildConnection());
    m_sql = new QPlainTextEdit(card);
    m_sql->setAccessibleName(tr("Query in SQL"));
    m_sql->setTabChangesFocus(true);
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setPlaceholderText(u"SELECT status AS stage, created AS date,\n"
                              "       count(*) AS count, sum(worth) AS value\n"
                              "FROM deals GROUP BY 1, 2"_s);
    connect(m_sql, &QPlainTextEdit::textChanged, this, &QueryDialog::forgetPlan);
    column->addWidget(m_sql, 1);
    column->addWidget(
        new TextLabel(tr("Columns: stage, period or date, and count; value, currency and segment "
                         "if you like. The password is never saved."),
                      Theme::Role::Muted, card));
    column->addLayout(buildButtons());
    return card;
}

QFormLayout *QueryDialog::buildConnection()
{
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto line = [this](const QString &label) {
        auto *edit = new QLineEdit(this);
        edit->setAccessibleName(QString(label).remove(u'&'));
        connect(edit, &QLineEdit::textChanged, this, &QueryDialog::forgetPlan);
        return edit;
    };
    m_name = line(tr("Name"));
    m_driver = new QComboBox(this);
    m_driver->setAccessibleName(tr("Kind of database"));
    for (const auto driver : {SavedQuery::Driver::PostgreSql, SavedQuery::Driver::Odbc})
        m_driver->addItem(driverLabel(driver), static_cast<int>(driver));
    connect(m_driver, &QComboBox::currentIndexChanged, this, &QueryDialog::showDriver);
    m_host = line(tr("Host"));
    m_port = new QSpinBox(this);
    m_port->setRange(1, highestPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setAccessibleName(tr("Port"));
    m_database = line(tr("Database"));
    m_databaseLabel = new QLabel(this);
    m_databaseLabel->setBuddy(m_database);
    m_user = line(tr("User"));
    m_password = line(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("or from SMARKETING_DATABASE_PASSWORD"));
    m_grain = new QComboBox(this);
    m_grain->setAccessibleName(tr("Periods that dates are counted in"));
    for (const Grain grain : grains)
        m_grain->addItem(grainLabel(grain), grainKey(grain));
    connect(m_grain, &QComboBox::currentIndexChanged, this, &QueryDialog::forgetPlan);
    m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(tr("&Kind"), m_driver);
    m_form->addRow(tr("&Host"), m_host);
    m_form->addRow(tr("P&ort"), m_port);
    m_form->addRow(m_databaseLabel, m_database);
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(tr("&Password"), m_password);
    m_form->addRow(tr("&Dates by"), m_grain);
    return m_form;
}

QLayout *QueryDialog::buildButtons()
{
    auto *buttons = new FlowLayout;
    m_save = plainButton(tr("&Save the query"), u"saveQuery"_s, this);
    connect(m_save, &QPushButton::clicked, this, &QueryDialog::save);
    m_run = plainButton(tr("&Run the query"), u"runQuery"_s, this);
    connect(m_run, &QPushButton::clicked, this, &QueryDialog::run);
    m_stop = plainButton(tr("S&top"), u"stopQuery"_s, this);
    connect(m_stop, &QPushButton::clicked, this, &QueryDialog::stop);
    m_busy = new QProgressBar(this);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("The query is running"));
    m_busy->setMaximumWidth(em(this, 8));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_save, m_run, m_stop, m_busy})
        buttons->addWidget(widget);
    return buttons;
}

QWidget *QueryDialog::buildAnswer()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    m_table = new QTableWidget(card);
    m_table->setAccessibleName(tr("Numbers that the query gives"));
    const QStringList heads{tr("Period"), tr("Stage"), tr("Segment"), tr("Count"),
                            tr("Before"), tr("Value"), tr("Change")};
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setTabKeyNavigation(false);
    m_summary = new TextLabel({}, Theme::Role::Ink, card);
    auto *close = plainButton(tr("Close"), u"closeQuery"_s, card);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_take = plainButton(tr("T&ake over"), u"takeOver"_s, card);
    m_take->setDefault(true);
    connect(m_take, &QPushButton::clicked, this, &QueryDialog::take);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(m_take);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    column->addLayout(foot);
    return card;
}

void QueryDialog::offerSaved()
{
    const QString current = m_saved->currentData().toString();
    m_saved->clear();
    m_saved->addItem(tr("New query"), QString());
    for (const QString &name : savedQueries(m_page.document))
        m_saved->addItem(name, name);
    m_saved->setCurrentIndex(std::max(0, m_saved->findData(current)));
    refreshButtons();
}

void QueryDialog::useSaved()
{
    const QString name = m_saved->currentData().toString();
    SavedQuery chosen;
    if (const auto saved = savedQuery(m_page.document, name); !name.isEmpty() && saved)
        chosen = *saved;
    m_name->setText(chosen.name);
    m_driver->setCurrentIndex(m_driver->findData(static_cast<int>(chosen.driver)));
    m_host->setText(chosen.host);
    m_port->setValue(chosen.port);
    m_database->setText(chosen.database);
    m_user->setText(chosen.user);
    m_password->clear();
    m_grain->setCurrentIndex(m_grain->findData(grainKey(chosen.grain)));
    m_sql->setPlainText(chosen.sql);
    showDriver();
}

void QueryDialog::showDriver()
{
    const bool odbc = query().driver == SavedQuery::Driver::Odbc;
    for (QWidget *field : std::initializer_list<QWidget *>{m_host, m_port}) {
        field->setVisible(!odbc);
        m_form->labelForField(field)->setVisible(!odbc);
    }
    m_databaseLabel->setText(odbc ? tr("Data s&ource") : tr("Data&base"));
    m_database->setAccessibleName(odbc ? tr("Data source") : tr("Database"));
    m_database->setPlaceholderText(odbc ? tr("its name, or DRIVER={…};SERVER=…") : QString());
    forgetPlan();
}

SavedQuery QueryDialog::query() const
{
    const bool odbc = m_driver->currentData().toInt() == static_cast<int>(SavedQuery::Driver::Odbc);
    return {.name = m_name->text().simplified(),
            .driver = odbc ? SavedQuery::Driver::Odbc : SavedQuery::Driver::PostgreSql,
            .host = odbc ? QString() : m_host->text().trimmed(),
            .port = m_port->value(),
            .database = m_database->text().trimmed(),
            .user = m_user->text().trimmed(),
            .grain = grainFromKey(m_grain->currentData().toString()).value_or(Grain::Month),
            .sql = m_sql->toPlainText()};
}

void QueryDialog::save()
{
    const SavedQuery wanted = query();
    if (const auto saved = saveQuery(m_page.document, wanted); !saved) {
        say(Severity::Error, saved.error().message);
        return;
    }
    m_saved->setCurrentIndex(std::max(0, m_saved->findData(wanted.name)));
    refreshButtons();
    say(Severity::Done, tr("“%1” is saved in the workbook, without the password.").arg(wanted.name));
}

void QueryDialog::removeSaved()
{
    const auto removed = removeQuery(m_page.document, m_saved->currentData().toString());
    if (!removed)
        say(Severity::Error, removed.error().message);
}

void QueryDialog::run()
{
    forgetPlan();
    m_asked = query();
    const QString password = m_password->text().isEmpty() ? passwordFromEnvironment() : m_password->text();
    m_job.start<QueryTable>(
        [asked = m_asked, password](const Progress &progress) { return runQuery(asked, password, progress); },
        [this](const Result<QueryTable> &table) { onAnswer(table); });
    refreshButtons();
}

void QueryDialog::stop()
{
    m_job.stop();
    refreshButtons();
    say(Severity::Info, tr("The query was stopped. Nothing was changed."));
}

void QueryDialog::onAnswer(const Result<QueryTable> &table)
{
    if (!table) {
        say(Severity::Error, table.error().message);
    } else if (const auto plan
               = planFigures(m_page.document, *table, m_asked.grain, currencyOf(m_page.document, QLocale()));
               !plan) {
        say(Severity::Error, plan.error().message);
    } else {
        m_plan = *plan;
        showPlan(table->readOnly);
    }
    refreshButtons();
}

void QueryDialog::showPlan(bool readOnly)
{
    using enum QueryFigure::State;
    const QLocale locale;
    m_table->setRowCount(static_cast<int>(m_plan->figures.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QStringList cells = cellsOf(m_plan->figures.at(row), locale);
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            if (column >= 3 && column <= 5)
                item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    QStringList told{tr("Numbers: %1 new, %2 changed, %3 as before.")
                         .arg(locale.toString(m_plan->count(New)), locale.toString(m_plan->count(Changed)),
                              locale.toString(m_plan->count(AsBefore)))};
    QStringList unknown;
    for (const auto &[stage, rows] : m_plan->unknownStages)
        unknown.append(
            u"%1 (%2)"_s.arg(stage.isEmpty() ? tr("without a stage") : stage, locale.toString(rows)));
    if (!unknown.isEmpty())
        told.append(
            tr("Left out, as the workbook has no such stage: %1. Its names in the CRM can be added on "
               "the page of stages.")
                .arg(unknown.join(u", "_s)));
    if (!readOnly)
        told.append(tr("This database could not be told to refuse changes; the query was only read."));
    m_summary->setText(told.join(u' '));
    if (m_plan->wrongRows.isEmpty())
        return;
    QStringList wrong;
    for (const TableRemark &row : m_plan->wrongRows.first(std::min<qsizetype>(3, m_plan->wrongRows.size())))
        wrong.append(tr("Row %1: %2").arg(locale.toString(row.line), row.text));
    say(Severity::Error, tr("Nothing can be taken over until the query is mended. %1").arg(wrong.join(u' ')));
}

void QueryDialog::take()
{
    if (!m_plan)
        return;
    const QueryPlan plan = *m_plan;
    const QString name = m_asked.name.isEmpty() ? m_asked.place() : m_asked.name;
    if (const auto taken = takeOver(m_page.document, plan, name); !taken)
        say(Severity::Error, taken.error().message);
    else
        say(Severity::Done, tr("The numbers are in the workbook. One Undo takes all of them back."));
}

void QueryDialog::forgetPlan()
{
    m_plan.reset();
    m_job.stop(); // what is still asked belongs to what was typed before
    if (m_table)
        m_table->setRowCount(0);
    if (m_summary)
        m_summary->setText(tr("Run the query to see its numbers here. Nothing is changed by that."));
    delete m_message;
    refreshButtons();
}

void QueryDialog::refreshButtons()
{
    if (!m_take)
        return; // still being built
    const bool running = m_job.isRunning();
    const bool writable = !m_page.document.isReadOnly();
    m_run->setEnabled(!running);
    m_stop->setEnabled(running);
    m_busy->setVisible(running);
    m_save->setEnabled(writable);
    m_remove->setEnabled(writable && !m_saved->currentData().toString().isEmpty());
    m_take->setEnabled(writable && !running && m_plan && m_plan->wrongRows.isEmpty()
                       && m_plan->count(QueryFigure::State::AsBefore) < m_plan->figures.size());
}

void QueryDialog::say(Severity severity, const QString &text)
{
    delete m_message;
    m_message = new InlineBar(severity, text, this);
    m_messageSpace->addWidget(m_message);
    connect(m_message, &InlineBar::closed, m_message, &QObject::deleteLater);
}
