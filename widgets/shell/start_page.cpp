#include "widgets/shell/start_page.h"

#include "widgets/controls/card.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/settings.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Role = Theme::Role;

namespace {
constexpr int pathRole = Qt::UserRole;
constexpr int missingRole = Qt::UserRole + 1;

QString fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}
} // namespace

StartPage::StartPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setAcceptDrops(true);
    auto *content = new QWidget;
    content->setMaximumWidth(em(this, 46));
    auto *column = new QVBoxLayout(content);
    column->setSpacing(em(this, 0.8));
    auto *heading = new TextLabel(tr("Smarketing Workbook"), Role::Ink, content);
    setTextStyle(heading, TextStyle::Title);
    column->addWidget(heading);
    column->addWidget(
        new TextLabel(tr("One story, shared numbers and a signed agreement between marketing and sales."),
                      Role::Muted, content));

    column->addWidget(makeStarters());
    column->addLayout(makeOpenRow());
    m_recentBox = makeRecent();
    column->addWidget(m_recentBox, 1);
    column->addStretch();

    putInTheMiddle(content);
    refresh();
}

void StartPage::putInTheMiddle(QWidget *content)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *centred = new QWidget;
    auto *middle = new QHBoxLayout(centred);
    middle->setContentsMargins(em(this, 1), em(this, 2), em(this, 1), em(this, 1));
    middle->addStretch(1);
    middle->addWidget(content, 20);
    middle->addStretch(1);
    scroll->setWidget(centred);
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(scroll);
}

QWidget *StartPage::makeStarters()
{
    auto *row = new QWidget(this);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *starters = new QHBoxLayout(row);
    starters->setContentsMargins({});
    starters->setSpacing(em(this, 0.8));
    starters->addWidget(makeStarter(u"blank"_s, u"new"_s, tr("New workbook"),
                                    tr("An empty workbook with every worksheet, for your next client.")));
    starters->addWidget(makeStarter(u"example"_s, u"example"_s, tr("Look at the example"),
                                    tr("A made-up robotics company, filled in to the last worksheet.")));
    return row;
}

QLayout *StartPage::makeOpenRow()
{
    auto *open = new QPushButton(themedIcon(u"open"_s), tr("&Open a workbook…"), this);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(open);
    row->addWidget(new TextLabel(tr("or drop a file here."), Role::Muted, this), 1);
    return row;
}

QWidget *StartPage::makeStarter(const QString &starter, const QString &icon, const QString &title,
                                const QString &text)
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    auto *heading = new TextLabel(title, Role::Ink, card);
    setTextStyle(heading, TextStyle::Heading);
    column->addWidget(heading);
    column->addWidget(new TextLabel(text, Role::Muted, card), 1);
    auto *make = new QPushButton(themedIcon(icon, starter == u"blank"_s ? Role::OnAccent : Role::Ink),
                                 starter == u"blank"_s ? tr("&New…") : tr("Open &example…"), card);
    make->setAccessibleName(title);
    make->setAccessibleDescription(text);
    make->setDefault(starter == u"blank"_s);
    connect(make, &QPushButton::clicked, this, [this, starter] { Q_EMIT newRequested(starter); });
    column->addWidget(make, 0, Qt::AlignLeading);
    return card;
}

QWidget *StartPage::makeRecent()
{
    auto *card = new Card(this);
    auto *column = new QVBoxLayout(card);
    auto *top = new QHBoxLayout;
    auto *heading = new TextLabel(tr("Recent workbooks"), Role::Ink, card);
    setTextStyle(heading, TextStyle::Heading);
    top->addWidget(heading, 1);
    auto *forget = new QPushButton(tr("Remove missing"), card);
    forget->setFlat(true);
    connect(forget, &QPushButton::clicked, this, &StartPage::removeMissing);
    top->addWidget(forget);
    m_forget = forget;
    column->addLayout(top);
    m_recent = new QListWidget(card);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Recent workbooks"));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    connect(m_recent, &QListWidget::itemActivated, this, &StartPage::activate);
    connect(m_recent, &QListWidget::itemClicked, this, &StartPage::activate);
    column->addWidget(m_recent, 1);
    return card;
}

void StartPage::refresh()
{
    m_recent->clear();
    bool anyMissing = false;
    const QStringList files = m_settings.recentFiles();
    for (const QString &path : files) {
        const QFileInfo info(path);
        const bool missing = !info.exists();
        anyMissing |= missing;
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        auto *item = new QListWidgetItem(themedIcon(missing ? u"missing"_s : u"document"_s, Role::Muted),
                                         info.completeBaseName() % QChar::LineFeed
                                             % (missing ? tr("Not found in %1").arg(folder) : folder),
                                         m_recent);
        item->setData(pathRole, path);
        item->setData(missingRole, missing);
        if (missing)
            item->setForeground(Theme::of(this).color(Role::Muted));
    }
    m_forget->setVisible(anyMissing);
    m_recentBox->setVisible(!files.isEmpty());
}

void StartPage::activate(QListWidgetItem *item)
{
    Q_EMIT fileChosen(item->data(pathRole).toString());
}

void StartPage::removeMissing()
{
    for (int i = 0; i < m_recent->count(); ++i)
        if (m_recent->item(i)->data(missingRole).toBool())
            m_settings.removeRecentFile(m_recent->item(i)->data(pathRole).toString());
    refresh();
}

void StartPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StartPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT fileChosen(fileIn(event->mimeData()));
}
