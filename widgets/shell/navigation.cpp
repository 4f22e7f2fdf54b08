#include "widgets/shell/navigation.h"

#include "models/arithmetic/decimal.h"
#include "models/worksheet/date_text.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/navigation_delegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using Role = Theme::Role;

namespace {
// A line ends before what is counted, not between it and its number.
QString withNumbersKept(QString text)
{
    static const QRegularExpression beforeNumber(QStringLiteral("(?<=:) (?=\\d)"));
    return text.replace(beforeNumber, QString(QChar::Nbsp));
}
} // namespace

Navigation::Navigation(const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_model(new NavigationModel(catalogue, this))
    , m_delegate(new NavigationDelegate(this))
    , m_list(new QListView(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Tabs of the workbook"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { Q_EMIT chosen(static_cast<Tab>(current.row())); });

    m_standing = makeStanding();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(m_standing);
    column->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setFocusProxy(m_list);
    adaptSize();
    setStanding({});
}

QWidget *Navigation::makeStanding()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    const int inset = em(this, 0.5);
    column->setContentsMargins(inset, inset, inset, 0);
    column->setSpacing(em(this, 0.15));
    column->addSpacing(inset);
    column->addWidget(new TextLabel(tr("Alignment score"), Role::Muted, box, TextLabel::Fit::Shortened));
    auto *figures = new QHBoxLayout;
    m_score = new TextLabel({}, Role::Ink, box, TextLabel::Fit::Shortened);
    setTextStyle(m_score, TextStyle::Title);
    m_outOf = new TextLabel(tr("/ 100"), Role::Muted, box, TextLabel::Fit::Shortened);
    m_change = new TextLabel({}, Role::Good, box, TextLabel::Fit::Shortened);
    m_score->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    figures->addWidget(m_score);
    figures->addWidget(m_outOf, 1, Qt::AlignBottom);
    figures->addStretch();
    column->addLayout(figures);
    column->addWidget(m_change);
    m_actions = new TextLabel({}, Role::Muted, box);
    m_nextReview = new TextLabel({}, Role::Muted, box);
    column->addWidget(m_actions);
    column->addWidget(m_nextReview);
    return box;
}

void Navigation::setCurrent(Tab tab)
{
    m_list->setCurrentIndex(m_model->index(static_cast<int>(tab)));
}

void Navigation::setProgress(const QList<TabProgress> &progress)
{
    m_model->setProgress(progress);
}

void Navigation::setStanding(const Standing &standing, const QString &howScored)
{
    const QLocale locale;
    m_score->setToolTip(howScored);
    m_score->setAccessibleDescription(howScored);
    m_score->setText(standing.score ? locale.toString(*standing.score) : tr("none yet"));
    setTextStyle(m_score, standing.score ? TextStyle::Title : TextStyle::Body);
    m_score->setRole(standing.score ? Role::Ink : Role::Muted);
    m_outOf->setVisible(standing.score.has_value());
    m_change->setVisible(standing.change.has_value());
    if (standing.change) {
        const int change = *standing.change;
        const QString points = formatScaled(change, 0, locale);
        m_change->setText(
            change == 0 ? tr("as at %1", "a review").arg(standing.since)
                        : tr("%1 since %2")
                              .arg(change > 0 ? locale.positiveSign() + points : points, standing.since));
        m_change->setRole(change < 0 ? Role::Warning : change > 0 ? Role::Good : Role::Muted);
    }
    const QString open = tr("Open actions: %1").arg(locale.toString(standing.openActions));
    m_actions->setText(standing.overdueActions > 0 ? withNumbersKept(
                           tr("%1 · overdue: %2").arg(open, locale.toString(standing.overdueActions)))
                                                   : open);
    m_actions->setRole(standing.overdueActions > 0 ? Role::Warning : Role::Muted);
    m_nextReview->setText(standing.nextReview
                              ? tr("Next review %1").arg(shortDate(*standing.nextReview, locale))
                              : tr("No review planned"));
    adaptHeight(); // longer texts may need more than there is
}

void Navigation::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_delegate->setCompact(compact);
    m_list->doItemsLayout();
    adaptSize();
}

void Navigation::adaptSize()
{
    const int margin = em(this, m_compact ? 0.3 : 0.5);
    layout()->setContentsMargins(margin, margin * 2, margin, margin);
    setFixedWidth(em(this, m_compact ? 3 : 12.4));
    adaptHeight();
}

int Navigation::heightFor(int tabs) const
{
    const QMargins margins = layout()->contentsMargins();
    return tabs * em(this, 2.2) + 2 + margins.top() + margins.bottom();
}

// On a low screen with large letters the list scrolls, so that the window fits there.
QSize Navigation::minimumSizeHint() const
{
    constexpr int leastTabs = 3;
    return {m_list->minimumWidth(), heightFor(leastTabs)};
}

void Navigation::adaptHeight()
{
    const int all = heightFor(m_model->rowCount());
    m_list->setFixedHeight(m_model->rowCount() * em(this, 2.2) + 2
                           - std::max(0, all - std::max(height(), minimumSizeHint().height())));
    const QMargins margins = layout()->contentsMargins();
    const int standing = m_standing->heightForWidth(width() - margins.left() - margins.right());
    const int needed = all + layout()->spacing() + standing;
    m_standing->setVisible(!m_compact && height() >= needed);
}

void Navigation::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    adaptHeight();
}

void Navigation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        adaptSize();
    QWidget::changeEvent(event);
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(Role::Card));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), theme.color(Role::Line));
    if (m_standing->isVisible())
        painter.fillRect(m_standing->x(), m_standing->y(), m_standing->width(), 1, theme.color(Role::Line));
}
