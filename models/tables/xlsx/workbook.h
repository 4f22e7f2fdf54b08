#pragma once

#include "models/document/result.h"
#include "models/tables/xlsx/cell_format.h"
#include "models/tables/xlsx/xml_part.h"

#include <QHash>
#include <QIODevice>
#include <QStringList>

#include <memory>
#include <vector>

class QuaZip;

// A workbook in Office Open XML (.xlsx, .xlsm), by any writer and in either dialect: its worksheets, the
// texts they share and what its number formats mean. Sheets of charts and dialogs are not among its sheets.
class XlsxWorkbook
{
public:
    static Result<std::unique_ptr<XlsxWorkbook>> open(std::unique_ptr<QIODevice> device);
    ~XlsxWorkbook();
    XlsxWorkbook(const XlsxWorkbook &) = delete;
    XlsxWorkbook &operator=(const XlsxWorkbook &) = delete;

    const QStringList &sheets() const { return m_names; } // hidden ones last
    // The one before must be gone, as a zip gives one file at a time.
    Result<std::unique_ptr<XmlPart>> sheet(const QString &name) const;

    bool countsFrom1904() const { return m_from1904; }
    const CellFormat &format(qsizetype style) const;
    QStringView text(qsizetype index) const; // shared by cells

private:
    explicit XlsxWorkbook(std::unique_ptr<QIODevice> device);

    struct Relations
    {
        QHash<QString, QString> files; // by id
        QHash<QString, QString> kinds; // by id: "worksheet", "styles"
        QString first(const QString &kind) const;
    };

    Result<void> readAll();
    Result<void> checkKind() const;
    Result<Relations> readRelations(const QString &ofFile);
    Result<void> readSheets(const QString &file, const Relations &relations);
    Result<void> readStyles(const QString &file);
    Result<void> readTexts(const QString &file);
    std::unique_ptr<XmlPart> part(const QString &file) const; // nullptr if there is none

    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<QuaZip> m_zip;
    QHash<QString, QString> m_files; // names as stored, by name in lower case
    QStringList m_names;
    QStringList m_sheetFiles; // along m_names
    bool m_from1904 = false;
    std::vector<CellFormat> m_formats; // by style
    QString m_texts; // one after the other
    std::vector<quint32> m_textEnds;
};
