#include "models/funnel/split.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

bool names(const QString &text, const QString &stage)
{
    if (stage.isEmpty())
        return false;
    const QRegularExpression word(uR"((?<![\w])%1(?![\w]))"_s.arg(QRegularExpression::escape(stage)),
                                  QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::UseUnicodePropertiesOption);
    return word.match(text).hasMatch();
}

// None where it names no stage that has an owner.
Team ownerByRule(const QList<int> &named, const QList<Stage> &stages)
{
    Team owner = Team::None;
    for (const int i : named) {
        const Team own = giverAt(stages, i);
        if (own == Team::None)
            continue;
        if (owner != Team::None && own != owner)
            return Team::Both;
        owner = own;
    }
    return owner;
}

} // namespace

SplitRange splitRange(const QList<Stage> &stages, int from)
{
    const QList<int> lines = handoverPoints(stages);
    const qsizetype line = lines.indexOf(from);
    if (line < 0)
        return {};
    return {.first = line > 0 ? lines.at(line - 1) : 0,
            .last = line + 1 < lines.size() ? lines.at(line + 1) : static_cast<int>(stages.size()) - 2};
}

QList<Stage> withSplitMoved(const QList<Stage> &stages, int from, int to)
{
    QList<Stage> moved = stages;
    if (!splitRange(stages, from).contains(to))
        return moved;
    const Team above = giverAt(stages, from);
    const Team below = giverAt(stages, from + 1);
    for (int i = from + 1; i <= to; ++i)
        moved[i].owner = above;
    for (int i = to + 1; i <= from; ++i)
        moved[i].owner = below;
    return moved;
}

QList<Carried> followers(const QList<Carried> &all, const QList<Stage> &before, const QList<Stage> &after)
{
    QList<Carried> result;
    for (const Carried &item : all) {
        QList<int> named;
        for (int i = 0; i < before.size(); ++i)
            if (names(item.text, before.at(i).name))
                named.append(i);
        const Team was = ownerByRule(named, before);
        const Team becomes = ownerByRule(named, after);
        if (was == Team::None || item.owner != was || becomes == was)
            continue;
        result.append(item);
        result.last().owner = becomes;
    }
    return result;
}
