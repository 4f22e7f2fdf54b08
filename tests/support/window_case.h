#pragma once

#include "tests/support/scripted_questions.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/settings.h"

#include <QLineEdit>
#include <QTemporaryDir>

// A page that counts how often one was made, with one editor that reports its typing.
class CountedPage : public PageView
{
public:
    explicit CountedPage(const PageContext &context);

    bool canUseExample() const override { return true; }
    void useExample() override { ++examplesUsed; }
    void showRow(const QString &table, qint64 id) override { shown = {table, id}; }

    QLineEdit *edit;
    bool refuses = false;
    int examplesUsed = 0;
    std::pair<QString, qint64> shown;

private:
    PageContext m_context;
};

// Base of tests of the window around its pages, which are all CountedPages. Each test has a window and a
// folder of its own.
class WindowCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    std::unique_ptr<MainWindow> makeWindow();
    CountedPage *page() const;
    void edit(const QString &client);
    QString client() const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString stateText() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    ScriptedQuestions *m_questions = nullptr; // of the window made last
    std::unique_ptr<MainWindow> m_window;
    int m_pagesMade = 0;
    int m_exports = 0;
};
