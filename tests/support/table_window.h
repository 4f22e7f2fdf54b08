#pragma once

#include "models/worksheet/sheet_model.h"
#include "tests/support/test_page.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_table.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTest>

// A table of one worksheet in a window of its own.
struct TableWindow
{
    TableWindow(TestPage &page, const QString &name)
        : model(page.document(), page.catalogue(), page.sheet(name))
        , table(model, page.context())
        , tester(&table.proxy(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        table.resize(1100, 700);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.grid()->setFocus();
    }

    SheetGrid &grid() { return *table.grid(); }
    int column(const QString &key)
    {
        for (int i = 0; i < table.proxy().columnCount(); ++i)
            if (table.proxy().fieldAt(i).key == key)
                return i;
        return -1;
    }
    void choose(int row, const QString &key)
    {
        grid().setCurrentIndex(table.proxy().index(row, column(key)));
    }
    QString text(int row, const QString &key)
    {
        return table.proxy().index(row, column(key)).data().toString();
    }
    QStringList texts(const QString &key)
    {
        QStringList all;
        for (int row = 0; row < table.proxy().rowCount(); ++row)
            all.append(text(row, key));
        return all;
    }
    QWidget *editor() { return grid().openEditor() ? grid().openEditor()->control() : nullptr; }
    void run(const QKeySequence &key)
    {
        for (QAction *action : grid().actions())
            if (action->shortcut() == key)
                return action->trigger();
        QFAIL("no such action");
    }

    SheetModel model;
    SheetTable table;
    QAbstractItemModelTester tester;
};
