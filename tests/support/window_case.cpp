#include "tests/support/window_case.h"

#include "widgets/shell/status_line.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/workbook_view.h"

#include <QTest>

using namespace Qt::StringLiterals;

CountedPage::CountedPage(const PageContext &context)
    : edit(new QLineEdit(this))
    , m_context(context)
{
    connect(edit, &QLineEdit::textEdited, this, [this] { m_context.typing.set(edit, true); });
    connect(&m_context.typing, &UnsavedTyping::commitRequested, this, [this] {
        if (refuses)
            m_context.typing.refuse(edit, {u"Valid from"_s, u"story_persona"_s, 7, edit});
        else
            m_context.typing.set(edit, false);
    });
}

void WindowCase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
    m_settings->setName(u"Noor Haddad"_s);
    m_appearance = std::make_unique<Appearance>();
    m_pagesMade = 0;
    m_exports = 0;
    m_window = makeWindow();
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowCase::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

std::unique_ptr<MainWindow> WindowCase::makeWindow()
{
    auto questions = std::make_unique<ScriptedQuestions>();
    m_questions = questions.get();
    WindowParts parts{.page = [this](const PageContext &context, Tab, const Page &) -> PageView * {
        ++m_pagesMade;
        return new CountedPage(context);
    }};
    parts.exportPdf = [this](const PageContext &, QWidget *) { ++m_exports; };
    parts.print = [](const PageContext &, QWidget *) {};
    parts.documentOptions.dataFolder = path(u"data"_s);
    return std::make_unique<MainWindow>(*m_settings, *m_appearance, std::move(questions), std::move(parts));
}

void WindowCase::edit(const QString &client)
{
    const auto done = m_window->document()->edit(u"Rename the client"_s, [&](const Database &database) {
        database.execute(u"UPDATE overview_workbook SET client = ?"_s, {client});
    });
    QVERIFY(done.ok());
}

QString WindowCase::client() const
{
    return m_window->document()->rows(u"overview_workbook"_s).value(0).value(u"client"_s).toString();
}

CountedPage *WindowCase::page() const
{
    return static_cast<CountedPage *>(m_window->workbook()->pageView());
}

QString WindowCase::stateText() const
{
    return m_window->findChild<StatusLine *>()->stateText();
}
