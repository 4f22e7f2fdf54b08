#pragma once

#include <QWidget>

class Chip;
class FieldBinding;
class FieldEditor;
class SheetModel;
class SourceChip;
class TextLabel;
struct Field;
struct PageContext;

// One field in a form: its label, whose it is, where the fact comes from, the editor, a line of help, and
// what is wrong with the entry.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    // All of them must outlive the box. `showTeam`: with a chip that says whose field it is.
    FieldBox(const Field &field, SheetModel &model, const PageContext &page, bool showTeam,
             QWidget *parent = nullptr);

    const Field &field() const { return m_field; }
    FieldEditor *editor() const { return m_editor; }
    // False, and nothing changes, where what was typed for the row before is refused. -1: no row.
    bool setRow(int row);
    bool commit();
    void takeFocus();
    QString message() const; // what is wrong with the entry; empty: nothing
    bool isWide() const; // asks for the whole width of a form

private:
    void build(bool showTeam);
    void onShown();
    void onRefused(const QString &message);

    const Field &m_field;
    SheetModel &m_model;
    FieldEditor *m_editor;
    FieldBinding *m_binding;
    SourceChip *m_source = nullptr;
    Chip *m_missing = nullptr;
    TextLabel *m_message;
};
