#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

// The ready-made content a new workbook begins with, kept as JSON in resources/starters/<name>/<tab>.json:
// {"table": [{"id": "persona.petra", "<field>": <plain value>, …}, …], …}. A link's value is the "id" of
// another row, a picture's the name of a PNG file beside the JSON. signatures.json may sign what stands
// there: [{"subject", "row", "team", "name", "on"}, …], and deals.csv be an export of a CRM to import.
class Starter
{
public:
    // `name` is "blank" or "example". Fails where the data contradicts the descriptions.
    static Result<Starter> load(const QString &name, const Catalogue &catalogue);

    // What a worksheet holds at the start, in the form in which texts are signed.
    QString textOf(const Sheet &sheet) const;

    // Writes every row; for Document::create. Throws DatabaseError.
    void fill(const Database &database) const;
    Result<void> sign(Document &document, const Catalogue &catalogue) const;
    Result<void> importDeals(Document &document) const;

private:
    struct Row
    {
        QString table;
        QVariantMap columns;
        QMap<QString, QByteArray> pictures = {}; // by column
    };
    Result<void> readRow(const Sheet &sheet, const QJsonObject &object, qint64 position);
    static Result<void> readPicture(Row &row, const QString &column, const QString &path);
    Result<void> readLinks();

    QString m_folder;
    QList<Row> m_rows;
    QHash<QString, qint64> m_ids; // by symbolic id
    QJsonArray m_signatures;
    QString m_deals; // path; empty: none
};

// A new workbook file from a starter, with nothing to undo. An empty client keeps the starter's.
Result<std::unique_ptr<Document>> newWorkbook(const QString &path, const QString &starter,
                                              const QString &client, const Catalogue &catalogue,
                                              const Document::Options &options = {});
