#pragma once

#include "models/worksheet/sheet.h"

#include <QPersistentModelIndex>
#include <QWidget>

class ColumnsLayout;
class EvidenceBar;
class FieldBox;
class SheetModel;
class TextLabel;
struct PageContext;

// The fields of one row of a worksheet as a form: under their groups' headings, in two columns where there
// is room. Where a group has marketing's and sales' version of a part, they stand side by side and what
// belongs to both stands beneath.
class SheetForm : public QWidget
{
    Q_OBJECT

public:
    enum class Fields {
        All,
        BesideTable, // those a table has no column for, or whose source it cannot ask for
    };

    SheetForm(SheetModel &model, const PageContext &page, Fields fields, QWidget *parent = nullptr);
    ~SheetForm() override;

    // False, and nothing changes, where what was typed for the row before is refused. -1: no row.
    bool setRow(int row);
    bool commit(); // false: something was refused and is still there
    void focusFirst();
    void leaveOut(const QString &key); // it is settled by where the form stands
    FieldBox *box(const QString &key) const;
    bool isEmpty() const { return m_boxes.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    using Group = QList<const Field *>;
    void addGroup(const Group &group);
    void addSides(ColumnsLayout *columns, const Group &group);
    FieldBox *addBox(const Field &field, bool showTeam, QWidget *parent);
    ColumnsLayout *addColumns();
    void adaptSpacing();
    void addEvidence();
    void sayWhyHeld(int row);
    void showEvidence();

    SheetModel &m_model;
    const PageContext &m_page;
    QMetaObject::Connection m_watch;
    TextLabel *m_held; // why some fields cannot be changed
    EvidenceBar *m_evidence = nullptr; // where facts carry their source
    QPersistentModelIndex m_shown; // in the row that is shown
    QList<FieldBox *> m_boxes;
    QList<ColumnsLayout *> m_columns;
};
