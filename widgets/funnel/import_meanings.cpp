#include "widgets/funnel/import_meanings.h"

#include "models/funnel/import/column_remarks.h"
#include "models/tables/words.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

using Kind = StageTarget::Kind;
constexpr qsizetype shownLetters = 60;

QString stageKeyOf(const QString &text)
{
    return u"stage:"_s + text;
}

QString dateKeyOf(const QString &column)
{
    return u"date:"_s + column;
}

QString spellingKeyOf(const SpellingGroup &group)
{
    return u"spelling:"_s + roleKey(group.role) + u':' + group.texts.first().first;
}

// "Google (12), google (3)"
QString textOf(const SpellingGroup &group)
{
    QStringList texts;
    for (const auto &[text, count] : group.texts)
        texts.append(ImportMeanings::tr("“%1” (%2)").arg(text, QLocale().toString(count)));
    return QLocale().createSeparatedList(texts);
}

// What a target is in the list of a box.
QString dataOf(const StageTarget &target)
{
    return stageTargetKey(target.kind)
        + (target.kind == Kind::Stage ? u" "_s + QString::number(target.stage) : QString());
}

StageTarget targetOf(const QString &data)
{
    return {stageTargetFromKey(data.section(u' ', 0, 0)), data.section(u' ', 1).toLongLong()};
}

// Columns of dates whose order the table does not tell by itself, or could have told wrongly.
QStringList dateColumns(const ImportFile &file, const ImportMapping &mapping)
{
    QStringList names = mapping.columnsOf(ColumnRole::Created) + mapping.columnsOf(ColumnRole::Closed)
        + mapping.columnsOf(ColumnRole::EnteredOn) + mapping.columnsOf(ColumnRole::SnapshotOn);
    names.removeIf([&file](const QString &name) {
        const ColumnProfile *column = file.column(name);
        return !column || (exampleOfDate(*column).isEmpty() && !column->dates.isOpen());
    });
    return names;
}

QString shapeOf(const ImportFile &file, const ImportMapping &mapping, const QList<Stage> &stages)
{
    QStringList shape{file.path};
    for (const auto &[text, count] : stageTexts(file.profile, mapping))
        shape.append(text);
    for (const SpellingGroup &group : findSpellings(file.profile, mapping.columns))
        shape.append(spellingKeyOf(group));
    for (const Stage &stage : stages)
        shape.append(QString::number(stage.id) + stage.name);
    return (shape + dateColumns(file, mapping) + mapping.columnsOf(ColumnRole::Value) + stageColumns(mapping))
        .join(QChar::Null);
}

void addTargets(QComboBox *box, const QList<Stage> &stages, bool mayBeRefused, bool isFlag)
{
    if (mayBeRefused)
        box->addItem(ImportMeanings::tr("Refuse these rows"), dataOf({Kind::Unknown, 0}));
    for (const Stage &stage : stages.mid(0, stages.size() - 1)) // the last is won
        box->addItem(stage.name, dataOf({Kind::Stage, stage.id}));
    box->addItem(ImportMeanings::tr("Open, stage not known"), dataOf({Kind::Open, 0}));
    box->addItem(ImportMeanings::tr("Won"), dataOf({Kind::Won, 0}));
    box->addItem(ImportMeanings::tr("Lost"), dataOf({Kind::Lost, 0}));
    box->addItem(ImportMeanings::tr("Leave out"), dataOf({Kind::Ignore, 0}));
    if (isFlag)
        box->addItem(ImportMeanings::tr("Not won: lost where closed, otherwise open"),
                     dataOf({Kind::NotWon, 0}));
}

QString dateExample(const QString &text, DateOrder order)
{
    const auto date = readDate(text, order);
    // The name of a count leaves no room for a long date, and its order is not in question.
    const auto format = isCount(order) ? QLocale::ShortFormat : QLocale::LongFormat;
    return date ? ImportMeanings::tr("%1 is %2").arg(text, QLocale().toString(*date, format)) : QString();
}

} // namespace

