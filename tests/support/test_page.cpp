#include "tests/support/test_page.h"

using namespace Qt::StringLiterals;

namespace {

class Answers : public Questions
{
public:
    explicit Answers(std::shared_ptr<QString> file)
        : m_file(std::move(file))
    {
    }
    std::optional<QString> openFile(QWidget *, const FileQuestion &) override { return file(); }
    std::optional<QString> saveFile(QWidget *, const FileQuestion &) override { return file(); }
    std::optional<int> choose(QWidget *, const QString &, const QStringList &) override { return {}; }

private:
    std::optional<QString> file() const { return m_file->isEmpty() ? std::nullopt : std::optional(*m_file); }
    std::shared_ptr<QString> m_file;
};

} // namespace

TestPage::TestPage(const QString &starter)
    : m_workbook(starter)
    , m_notifier(std::make_unique<Answers>(m_file))
    , m_settings(m_workbook.filePath(u"settings.ini"_s))
    , m_context{m_workbook.document(), m_workbook.catalogue(), m_notifier, m_settings, m_typing}
{
    m_settings.setName(u"Ana Ruiz"_s);
}

TestPage::TestPage()
    : TestPage(u"blank"_s)
{
}
