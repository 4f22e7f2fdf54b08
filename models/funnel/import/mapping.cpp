#include "models/funnel/import/mapping.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

constexpr int mappingVersion = 1;
const QMap<RowMeaning, QString> keysOfRows{{RowMeaning::Deal, u"deal"_s},
                                           {RowMeaning::Lead, u"lead"_s},
                                           {RowMeaning::StageEntered, u"stage_entered"_s},
                                           {RowMeaning::Item, u"item"_s}};

QString charText(char16_t c)
{
    return c ? QString(QChar(c)) : QString();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

char16_t charOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? u'\0' : text.at(0).unicode();
}

} // namespace

QStringList ImportMapping::columnsOf(ColumnRole role) const
{
    return columns.keys(role);
}

QStringList ImportMapping::missingIn(const QStringList &present) const
{
    QStringList missing = columns.keys();
    missing.removeIf([&present](const QString &name) { return present.contains(name); });
    return missing;
}

QJsonObject ImportMapping::toJson() const
{
    QJsonObject columnsJson;
    for (const auto &[column, role] : columns.asKeyValueRange())
        columnsJson.insert(column, roleKey(role));
    QJsonObject stagesJson;
    for (const auto &[text, target] : stages.asKeyValueRange()) {
        QJsonObject json{{u"is"_s, stageTargetKey(target.kind)}};
        if (target.kind == StageTarget::Kind::Stage)
            json.insert(u"stage"_s,
                        QString::number(target.stage)); // beyond the numbers of other JSON readers
        stagesJson.insert(text, json);
    }
    QJsonObject ordersJson;
    for (const auto &[column, order] : dateOrders.asKeyValueRange())
        ordersJson.insert(column, dateOrderKey(order));
    QJsonObject spellingsJson;
    for (const auto &[role, texts] : spellings.asKeyValueRange()) {
        QJsonObject json;
        for (const auto &[text, as] : texts.asKeyValueRange())
            json.insert(text, as);
        spellingsJson.insert(roleKey(role), json);
    }
    return {{u"version"_s, mappingVersion},
            {u"rows"_s, keysOfRows.value(rows)},
            {u"columns"_s, columnsJson},
            {u"stages"_s, stagesJson},
            {u"date_orders"_s, ordersJson},
            {u"decimal"_s, charText(signs.decimal)},
            {u"grouping"_s, charText(signs.grouping)},
            {u"signs_are_said"_s, signsAreSaid},
            {u"currency"_s, currency},
            {u"chances_are_fractions"_s, chancesAreFractions},
            {u"known_by"_s, QJsonArray::fromStringList(knownBy)},
            {u"placeholders"_s, QJsonArray::fromStringList(placeholders)},
            {u"columns_with_na"_s, QJsonArray::fromStringList(columnsWithNA)},
            {u"spellings"_s, spellingsJson},
            {u"stage_of_lost"_s, QString::number(stageOfLost)}};
}

Result<ImportMapping> ImportMapping::fromJson(const QJsonObject &json)
{
    if (json.value(u"version"_s).toInt() != mappingVersion)
        return Error{
            Error::Code::Refused,
            QCoreApplication::translate("Import",
                                        "This saved mapping was made by another version of the program. "
                                        "Map the columns once more and save it again.")};
    ImportMapping mapping;
    mapping.rows = keysOfRows.key(json.value(u"rows"_s).toString(), RowMeaning::Deal);
    const QJsonObject columnsJson = json.value(u"columns"_s).toObject();
    for (auto it = columnsJson.begin(); it != columnsJson.end(); ++it)
        if (const auto role = roleFromKey(it.value().toString()))
            mapping.columns.insert(it.key(), *role);
    const QJsonObject stagesJson = json.value(u"stages"_s).toObject();
    for (auto it = stagesJson.begin(); it != stagesJson.end(); ++it) {
        const QJsonObject target = it.value().toObject();
        StageTarget meaning{stageTargetFromKey(target.value(u"is"_s).toString())};
        if (meaning.kind == StageTarget::Kind::Stage)
            meaning.stage = target.value(u"stage"_s).toString().toLongLong();
        mapping.stages.insert(it.key(), meaning);
    }
    const QJsonObject ordersJson = json.value(u"date_orders"_s).toObject();
    for (auto it = ordersJson.begin(); it != ordersJson.end(); ++it)
        if (const auto order = dateOrderFromKey(it.value().toString()))
            mapping.dateOrders.insert(it.key(), *order);
    mapping.signs = {charOf(json.value(u"decimal"_s)), charOf(json.value(u"grouping"_s))};
    mapping.signsAreSaid = json.value(u"signs_are_said"_s).toBool();
    mapping.currency = json.value(u"currency"_s).toString();
    mapping.chancesAreFractions = json.value(u"chances_are_fractions"_s).toBool();
    mapping.knownBy = textsOf(json.value(u"known_by"_s));
    mapping.placeholders = textsOf(json.value(u"placeholders"_s));
    mapping.columnsWithNA = textsOf(json.value(u"columns_with_na"_s));
    const QJsonObject spellingsJson = json.value(u"spellings"_s).toObject();
    for (auto role = spellingsJson.begin(); role != spellingsJson.end(); ++role) {
        const QJsonObject texts = role.value().toObject();
        if (const auto known = roleFromKey(role.key()))
            for (auto it = texts.begin(); it != texts.end(); ++it)
                mapping.spellings[*known].insert(it.key(), it.value().toString());
    }
    mapping.stageOfLost = json.value(u"stage_of_lost"_s).toString().toLongLong();
    return mapping;
}