ImportMeanings::ImportMeanings(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addStretch();
}

void ImportMeanings::setPlan(const ImportFile &file, const ImportPlan &plan, const QList<Stage> &stages)
{
    using Question = OpenQuestion::Kind;
    const ImportMapping &mapping = plan.mapping;
    if (const QString shape = shapeOf(file, mapping, stages); shape != m_shape) {
        rebuild(file, mapping, stages);
        m_shape = shape;
    }
    for (const auto &[text, count] : stageTexts(file.profile, mapping)) {
        const bool open = plan.isOpen(Question::Stage, text)
            || (text.isEmpty() && plan.isOpen(Question::NoStageColumn, text));
        choose(stageKeyOf(text), open ? QVariant() : dataOf(mapping.stages.value(text)),
               open ? tr("Open question: what does this mean?") : QString());
    }
    choose(u"rows"_s, static_cast<int>(mapping.rows));
    choose(u"lost"_s, mapping.stageOfLost);
    for (const QString &name : dateColumns(file, mapping)) {
        const bool open = plan.isOpen(Question::DateOrder, name);
        choose(dateKeyOf(name), open ? QVariant() : static_cast<int>(mapping.dateOrders.value(name)),
               open ? tr("Open question: which date is it?") : QString());
    }
    const QStringList values = mapping.columnsOf(ColumnRole::Value);
    const bool signsOpen = std::any_of(values.begin(), values.end(), [&plan](const QString &name) {
        return plan.isOpen(Question::NumberSigns, name);
    });
    choose(u"signs"_s, signsOpen ? QVariant() : QVariant(int(mapping.signs.decimal)),
           signsOpen ? tr("Open question: how much is it?") : QString());
    choose(u"currency"_s, mapping.currency);
    m_spellings = mapping.spellings;
    for (const SpellingGroup &group : findSpellings(file.profile, mapping.columns)) {
        const auto as = mergedAs(group, m_spellings);
        choose(spellingKeyOf(group), as ? QVariant(*as) : QVariant());
    }
}

// No choice: nothing is chosen yet.
void ImportMeanings::choose(const QString &key, const QVariant &choice, const QString &question)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.key != key)
            continue;
        line.box->setCurrentIndex(choice.isValid() ? line.box->findData(choice) : -1);
        if (line.box->isEditable() && line.box->currentIndex() < 0)
            line.box->setEditText(choice.toString());
        line.question->setText(question);
        line.question->setVisible(!question.isEmpty());
        line.box->setAccessibleDescription(question);
    }
}

void ImportMeanings::focusFirstQuestion()
{
    for (const Line &line : std::as_const(m_lines))
        if (!line.question->text().isEmpty())
            return line.box->setFocus(Qt::OtherFocusReason);
}

void ImportMeanings::rebuild(const ImportFile &file, const ImportMapping &mapping, const QList<Stage> &stages)
{
    delete m_content;
    m_lines.clear();
    m_content = new QWidget(this);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(em(this, 0.6));
    m_grid->setColumnStretch(0, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_content);
    addRows();
    addStages(file, mapping, stages);
    addLost(stages);
    addDates(file, mapping);
    addNumbers(file, mapping);
    addSpellings(file, mapping);
    m_content->show();
}

void ImportMeanings::addHeading(const QString &text)
{
    auto *label = new TextLabel(text, Theme::Role::Ink, m_content);
    setTextStyle(label, TextStyle::Strong);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 3);
}

