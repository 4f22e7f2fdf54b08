#pragma once

#include "models/worksheet/field.h"
#include "widgets/report/report_picture.h"

#include <QImage>
#include <QList>
#include <QLocale>
#include <QRectF>
#include <QSet>
#include <QStringList>

#include <functional>
#include <variant>

class QPainter;

// Called with 0 to 1; returning false stops the work.
using ReportProgress = std::function<bool(double)>;
// That of a part of the whole work, from `from` to `to`.
ReportProgress partOf(const ReportProgress &progress, double from, double to);

// A report as values, from which its pages are laid out: everything that is said in it, nothing of where
// it stands. Texts are finished: translated, in the locale.

struct HeadingBlock
{
    int level = 1; // 1: tab, 2: page, 3: worksheet, 4: group or row
    QString text;
    QString question = {}; // small, under it
};

struct ParagraphBlock
{
    QString text;
    bool quiet = false;
};

struct ReportField
{
    QString label = {};
    QString text = {};
    bool wide = false; // of several lines; beside the other team's where there is one
    Team team = Team::None;
    int blankLines = 0; // to write on by hand, instead of a text
    int columns = 0; // of a blank one: how many of its kind stand beside each other at most
    ReportPicture picture = {};
};

struct ReportSignature
{
    Team team = Team::None;
    QString text = {}; // who and when, or that nobody has
    bool valid = false; // signed, and not outdated
    bool blank = false; // a line to sign on
};

// Labels over values, as in a form or on a card.
struct FieldsBlock
{
    QString title = {}; // names a row
    QList<ReportField> fields = {};
    QList<ReportSignature> signatures = {};
};

struct SignOffBlock
{
    QList<ReportSignature> signatures;
};

struct ReportColumn
{
    QString label = {};
    bool figures = false; // aligned to the trailing edge
    Team team = Team::None;
    int room = 1; // to write in by hand, as a share of what the headings leave
};

struct TableBlock
{
    QList<ReportColumn> columns = {};
    QList<QStringList> rows = {};
    int blankRows = 0;
    int titleColumn = 0; // names a row where the table is too wide and becomes cards
    QSet<int> handoverAfter = {}; // rows with a dashed line under them
    bool sideBySide = false; // columns of equal width after one with labels
    bool completedByHand = false; // there is room to write in empty cells

    // Of a table of figures, those after the words that name its rows; 0 where it is none.
    qsizetype figureColumns() const;
    // The figures in several tables as even as can be, each beginning with the words.
    QList<TableBlock> inParts(qsizetype parts) const;
};

struct DrawingBlock
{
    QString title;
    QString note;
    double height = 0; // in points
    std::function<void(QPainter &, const QRectF &)>
        paint; // in units of the page, in the painter's direction; in any thread
    double leastHeight = 0; // where that lets it stand on the page that is begun; 0: always as high
};

using ReportBlock
    = std::variant<HeadingBlock, ParagraphBlock, FieldsBlock, SignOffBlock, TableBlock, DrawingBlock>;

struct ReportBox
{
    QString title, text;
};

struct ReportCover
{
    QString kind; // what the document is
    QString client;
    QString line; // title and date
    QStringList people; // facilitator, consultancy
    QImage clientLogo, consultancyLogo;
    QString clientName, consultancyName; // where there is no logo
    QList<ReportBox> boxes; // one per tab
    QString footer;
};

struct ReportSection
{
    QList<ReportBlock> blocks; // the first is its heading
};

struct Report
{
    ReportCover cover;
    QString contentsTitle;
    QList<ReportSection> sections;
    QString title, author;
    QString footer;
    QString language; // of its texts, BCP 47
    QLocale locale; // of its numbers and dates
    Qt::LayoutDirection direction = Qt::LeftToRight;
};
