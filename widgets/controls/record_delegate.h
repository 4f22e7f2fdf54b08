#pragma once

#include "widgets/controls/two_line_delegate.h"

class SheetProxy;

// A row of a worksheet in a list: its title and a muted second line.
class RecordDelegate : public TwoLineDelegate
{
    Q_OBJECT

public:
    RecordDelegate(const SheetProxy &proxy, QObject *parent);

    QString firstLine(const QModelIndex &index) const override;
    // What stands under the title: the first other columns that say something.
    QString secondLine(const QModelIndex &index) const override;

private:
    const SheetProxy &m_proxy;
};
