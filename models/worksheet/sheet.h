#pragma once

#include "models/document/document.h"
#include "models/worksheet/field.h"

#include <QStringList>

#include <functional>

enum class Tab { Overview, Story, Crm, Feedback, Funnel, Plan };

enum class SheetShape {
    Form, // exactly one row, shown as a form
    Table, // many rows, edited in a table
    Records, // many rows, list on the left and a form for the chosen one
};

// What else goes with changes of a worksheet's rows, as sentences for the user; empty where nothing does.
struct Consequences
{
    // Makes a change together with what follows from it, in one undo step.
    std::function<Result<QString>(Document &document, const QString &label, const Document::Work &work,
                                  const Document::EditOptions &options)>
        edit = {};
    QString keptOnRemoval = {}; // what stays, though one might fear for it
};

// What a record that the program keeps holds fast of the row it names.
struct Hold
{
    QString table = {}; // of the record; empty: nothing is held
    QStringList keys = {}; // of the fields held
    QString why = {}; // sentences for the user: why they cannot be changed, and how to go on
};

// A worksheet: one table of the file. From it come model, form, table, PDF section, exports, search.
// Every table also has `id INTEGER PRIMARY KEY`, and where the shape is not Form, `position INTEGER`.
struct Sheet
{
    QString table; // lower_snake_case, starts with the tab: "story_persona"
    QString label;
    SheetShape shape = SheetShape::Table;
    QString rowName = {}; // "persona", as in "Add persona"; empty for Form
    QString question = {}; // what this sheet answers; shown above it and while it is empty
    QList<Field> fields;
    QString titleField = {}; // key of the field that names a row; empty: the first one
    bool signedByBoth = false; // Form: the sheet is signed; otherwise each row is
    QString signedFor = {}; // key of the field without which there is nothing to sign; empty: any will do
    bool isReference = false; // to look things up in, there from the start: nothing to be filled in
    QStringList uniqueKeys = {}; // fields that together must not repeat
    Consequences consequences = {};
    bool keptByProgram = false; // its rows are the program's record: to be looked at, not to be changed
    Hold hold = {};
    bool countsWhenWhole = false; // a row that lacks what is required is kept, but counts nowhere yet

    // The required fields that keep a row, as columns of the file, from counting.
    QList<const Field *> lacking(const QVariantMap &row) const;
    // What one side has answered and the other has not yet, see Field::unseenUntil.
    bool isCovered(const Field &field, const QVariantMap &row) const;
    const Field *field(const QString &key) const;
    const Field &title() const;
};

// What the guide panel says beside a page.
struct Guide
{
    QStringList doTogether;
    QString success;
    QStringList worthAsking;
};

// A sub-tab: one or more worksheets that are filled in together.
struct Page
{
    QString key; // "personas"; unique within the tab
    QString label;
    Guide guide;
    QList<Sheet> sheets;
};

struct TabDescription
{
    Tab tab = Tab::Overview;
    QString key; // "story"; also the folder name and the prefix of its tables
    QString label;
    QString question; // the question the tab answers, under its heading
    QString success; // the tab's success test; empty for Overview and Plan
    QList<Page> pages;
};
