// What the program's start is compared with: the least that a Qt program with a chart in a window can be.

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QMainWindow>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QMainWindow window;
    auto *series = new QLineSeries;
    series->append({{1, 531}, {2, 1254}, {3, 1257}, {4, 1196}});
    auto *view = new QChartView(&window);
    view->chart()->addSeries(series);
    view->chart()->createDefaultAxes();
    window.setCentralWidget(view);
    window.setWindowTitle(u"Bare window"_s);
    window.resize(1120, 672);
    window.show();
    return QApplication::exec();
}
