#include "models/funnel/import/spellings.h"

#include "models/funnel/deals/deal_sums.h"

#include <algorithm>
#include <tuple>

namespace {

QString folded(const QString &text)
{
    QString plain;
    const QString decomposed = text.simplified().toCaseFolded().normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed)
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    return plain;
}

// "Google" rather than "GOOGLE" and "google".
bool isWrittenAsAName(const QString &text)
{
    return text != text.toUpper() && text != text.toLower();
}

bool isMoreFrequent(const std::pair<QString, qint64> &a, const std::pair<QString, qint64> &b)
{
    const auto rank = [](const std::pair<QString, qint64> &text) {
        return std::tuple(-text.second, !isWrittenAsAName(text.first), text.first);
    };
    return rank(a) < rank(b);
}

} // namespace

QList<SpellingGroup> findSpellings(const TableProfile &profile, const ColumnRoles &columns)
{
    QList<SpellingGroup> groups;
    using enum ColumnRole;
    for (const ColumnRole role : {Owner, Source, Segment, Product}) {
        QMap<QString, QMap<QString, qint64>> alike; // by folded text
        for (const ColumnProfile &column : profile.columns)
            if (columns.contains(column.name) && columns.value(column.name) == role)
                for (const auto &[text, count] : column.texts.asKeyValueRange())
                    alike[folded(text)][text] += count;
        QList<SpellingGroup> ofRole;
        for (const auto &texts : std::as_const(alike)) {
            if (texts.size() < 2)
                continue;
            SpellingGroup group{role, {}};
            for (const auto &[text, count] : texts.asKeyValueRange())
                group.texts.append({text, count});
            std::sort(group.texts.begin(), group.texts.end(), isMoreFrequent);
            ofRole.append(group);
        }
        std::stable_sort(ofRole.begin(), ofRole.end(), [](const SpellingGroup &a, const SpellingGroup &b) {
            return isMoreFrequent(a.texts.first(), b.texts.first());
        });
        groups += ofRole;
    }
    return groups;
}

bool areOneInFigures(const SpellingGroup &group)
{
    const QString key = DealParts::keyOf(group.texts.first().first);
    return group.role != ColumnRole::Owner
        && std::all_of(group.texts.begin(), group.texts.end(),
                       [&key](const auto &text) { return DealParts::keyOf(text.first) == key; });
}

void merge(const SpellingGroup &group, const QString &as, Spellings &spellings)
{
    QMap<QString, QString> &ofRole = spellings[group.role];
    for (const auto &[text, count] : group.texts) {
        ofRole.remove(text);
        if (!as.isEmpty() && text != as)
            ofRole.insert(text, as);
    }
    if (ofRole.isEmpty())
        spellings.remove(group.role);
}

std::optional<QString> mergedAs(const SpellingGroup &group, const Spellings &spellings)
{
    const QMap<QString, QString> ofRole = spellings.value(group.role);
    QSet<QString> taken;
    for (const auto &[text, count] : group.texts)
        taken.insert(ofRole.value(text, text));
    if (taken.size() == 1)
        return *taken.begin();
    return taken.size() == group.texts.size() ? std::optional(QString()) : std::nullopt;
}
