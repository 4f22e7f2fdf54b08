#pragma once

#include "models/overview/progress.h"
#include "models/worksheet/catalogue.h"

#include <QAbstractListModel>

// The tabs of the workbook with how far each is and who has signed it.
class NavigationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole, // "1" to "4"; empty for Overview and Plan
        SignRole, // the icon where there is no number
        ProgressRole, // double, 0 to 1
        MarketingRole, // SignatureState
        SalesRole,
    };

    explicit NavigationModel(const Catalogue &catalogue, QObject *parent = nullptr);

    void setProgress(const QList<TabProgress> &progress); // one per tab

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString description(int row) const;

    const Catalogue &m_catalogue;
    QList<TabProgress> m_progress;
};
