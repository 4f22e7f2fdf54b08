#include "widgets/shell/history_dialog.h"

#include "models/worksheet/change_texts.h"
#include "models/worksheet/date_text.h"
#include "widgets/controls/text_label.h"
#include "widgets/controls/two_line_delegate.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEntries = 1000;

QString timeText(const QString &at, const QLocale &locale)
{
    const QDateTime time = QDateTime::fromString(at, Qt::ISODate).toLocalTime();
    return HistoryDialog::tr("%1, %2", "day, time")
        .arg(shortDate(time.date(), locale), locale.toString(time.time(), QLocale::ShortFormat));
}

} // namespace

HistoryDialog::HistoryDialog(const Document &document, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_catalogue(catalogue)
    , m_summary(new TextLabel({}, Theme::Role::Muted))
    , m_list(new QListWidget)
    , m_changes(new QLabel)
    , m_back(new QPushButton(tr("Undo everything after this")))
{
    setWindowTitle(tr("History"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Changes, the newest first"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_back->setObjectName(u"back"_s);
    m_back->setAutoDefault(false);
    m_back->setToolTip(tr("Takes the workbook back to how it was after the chosen change. Redo brings it all "
                          "again, as long as nothing else is changed."));
    m_changes->setWordWrap(true);
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_changes->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_changes->setMargin(em(this, 0.5));
    auto *changes = new QScrollArea;
    changes->setAccessibleName(tr("What the chosen change did"));
    changes->setWidgetResizable(true);
    changes->setWidget(m_changes);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_list, 3);
    column->addWidget(changes, 1);
    column->addWidget(buttons);
    resizeWithinScreen(this, {em(this, 30), em(this, 28)});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &Document::historyChanged, this, &HistoryDialog::read);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryDialog::showChosen);
    connect(m_back, &QPushButton::clicked, this,
            [this] { Q_EMIT backRequested(m_list->currentItem()->data(Qt::UserRole).toLongLong()); });
    read();
}

void HistoryDialog::read()
{
    const QLocale locale;
    const QVariant chosen = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole) : QVariant();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    m_entries = m_document.history(mostEntries);
    for (const Journal::Entry &entry : std::as_const(m_entries)) {
        const QString who = entry.who.trimmed().isEmpty() ? tr("without a name") : entry.who;
        const QString second = tr("%1 · %2", "name, time").arg(who, timeText(entry.at, locale));
        auto *item = new QListWidgetItem(entry.label, m_list);
        item->setData(Qt::UserRole, entry.id);
        item->setData(TwoLineDelegate::SecondLineRole, second);
        item->setData(Qt::AccessibleDescriptionRole, second);
        if (chosen == QVariant(entry.id))
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    m_summary->setText(m_entries.isEmpty() ? tr("Nothing was changed yet.")
                           : m_entries.size() == mostEntries
                           ? tr("The newest %1 changes.").arg(locale.toString(mostEntries))
                           : tr("Changes: %1.").arg(locale.toString(m_entries.size())));
    showChosen();
}

void HistoryDialog::showChosen()
{
    constexpr qsizetype mostLines = 200;
    const int row = m_list->currentRow();
    m_back->setEnabled(!m_document.isReadOnly() && row > 0);
    QStringList lines;
    if (row >= 0)
        lines = changeTexts(m_document, m_catalogue, m_document.changesOf(m_entries.at(row)), QLocale());
    if (lines.size() > mostLines) {
        const qsizetype more = lines.size() - mostLines;
        lines = lines.first(mostLines);
        lines.append(tr("and %n more", nullptr, static_cast<int>(more)));
    }
    m_changes->setText(lines.join(u'\n'));
}
