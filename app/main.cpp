#include "models/worksheet/sheet_model.h"
#include "widgets/controls/card.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/questions.h"
#include "widgets/shell/settings.h"

#include <QApplication>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
// Every worksheet of the page as a table.
PageView *makePage(const PageContext &context, Tab, const Page &page)
{
    auto *view = new PageView;
    auto *column = new QVBoxLayout(view);
    for (const Sheet &sheet : page.sheets) {
        auto *card = new Card(view);
        auto *inner = new QVBoxLayout(card);
        inner->addWidget(new TextLabel(sheet.label, Theme::Role::Ink, card));
        auto *table = new QTableView(card);
        table->setModel(new SheetModel(context.document, context.catalogue, sheet, table));
        table->setAccessibleName(sheet.label);
        inner->addWidget(table);
        column->addWidget(card);
    }
    return view;
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"smarketing-workbook"_s);
    QApplication::setApplicationVersion(QStringLiteral(SMARKETING_VERSION));
    QApplication::setDesktopFileName(u"org.smarketingworkbook.Workbook"_s);

    Settings settings;
    Appearance appearance;
    appearance.apply(settings.theme(), settings.zoom());
    MainWindow window(settings, appearance, std::make_unique<DialogQuestions>(), {.page = makePage});
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.openFile(arguments.at(1));
    return QApplication::exec();
}
