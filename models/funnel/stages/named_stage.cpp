#include "models/funnel/stages/named_stage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NamedStage)
};

} // namespace

QList<int> stagesNamed(const QList<Stage> &stages, const QString &name)
{
    QList<int> found;
    for (int i = 0; i < stages.size(); ++i)
        if (stages.at(i).name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            found.append(i);
    return found;
}

QString severalNamedRemark(const QList<Stage> &stages, const QString &name)
{
    const QList<int> found = stagesNamed(stages, name);
    if (found.size() < 2)
        return {};
    const QLocale locale;
    QStringList places;
    for (const int i : found.first(found.size() - 1))
        places.append(locale.toString(i + 1));
    return Texts::tr(
               "“%1” names several stages, those at places %2 and %3 of the funnel. Rename them, so that "
               "it is clear which one is meant.")
        .arg(name.trimmed(), places.join(u", "_s), locale.toString(found.last() + 1));
}
