#include "tests/support/app_window.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/shell/workbook_view.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Every page in the real window, at both ends of what screens and eyes need: nothing is cut off, nothing
// scrolls sideways, and every control has a name.
class PagesFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pagesFit_data();
    void pagesFit();

private:
    void checkPage(MainWindow &window);
    void visitPages(MainWindow &window, const std::function<void(const QString &place)> &look);
    static QString describe(const QWidget &widget);

    QStringList m_faults;
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
    return qobject_cast<const FigureTableView *>(&area);
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

} // namespace

void PagesFitTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void PagesFitTest::init()
{
    m_faults.clear();
}

void PagesFitTest::visitPages(MainWindow &window, const std::function<void(const QString &)> &look)
{
    for (const TabDescription &tab : window.catalogue().tabs()) {
        for (const Page &page : tab.pages) {
            window.workbook()->go(tab.tab, page.key);
            for (qsizetype i = 0; i < page.sheets.size() + 3; ++i) // they are made one after the other
                QTest::qWait(0);
            look(tab.key + u'/' + page.key + u": "_s);
        }
    }
}

QString PagesFitTest::describe(const QWidget &widget)
{
    QString text = widget.accessibleName();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    return u"%1 “%2” in %3, %4x%5 of %6x%7"_s.arg(
        QLatin1StringView(widget.metaObject()->className()), text.left(50),
        QLatin1StringView(widget.parentWidget()->metaObject()->className()), QString::number(widget.width()),
        QString::number(widget.height()), QString::number(widget.sizeHint().width()),
        QString::number(widget.sizeHint().height()));
}

void PagesFitTest::checkPage(MainWindow &window)
{
    visitPages(window, [&](const QString &place) {
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->isWindow())
                continue;
            const auto fault
                = [&](const QString &what) { m_faults.append(place + what + describe(*widget)); };
            const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
            if (area && !mayScrollSideways(*area) && scrollsSideways(*area))
                fault(u"scrolls sideways: "_s);
            if (isCut(*widget))
                fault(u"cut: "_s);
            const QRect inWindow(widget->mapTo(&window, QPoint()), widget->size());
            const bool inTable = widget->parentWidget()
                && qobject_cast<const QAbstractItemView *>(widget->parentWidget()->parentWidget());
            if (!inTable && (inWindow.left() < 0 || inWindow.right() > window.width()))
                fault(u"beyond the window: "_s);
            if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"_s)
                && !hasName(*widget))
                fault(u"no name: "_s);
        }
    });
}

void PagesFitTest::pagesFit_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("zoom");
    const QSize small(1280, 720), large(1920, 1080);
    for (const QString &content : {u"blank"_s, u"example"_s}) {
        QTest::addRow("%s, 100 %%", qPrintable(content)) << content << small << 100;
        QTest::addRow("%s, 200 %%", qPrintable(content)) << content << large << 200;
    }
}

void PagesFitTest::pagesFit()
{
    QFETCH(QString, content);
    QFETCH(QSize, size);
    QFETCH(int, zoom);
    AppWindow app(size, zoom);
    app.window().newFile(content, app.path(u"a.smarketing"_s));
    checkPage(app.window());
    QCOMPARE(app.window().size(), size);
    QVERIFY2(m_faults.isEmpty(), qPrintable(u'\n' + m_faults.join(u'\n')));
}

QTEST_MAIN(PagesFitTest)
#include "tst_pages_fit.moc"
