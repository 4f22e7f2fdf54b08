#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

// A small workbook of Excel made from pieces of XML, packed as a zip. What is not said is left out, as some
// writers do.
struct MadeXlsx
{
    struct Sheet
    {
        QByteArray name;
        QByteArray rows; // <row>…</row>
        QByteArray after = {}; // behind the rows: <mergeCells>
        QByteArray state = {}; // "hidden"
        QByteArray kind = "worksheet"; // "chartsheet"
    };

    QList<Sheet> sheets;
    QByteArray texts = {}; // <si>…</si>
    QByteArray formats = {}; // <numFmt/>
    QList<int> styles = {}; // number formats by style
    QByteArray properties = {}; // of <workbookPr>: date1904="1"
    bool strict = false; // the other dialect, with prefixed names

    QMap<QByteArray, QByteArray> files() const;
    QByteArray packed() const;
};

QByteArray zipOf(const QMap<QByteArray, QByteArray> &files);

// <row> of texts, numbers being numbers.
QByteArray rowOf(const QList<QByteArray> &cells);
