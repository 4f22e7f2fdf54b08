#include "widgets/shell/navigation_model.h"

#include "widgets/controls/progress_ring.h"
#include "widgets/controls/signature_dots.h"

#include <QLocale>

NavigationModel::NavigationModel(const Catalogue &catalogue, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(catalogue)
    , m_progress(catalogue.tabs().size())
{
}

void NavigationModel::setProgress(const QList<TabProgress> &progress)
{
    m_progress = progress;
    m_progress.resize(m_catalogue.tabs().size());
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_catalogue.tabs().size());
}

QString NavigationModel::description(int row) const
{
    const TabProgress &state = m_progress.at(row);
    const QString progress = ProgressRing::describe(state.filled, state.total);
    if (data(index(row), NumberRole).toString().isEmpty())
        return progress;
    return tr("%1. %2.").arg(progress, SignatureDots::describe(state.marketing, state.sales));
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TabDescription &tab = m_catalogue.tabs().at(index.row());
    const TabProgress &state = m_progress.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tab.label;
    case Qt::ToolTipRole:
        return QString(tab.label % QChar::LineFeed % description(index.row()));
    case Qt::AccessibleDescriptionRole:
        return description(index.row());
    case NumberRole:
        return tab.tab == Tab::Overview || tab.tab == Tab::Plan ? QString() : QLocale().toString(index.row());
    case SignRole:
        return tab.tab == Tab::Overview ? QStringLiteral("overview") : QStringLiteral("calendar");
    case ProgressRole:
        return state.total > 0 ? static_cast<double>(state.filled) / state.total : 0.0;
    case MarketingRole:
        return QVariant::fromValue(state.marketing);
    case SalesRole:
        return QVariant::fromValue(state.sales);
    default:
        return {};
    }
}
