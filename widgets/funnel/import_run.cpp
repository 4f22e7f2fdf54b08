#include "widgets/funnel/import_run.h"

#include "models/funnel/import/crm_table.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QProgressDialog>
#include <QtConcurrentRun>

namespace {

constexpr int pumpEveryMs = 20;
constexpr int whole = 1000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportRun)
};

// In a thread of its own: to look through a long file for its encoding takes a while.
Result<std::unique_ptr<TableSource>> openBeside(const ImportFile &file)
{
    QFutureWatcher<Result<std::unique_ptr<TableSource>>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(
        QtConcurrent::run([path = file.path, format = file.format] { return openCrmTable(path, format); }));
    loop.exec();
    return watcher.future().takeResult();
}

} // namespace

Result<ImportOutcome> runImport(Document &document, const ImportFile &file, const ImportMapping &mapping,
                                const QList<Stage> &stages, QWidget *parent)
{
    QProgressDialog progress(Texts::tr("Importing “%1”…").arg(file.name()), Texts::tr("Cancel"), 0, whole,
                             parent);
    progress.setWindowTitle(Texts::tr("Import"));
    progress.setWindowModality(Qt::ApplicationModal);
    progress.setAutoReset(false);
    progress.setAutoClose(false);
    // From here on, as events are handled meanwhile, nothing but this window may be used.
    progress.setMinimumDuration(0);
    progress.setValue(0);
    const auto source = openBeside(file);
    if (!source)
        return source.error();
    if ((*source)->columns() != file.columns)
        return Error{
            Error::Code::Conflict,
            Texts::tr("“%1” has been changed since it was opened here. Open it again.").arg(file.name())};

    QElapsedTimer sincePump;
    sincePump.start();
    const auto pump = [&](double done) {
        if (sincePump.elapsed() >= pumpEveryMs) {
            progress.setValue(static_cast<int>(done * whole));
            QCoreApplication::processEvents();
            sincePump.restart();
        }
        return !progress.wasCanceled();
    };
    return importDeals(document, **source,
                       {.fileName = file.name(), .mapping = mapping, .stages = stages, .progress = pump});
}
