#pragma once

#include <QLineEdit>

#include <functional>

class SheetProxy;
class TextLabel;

// Leaves those rows of a worksheet that have what is typed, and says so where none has it.
class RowFilter : public QLineEdit
{
    Q_OBJECT

public:
    // Rows may be hidden once `commit` has saved what is typed in them; false: it was refused.
    RowFilter(SheetProxy &proxy, const std::function<bool()> &commit, QWidget *parent);

    TextLabel *none() const { return m_none; } // to be placed beneath; hidden where there are rows

private:
    void tellIfNone();

    SheetProxy &m_proxy;
    TextLabel *m_none;
};
