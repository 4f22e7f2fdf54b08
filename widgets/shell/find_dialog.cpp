#include "widgets/shell/find_dialog.h"

#include "widgets/controls/text_label.h"
#include "widgets/controls/two_line_delegate.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace {
constexpr int mostHits = 200;
constexpr int pauseMs = 120;
} // namespace

FindDialog::FindDialog(const Document &document, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_catalogue(catalogue)
    , m_needle(new QLineEdit(this))
    , m_hits(new QListWidget(this))
    , m_count(new TextLabel({}, Theme::Role::Muted, this))
{
    setWindowTitle(tr("Find in the workbook"));
    m_needle->setPlaceholderText(tr("What are you looking for?"));
    m_needle->setAccessibleName(tr("Text to find"));
    m_needle->setClearButtonEnabled(true);
    m_needle->installEventFilter(this);
    m_hits->setItemDelegate(new TwoLineDelegate(m_hits));
    m_hits->setMouseTracking(true);
    m_hits->setAccessibleName(tr("Places found"));
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_needle);
    column->addWidget(m_hits, 1);
    column->addWidget(m_count);
    resizeWithinScreen(this, {em(this, 30), em(this, 22)});
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FindDialog::look);
    connect(m_needle, &QLineEdit::textChanged, this, [this] { m_pause.start(pauseMs); });
    connect(m_needle, &QLineEdit::returnPressed, this, &FindDialog::choose);
    connect(m_hits, &QListWidget::itemActivated, this, &FindDialog::choose);
    connect(m_hits, &QListWidget::itemClicked, this, &FindDialog::choose);
}

void FindDialog::start()
{
    show();
    raise();
    activateWindow();
    m_needle->setFocus();
    m_needle->selectAll();
    look();
}

void FindDialog::look()
{
    m_pause.stop();
    m_hits->clear();
    const QString needle = m_needle->text().trimmed();
    m_found = search(m_document, m_catalogue, needle, mostHits);
    for (const SearchHit &hit : std::as_const(m_found)) {
        const TabDescription *tab = m_catalogue.tabOf(hit.table);
        const QString place = tr("%1 · %2 · %3").arg(tab->label, hit.title, hit.field);
        auto *item = new QListWidgetItem(hit.excerpt.simplified(), m_hits);
        item->setData(TwoLineDelegate::SecondLineRole, place);
        item->setData(Qt::AccessibleDescriptionRole, place);
    }
    m_hits->setCurrentRow(0);
    m_count->setText(needle.isEmpty()        ? tr("Looks in every worksheet.")
                         : m_found.isEmpty() ? tr("Nothing found.")
                         : m_found.size() == mostHits
                         ? tr("The first %1 places").arg(QLocale().toString(mostHits))
                         : tr("Places found: %1").arg(QLocale().toString(m_found.size())));
}

void FindDialog::choose()
{
    if (m_pause.isActive())
        look();
    if (const int row = m_hits->currentRow(); row >= 0) {
        hide();
        Q_EMIT chosen(m_found.at(row), m_needle->text().trimmed());
    }
}

// Up and down walk through the places while the text keeps the focus.
bool FindDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_needle && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
            return QCoreApplication::sendEvent(m_hits, event);
    }
    return QDialog::eventFilter(watched, event);
}
