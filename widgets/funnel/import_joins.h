#pragma once

#include "models/tables/table_source.h"

#include <QWidget>

class QVBoxLayout;

// By which column each further file is joined to those before it: found, and to be corrected.
class ImportJoins : public QWidget
{
    Q_OBJECT

public:
    explicit ImportJoins(QWidget *parent = nullptr);

    void setJoins(const QList<FileJoin> &joins);

Q_SIGNALS:
    void keyChosen(qsizetype join, const QString &key);

private:
    QVBoxLayout *m_column;
    QList<QWidget *> m_boxes;
};