QComboBox *ImportMeanings::addLine(const QString &key, const QString &title, const QString &count,
                                   Place place)
{
    const int row = m_grid->rowCount();
    auto *label = new TextLabel(shortened(title, shownLetters), Theme::Role::Ink, m_content);
    label->setToolTip(title);
    label->setMinimumWidth(em(this, 5));
    auto *number = new TextLabel(count, Theme::Role::Muted, m_content);
    number->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *box = new QComboBox(m_content);
    box->setAccessibleName(count.isEmpty() ? title : tr("%1 (%2 rows) means").arg(title, count));
    box->setPlaceholderText(tr("Please choose"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    auto *question = new TextLabel({}, Theme::Role::Warning, m_content);
    question->hide();
    const bool isBeside = place == Place::Beside;
    m_grid->addWidget(label, row, 0, 1, isBeside ? 1 : 3);
    m_grid->addWidget(number, row, 1);
    m_grid->addWidget(box, isBeside ? row : row + 1, isBeside ? 2 : 0, 1, isBeside ? 1 : 3);
    m_grid->addWidget(question, row + 2, 0, 1, 3);
    m_lines.append({key, box, question});
    return box;
}

void ImportMeanings::addRows()
{
    QComboBox *box = addLine(u"rows"_s, tr("Each row is"), {}, Place::Below);
    box->setToolTip(tr("A history has a row for each stage that a deal entered, with the date. Reports with "
                       "products have a row for each product of a deal; their values add up."));
    box->addItem(tr("A deal"), static_cast<int>(RowMeaning::Deal));
    box->addItem(tr("A lead, of which no deal has come"), static_cast<int>(RowMeaning::Lead));
    box->addItem(tr("A stage that a deal entered"), static_cast<int>(RowMeaning::StageEntered));
    box->addItem(tr("A product of a deal"), static_cast<int>(RowMeaning::Item));
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT rowsChosen(static_cast<RowMeaning>(box->currentData().toInt())); });
}

void ImportMeanings::addStages(const ImportFile &file, const ImportMapping &mapping,
                               const QList<Stage> &stages)
{
    const QStringList columns = stageColumns(mapping);
    addHeading(tr("What the stages mean"));
    for (const QString &name : columns)
        if (const ColumnProfile *column = file.column(name); column && column->isVaried) {
            auto *note = new TextLabel(tr("“%1” has very many different texts, so it is hardly the stage. "
                                          "Choose another column above the table.")
                                           .arg(name),
                                       Theme::Role::Warning, m_content);
            m_grid->addWidget(note, m_grid->rowCount(), 0, 1, 3);
        }
    for (const auto &[text, count] : stageTexts(file.profile, mapping)) {
        const QString title = !text.isEmpty() ? text
            : columns.isEmpty()               ? tr("All rows (no column is the stage)")
                                              : tr("Rows without a stage");
        QComboBox *box = addLine(stageKeyOf(text), title, QLocale().toString(count));
        addTargets(box, stages, text.isEmpty() && !columns.isEmpty(), saysYesOrNo({text}));
        connect(box, &QComboBox::activated, this, [this, box, key = text] {
            Q_EMIT stageChosen(key, targetOf(box->currentData().toString()));
        });
    }
}

void ImportMeanings::addLost(const QList<Stage> &stages)
{
    QComboBox *box = addLine(u"lost"_s, tr("Lost rows had come to"));
    box->setToolTip(
        tr("For lost rows that do not tell their stage: they count in every stage up to this one."));
    box->addItem(tr("Not known"), qint64(0));
    for (const Stage &stage : stages.mid(0, stages.size() - 1))
        box->addItem(stage.name, stage.id);
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT stageOfLostChosen(box->currentData().toLongLong()); });
}

