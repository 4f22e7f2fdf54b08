#pragma once

#include "models/worksheet/sheet_model.h"

#include <QWidget>

class EmptyState;
class QVBoxLayout;
class SheetForm;
class SheetRecords;
class SheetTable;
class SignOff;
class TextLabel;
struct PageContext;

// One worksheet as it stands on a page: its question, its rows as form, table or list, who has signed it, and
// while it is empty an example to begin from. A table that lacks the width becomes a list.
class SheetView : public QWidget
{
    Q_OBJECT

public:
    enum class Heading { Hidden, Shown };

    SheetView(const Sheet &sheet, const PageContext &page, Heading heading, QWidget *parent = nullptr);

    const Sheet &sheet() const { return m_model.sheet(); }
    SheetModel &model() { return m_model; }
    SheetForm *form() const { return m_form; }
    SheetTable *table() const { return m_table; }
    SheetRecords *records() const { return m_records; }
    SignOff *signOff() const { return m_signOff; }

    void showRow(qint64 id);
    // Brings one field of a row into sight and the keyboard there, with this text in it marked.
    void showText(qint64 id, const QString &key, const QString &text);
    // Fills an empty worksheet with the description's own example; one undo step.
    bool useExample();
    void focusContent(); // the form, table or list

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build(Heading heading);
    void refresh();
    bool isEmpty() const;
    void addRow();
    void pasteRows(const QString &text); // into what was empty
    void showBody(bool visible);
    void chooseBody();
    void makeTable();
    void addBody(QWidget *body, QWidget *other);
    void makeRecords();
    void refreshSubject();
    qint64 currentId() const;

    const PageContext &m_page;
    SheetModel m_model;
    QVBoxLayout *m_body;
    TextLabel *m_question = nullptr;
    EmptyState *m_empty = nullptr;
    SheetForm *m_form = nullptr;
    SheetTable *m_table = nullptr;
    SheetRecords *m_records = nullptr;
    SignOff *m_signOff = nullptr;
};
