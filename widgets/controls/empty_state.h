#pragma once

#include "models/worksheet/sheet.h"

#include <QFrame>

class InlineBar;
class SheetModel;

// What stands in place of a worksheet nobody has begun: its question, what a good answer looks like, and one
// button to begin with.
class EmptyState : public QFrame
{
    Q_OBJECT

public:
    explicit EmptyState(const SheetModel &model, QWidget *parent = nullptr);

    void focusFirst();
    void tell(const QString &message); // why something was not taken

Q_SIGNALS:
    void addWanted();
    void exampleWanted();
    void pasteWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *exampleBlock(const SheetModel &model);
    void addPasting(bool possible);
    void adaptMargins();

    QWidget *m_block = nullptr;
    InlineBar *m_bar;
};
