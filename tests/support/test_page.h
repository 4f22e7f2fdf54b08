#pragma once

#include "tests/support/workbook.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

// A workbook with all that a page needs around it. Questions get the answers set here.
class TestPage
{
public:
    explicit TestPage(const QString &starter);
    TestPage();

    const PageContext &context() const { return m_context; }
    Document &document() { return m_workbook.document(); }
    const Catalogue &catalogue() const { return m_workbook.catalogue(); }
    const Sheet &sheet(const QString &table) const { return *catalogue().sheet(table); }
    QString filePath(const QString &name) const { return m_workbook.filePath(name); }
    UnsavedTyping &typing() { return m_typing; }
    Notifier &notifier() { return m_notifier; }
    Settings &settings() { return m_settings; }
    void answerFile(const QString &path) { *m_file = path; }

private:
    TestWorkbook m_workbook;
    std::shared_ptr<QString> m_file = std::make_shared<QString>();
    Notifier m_notifier;
    Settings m_settings;
    UnsavedTyping m_typing;
    PageContext m_context;
};
