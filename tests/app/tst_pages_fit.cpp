#include "models/worksheet/period_cell.h"
#include "tests/support/app_window.h"
#include "tests/support/overfull.h"
#include "tests/support/workbook.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/controls/worksheet_page.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/shell/translation.h"
#include "widgets/shell/workbook_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// Every page in the real window, at both ends of what screens and eyes need: nothing is cut off, nothing
// scrolls sideways, every control has a name and comes by Tab, and every text can be translated.
class PagesFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesFit_data();
    void pagesFit();
    void tabVisitsEveryControl();
    void tabFollowsWhatIsMadeLater();

private:
    static void visitPages(MainWindow &window, const std::function<void(const QString &place)> &look);
};

namespace {

bool scrollsSideways(const QAbstractScrollArea &area)
{
    const QScrollBar *bar = area.horizontalScrollBar();
    return bar->isVisible()
        || (area.horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && bar->maximum() > 0);
}

bool mayScrollSideways(const QAbstractScrollArea &area)
{
    for (const QWidget *parent = area.parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const NumbersView *>(parent))
            return true;
    return false;
}

// Labels that wrap need their height, the others their width; those that shorten do so on purpose.
bool isCut(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return false;
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width())
                || label->width() < label->minimumSizeHint().width();
        const bool shortens = label->minimumSizeHint().width() < label->sizeHint().width();
        return !shortens && label->width() < label->sizeHint().width();
    }
    if (const auto *tabs = qobject_cast<const SubTabs *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            if (!tabs->rect().contains(tabs->rectOf(i)))
                return true;
        return false;
    }
    const auto *tool = qobject_cast<const QToolButton *>(&widget);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return false; // its text is not shown
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && !button->text().isEmpty() && button->width() < button->sizeHint().width();
}

bool hasName(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    if (area && area->viewport() == &widget) // the area itself has the name
        return true;
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return spoken && !spoken->text(QAccessible::Name).isEmpty();
}

// A page is as high as its content or as the window, not higher.
bool scrollsPastItsEnd(const QWidget &page)
{
    return page.height() > std::max(page.parentWidget()->height(), page.heightForWidth(page.width()));
}

// They are made one after the other.
bool hasAllSheets(const QWidget &view, const Page &page)
{
    const auto *own = qobject_cast<const WorksheetPage *>(&view);
    const auto *sheets = own ? own : view.findChild<WorksheetPage *>();
    return !sheets || sheets->findChildren<SheetView *>().size() >= page.sheets.size();
}

QString shownText(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return label ? label->text() : button ? button->text() : QString();
}

QString describe(const QWidget &widget)
{
    const QString text = shownText(widget).isEmpty() ? widget.accessibleName() : shownText(widget);
    return u"%1 “%2” in %3, %4x%5 of %6x%7"_s.arg(
        QLatin1StringView(widget.metaObject()->className()), text.left(50),
        QLatin1StringView(widget.parentWidget()->metaObject()->className()), QString::number(widget.width()),
        QString::number(widget.height()), QString::number(widget.sizeHint().width()),
        QString::number(widget.sizeHint().height()));
}

QStringList faultsOf(const QWidget &widget, const QWidget &window)
{
    QStringList faults;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget);
    if (area && !mayScrollSideways(*area) && scrollsSideways(*area))
        faults.append(u"scrolls sideways: "_s);
    if (qobject_cast<const PageView *>(&widget) && scrollsPastItsEnd(widget))
        faults.append(u"scrolls past its end: "_s);
    if (isCut(widget))
        faults.append(u"cut: "_s);
    const QRect inWindow(widget.mapTo(&window, QPoint()), widget.size());
    const bool inTable = qobject_cast<const QAbstractItemView *>(widget.parentWidget()->parentWidget());
    if (!inTable && (inWindow.left() < 0 || inWindow.right() > window.width()))
        faults.append(u"beyond the window: "_s);
    if (widget.focusPolicy() != Qt::NoFocus && !widget.objectName().startsWith(u"qt_"_s) && !hasName(widget))
        faults.append(u"no name: "_s);
    return faults;
}

// What the user wrote stays as it is, and so do names, figures with their units, and the file's name.
bool isUntranslated(const QString &text, const Catalogue &catalogue, const QString &content)
{
    static const QRegularExpression figures(u"^([\\s0-9.,%:/–—+−€-]|h|min)*$"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    static const QStringList names{u"a"_s, u"a.smarketing"_s, u"English"_s, u"•"_s};
    for (const Sheet *sheet : catalogue.sheets())
        for (const Field &field : sheet->fields)
            if ((field.kind == FieldKind::Person && field.example == text)
                || (PeriodCell::isPeriod(*sheet, field)
                    && PeriodCell::exampleText(*sheet, field, QLocale()) == text))
                return false;
    return !text.contains(u'[') && !names.contains(text) && !text.contains(figures)
        && !content.contains(text);
}

bool comesByTab(const QWidget &control)
{
    const auto *radio = qobject_cast<const QRadioButton *>(&control);
    return control.isVisible() && !control.isWindow() && control.isEnabled() && !control.focusProxy()
        && (control.focusPolicy() & Qt::TabFocus) && !(radio && !radio->isChecked());
}

// What has the focus, from the names of the worksheets once around the window. Tab leaves a table at its last
// cell, Shift+Tab at its first one.
QList<QWidget *> walk(AppWindow &app, Qt::Key key)
{
    QList<QWidget *> passed;
    const QList<SubTabs *> names = app.window().findChildren<SubTabs *>();
    QWidget *from = *std::find_if(names.begin(), names.end(), std::mem_fn(&QWidget::isVisible));
    app.focus(from);
    for (int i = 0; i < 300; ++i) {
        app.press(key);
        QWidget *focus = QApplication::focusWidget();
        if (focus == from)
            break;
        if (passed.isEmpty() || passed.constLast() != focus)
            passed.append(focus);
        if (auto *table = qobject_cast<QTableView *>(focus)) {
            const int row = key == Qt::Key_Tab ? table->model()->rowCount() - 1 : 0;
            const int column = key == Qt::Key_Tab ? table->model()->columnCount() - 1 : 0;
            table->setCurrentIndex(table->model()->index(row, column));
        }
    }
    return passed;
}

} // namespace

void PagesFitTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void PagesFitTest::visitPages(MainWindow &window, const std::function<void(const QString &)> &look)
{
    for (const TabDescription &tab : window.catalogue().tabs()) {
        for (const Page &page : tab.pages) {
            window.workbook()->go(tab.tab, page.key);
            const QWidget *view = window.workbook()->pageView();
            (void)QTest::qWaitFor([&] { return hasAllSheets(*view, page); }, 2000);
            for (qsizetype i = 0; i < page.sheets.size() + 3; ++i) // they are laid out in several passes
                QTest::qWait(0);
            (void)QTest::qWaitFor([view] { return !scrollsPastItsEnd(*view); }, 1000);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // of what changed last
            look(tab.key + u'/' + page.key + u": "_s);
        }
    }
}

void PagesFitTest::pagesFit_data()
{
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<QString>("language");
    const QSize small(1280, 720), large(1920, 1080);
    for (const QString &filled : {u"blank"_s, u"example"_s, u"overfull"_s}) {
        if (filled != u"blank") // longer texts need more room still
            QTest::addRow("%s, 100 %%", qPrintable(filled)) << filled << small << 100 << QString();
        QTest::addRow("%s, 200 %%", qPrintable(filled)) << filled << large << 200 << QString();
    }
    QTest::newRow("longer texts") << u"blank"_s << small << 100 << u"xx"_s;
    QTest::newRow("from right to left") << u"example"_s << small << 100 << u"xx-RTL"_s;
}

void PagesFitTest::pagesFit()
{
    QFETCH(QString, filled);
    QFETCH(QSize, size);
    QFETCH(int, zoom);
    QFETCH(QString, language);
    const Translation translation(language);
    AppWindow app(size, zoom);
    app.window().newFile(filled == u"overfull" ? u"example"_s : filled, app.path(u"a.smarketing"_s));
    if (filled == u"overfull")
        overfill(*app.window().document(), app.window().catalogue());
    MainWindow &window = app.window();
    const QString content = contentOf(*window.document()).replace(u"''"_s, u"'"_s); // SQL's quotes
    QStringList faults;
    visitPages(window, [&](const QString &place) {
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->isWindow())
                continue;
            for (const QString &fault : faultsOf(*widget, window))
                faults.append(place + fault + describe(*widget));
            if (language == u"xx" && isUntranslated(shownText(*widget), window.catalogue(), content))
                faults.append(place + u"cannot be translated: "_s + describe(*widget));
        }
    });
    QCOMPARE(window.size(), size);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void PagesFitTest::tabVisitsEveryControl()
{
    AppWindow app(QSize(1280, 720));
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    QStringList faults;
    visitPages(app.window(), [&](const QString &place) {
        const QWidget *view = app.window().workbook()->pageView();
        for (SheetGrid *grid : view->findChildren<SheetGrid *>())
            grid->setCurrentIndex(grid->model()->index(0, 0)); // what is done with a row is enabled
        const QList<QWidget *> there = walk(app, Qt::Key_Tab);
        QList<QWidget *> back = walk(app, Qt::Key_Backtab);
        std::reverse(back.begin(), back.end());
        if (there != back)
            faults.append(place + u"others on the way back"_s);
        for (const QWidget *control : view->findChildren<QWidget *>())
            if (comesByTab(*control) && !there.contains(control))
                faults.append(place + u"not reached: "_s + describe(*control));
        if (!std::is_partitioned(there.begin(), there.end(),
                                 [view](const QWidget *control) { return view->isAncestorOf(control); }))
            faults.append(place + u"something comes before the page's end"_s);
    });
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void PagesFitTest::tabFollowsWhatIsMadeLater()
{
    AppWindow app(QSize(1280, 720));
    app.window().newFile(u"blank"_s, app.path(u"a.smarketing"_s));
    app.goTo(Tab::Funnel, u"stages"_s);
    WorkbookView *workbook = app.window().workbook();
    QTRY_VERIFY(hasAllSheets(*workbook->pageView(), workbook->page()));
    const QList<SheetView *> sheets = workbook->pageView()->findChildren<SheetView *>();
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet)
        QVERIFY((*sheet)->useExample()); // its table or list is made after those beneath
    walk(app, Qt::Key_Tab); // a row is chosen in each table
    const QList<QWidget *> there = walk(app, Qt::Key_Tab);
    QList<QWidget *> back = walk(app, Qt::Key_Backtab);
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, there);
    QList<QPair<qsizetype, bool>> order; // of which sheet, and whether of its sign-off
    for (const QWidget *control : there)
        for (qsizetype i = 0; i < sheets.size(); ++i)
            if (const QWidget *signOff = sheets.at(i)->signOff(); sheets.at(i)->isAncestorOf(control))
                order.append({i, signOff && signOff->isAncestorOf(control)});
    QVERIFY(order.size() > 20 && order.constLast().second);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

QTEST_MAIN(PagesFitTest)
#include "tst_pages_fit.moc"
