#include "widgets/funnel/import_role_header.h"

#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QStandardItemModel>

namespace {
constexpr int notImported = -1;
}

ImportRoleHeader::ImportRoleHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_choices(new QStandardItemModel(this))
{
    offer(rolesOfDeals());
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QHeaderView::sectionResized, this, &ImportRoleHeader::placeBoxes);
}

void ImportRoleHeader::offer(const QList<ColumnRole> &roles)
{
    if (roles == m_offered)
        return;
    m_offered = roles;
    const auto add = [this](const QString &label, int role) {
        auto *item = new QStandardItem(label);
        item->setData(role, Qt::UserRole);
        m_choices->appendRow(item);
    };
    m_choices->clear();
    add(tr("Not imported"), notImported);
    for (const ColumnRole role : roles)
        add(roleLabel(role), static_cast<int>(role));
}

void ImportRoleHeader::setColumns(const QStringList &columns)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_columns = columns;
    for (const QString &column : columns)
        m_boxes.append(makeBox(column));
    updateGeometries();
}

QComboBox *ImportRoleHeader::makeBox(const QString &column)
{
    auto *box = new QComboBox(viewport());
    box->setAccessibleName(tr("“%1” is").arg(column));
    const auto tellAll = [box, column] {
        box->setToolTip(box->currentIndex() < 0 ? column : tr("%1: %2").arg(column, box->currentText()));
    };
    connect(box, &QComboBox::currentTextChanged, box, tellAll);
    tellAll();
    box->setModel(m_choices);
    box->setCurrentIndex(-1); // not known yet, see setRoles()
    box->setEnabled(false);
    box->setMinimumContentsLength(1);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    connect(box, &QComboBox::activated, this, [this] { Q_EMIT rolesChosen(chosen()); });
    box->show();
    return box;
}

void ImportRoleHeader::setRoles(const ColumnRoles &roles, RowMeaning rows)
{
    offer(rows == RowMeaning::StageEntered ? allColumnRoles() : rolesOfDeals());
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        m_boxes.at(i)->setEnabled(true);
        const auto role = roles.constFind(m_columns.at(i));
        m_boxes.at(i)->setCurrentIndex(
            m_boxes.at(i)->findData(role == roles.constEnd() ? notImported : static_cast<int>(*role)));
    }
}

ColumnRoles ImportRoleHeader::chosen() const
{
    ColumnRoles roles;
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        if (const int role = m_boxes.at(i)->currentData().toInt(); role != notImported)
            roles.insert(m_columns.at(i), static_cast<ColumnRole>(role));
    return roles;
}

int ImportRoleHeader::nameHeight() const
{
    return fontMetrics().height() + em(this, 0.6);
}

QSize ImportRoleHeader::sizeHint() const
{
    const int box = m_boxes.isEmpty() ? 0 : m_boxes.first()->sizeHint().height() + em(this, 0.4);
    return {QHeaderView::sizeHint().width(), nameHeight() + box};
}

void ImportRoleHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->fillRect(rect, Theme::of(this).color(Theme::Role::Card));
    QHeaderView::paintSection(painter, QRect(rect.topLeft(), QSize(rect.width(), nameHeight())), column);
}

void ImportRoleHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeBoxes();
}

void ImportRoleHeader::placeBoxes()
{
    const int gap = em(this, 0.2);
    for (int i = 0; i < m_boxes.size() && i < count(); ++i)
        m_boxes.at(i)->setGeometry(sectionViewportPosition(i) + gap, nameHeight(), sectionSize(i) - 2 * gap,
                                   m_boxes.at(i)->sizeHint().height());
}

bool ImportRoleHeader::eventFilter(QObject *watched, QEvent *event)
{
    const auto index = m_boxes.indexOf(qobject_cast<QComboBox *>(watched));
    if (index >= 0 && event->type() == QEvent::FocusIn)
        Q_EMIT boxFocused(static_cast<int>(index));
    return QHeaderView::eventFilter(watched, event);
}

void ImportRoleHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeBoxes();
}