void ImportMeanings::addDates(const ImportFile &file, const ImportMapping &mapping)
{
    const QStringList names = dateColumns(file, mapping);
    if (!names.isEmpty())
        addHeading(tr("Dates"));
    for (const QString &name : names) {
        const QString example = exampleOfDate(*file.column(name));
        QComboBox *box = addLine(dateKeyOf(name), name, {}, Place::Below);
        for (const DateOrder order : {DateOrder::DayMonthYear, DateOrder::MonthDayYear})
            if (example.isEmpty())
                box->addItem(dateOrderLabel(order), static_cast<int>(order));
        for (const DateOrder order : allDateOrders()) {
            const QString meaning = dateExample(example, order);
            if (!meaning.isEmpty())
                box->addItem(tr("%1: %2").arg(dateOrderLabel(order), meaning), static_cast<int>(order));
        }
        connect(box, &QComboBox::activated, this, [this, box, column = name] {
            Q_EMIT dateOrderChosen(column, static_cast<DateOrder>(box->currentData().toInt()));
        });
    }
}

void ImportMeanings::addNumbers(const ImportFile &file, const ImportMapping &mapping)
{
    const QStringList names = mapping.columnsOf(ColumnRole::Value);
    if (names.isEmpty())
        return;
    addHeading(tr("Amounts"));
    const ColumnProfile *column = file.column(names.first());
    const QString example = column ? column->samples.value(0) : QString();
    QComboBox *box = addLine(u"signs"_s, example.isEmpty() ? names.first() : tr("As in %1").arg(example), {},
                             Place::Below);
    box->setAccessibleName(tr("Decimal sign of %1").arg(names.first()));
    const QMap<int, NumberSigns> signs{{decimalPoint.decimal, decimalPoint},
                                       {decimalComma.decimal, decimalComma},
                                       {asWritten.decimal, asWritten}};
    box->addItem(tr("Decimal point: 1,234.50"), int(decimalPoint.decimal));
    box->addItem(tr("Decimal comma: 1.234,50"), int(decimalComma.decimal));
    box->addItem(tr("Each as it is written: 1,234 and 1.234 are thousands"), int(asWritten.decimal));
    connect(box, &QComboBox::activated, this,
            [this, box, signs] { Q_EMIT signsChosen(signs.value(box->currentData().toInt())); });
    addCurrency(mapping);
}

void ImportMeanings::addCurrency(const ImportMapping &mapping)
{
    QComboBox *box = addLine(u"currency"_s, tr("Amounts without a currency"));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    QStringList codes{u"EUR"_s, u"USD"_s, u"GBP"_s, u"CHF"_s, u"SEK"_s, u"PLN"_s, u"JPY"_s};
    if (!codes.contains(mapping.currency) && isCurrency(mapping.currency))
        codes.prepend(mapping.currency);
    for (const QString &code : std::as_const(codes))
        box->addItem(code, code);
    // Only a whole code is taken; anything else waits for the next letter.
    const auto take = [this, box] {
        if (const QString code = box->currentText().trimmed().toUpper(); isCurrency(code))
            Q_EMIT currencyChosen(code);
    };
    connect(box, &QComboBox::activated, this, take);
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, take);
}

void ImportMeanings::addSpellings(const ImportFile &file, const ImportMapping &mapping)
{
    const QList<SpellingGroup> groups = findSpellings(file.profile, mapping.columns);
    if (!groups.isEmpty())
        addHeading(tr("Spelled in several ways"));
    for (const SpellingGroup &group : groups) {
        const QString title = tr("%1: %2").arg(roleLabel(group.role), textOf(group));
        QComboBox *box = addLine(spellingKeyOf(group), title, {}, Place::Below);
        box->addItem(tr("Keep apart"), QString());
        for (const auto &[text, count] : group.texts)
            box->addItem(tr("All as “%1”").arg(text), text);
        connect(box, &QComboBox::activated, this, [this, box, group] {
            Spellings spellings = m_spellings;
            merge(group, box->currentData().toString(), spellings);
            Q_EMIT spellingsChosen(spellings);
        });
    }
}

bool ImportMeanings::eventFilter(QObject *watched, QEvent *event)
{
    auto *box = qobject_cast<QComboBox *>(watched);
    if (box && event->type() == QEvent::FocusIn)
        Q_EMIT focused(box);
    return QWidget::eventFilter(watched, event);
}
