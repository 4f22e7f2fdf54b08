#include "widgets/funnel/import_joins.h"

#include <QComboBox>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ImportJoins::ImportJoins(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
}

void ImportJoins::setJoins(const QList<FileJoin> &joins)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (qsizetype i = 0; i < joins.size(); ++i) {
        auto *box = new QComboBox(this);
        box->setObjectName(u"joinKey%1"_s.arg(i));
        box->setAccessibleName(tr("Column by which “%1” is joined").arg(joins.at(i).file));
        for (const JoinKey &key : joins.at(i).keys)
            box->addItem(tr("%1: joined by “%2”, matching rows: %3", "file, column, number")
                             .arg(joins.at(i).file, key.name, QLocale().toString(key.matches)),
                         key.name);
        connect(box, &QComboBox::activated, this, [this, box, file = joins.at(i).added] {
            Q_EMIT keyChosen(file, box->currentData().toString());
        });
        m_column->addWidget(box);
        m_boxes.append(box);
    }
    setVisible(!joins.isEmpty());
}
