#include "widgets/report/block_layout.h"

#include "widgets/report/table_layout.h"

#include <QPainter>

#include <algorithm>
#include <utility>

using namespace ReportStyle;

namespace {

constexpr int mostColumns = 3;
constexpr double wholeCard = points(180); // at most; kept on one page
constexpr double wholeForm = points(320); // the same of one to be filled in by hand
constexpr double columnGap = points(14);
constexpr double writingLine = points(21);
constexpr double pictureHeight = points(110);

struct HeadingLook
{
    Text style;
    Ink ink;
    double before, after; // in points
};

HeadingLook lookOf(int level)
{
    switch (level) {
    case 1:
        return {Text::Heading1, Ink::Normal, 0, 6};
    case 2:
        return {Text::Heading2, Ink::Accent, 24, 5};
    case 3:
        return {Text::Heading3, Ink::Normal, 16, 4};
    default:
        return {Text::Heading4, Ink::Accent, 11, 2};
    }
}

// A small card stays whole; a tall one is not parted next to its ends.
void keepTogether(QList<Strip> &strips, double whole)
{
    double height = 0;
    for (const Strip &strip : std::as_const(strips))
        height += strip.spaceBefore + strip.height;
    for (qsizetype i = 0; i + 1 < strips.size(); ++i)
        if (height <= whole || i < 2 || i == strips.size() - 2)
            strips[i].keepWithNext = true;
}

// At the top of every page on which one of them begins.
void repeat(const QList<Strip> &head, QList<Strip> &strips)
{
    for (Strip &strip : strips)
        strip.repeated = head + strip.repeated;
}

} // namespace

QList<Strip> BlockLayout::strips(const ReportBlock &block)
{
    QList<Strip> strips = std::visit(
        [this](const auto &kind) {
            noteSubject(kind);
            return layOut(kind);
        },
        block);
    // A few sentences under a heading are not what that heads.
    constexpr double sentences = points(75);
    if (m_afterHeading && std::holds_alternative<ParagraphBlock>(block) && strips.last().height < sentences)
        strips.last().keepWithNext = true;
    m_afterHeading = std::holds_alternative<HeadingBlock>(block);
    return strips;
}

void BlockLayout::noteSubject(const DrawingBlock &drawing)
{
    if (!drawing.title.isEmpty())
        m_subject = drawing.title;
}

QString BlockLayout::continued(const QString &title) const
{
    constexpr qsizetype longest = 120;
    const QString beginning = title.simplified();
    return tr("%1 (continued)")
        .arg(beginning.size() > longest ? beginning.left(longest) + QChar(0x2026) : beginning);
}

QList<Strip> BlockLayout::subjectAgain() const
{
    if (m_subject.isEmpty())
        return {};
    Strip strip{.keepWithNext = true};
    strip.height = StripWriter(strip, m_direction)
                       .text(continued(m_subject), Text::Strong, Ink::Muted, {0, 0, m_width})
        + points(3);
    return {strip};
}

double BlockLayout::columnWidth(int columns) const
{
    return (m_width - (columns - 1) * columnGap) / columns;
}

QList<Strip> BlockLayout::layOut(const HeadingBlock &heading) const
{
    const HeadingLook look = lookOf(heading.level);
    Strip strip{.spaceBefore = points(look.before), .keepWithNext = true};
    StripWriter writer(strip, m_direction);
    double y = writer.text(heading.text, look.style, look.ink, {0, 0, m_width});
    if (!heading.question.isEmpty())
        y = writer.text(heading.question, Text::Body, Ink::Muted, {0, y + points(1), m_width});
    strip.height = y + points(look.after);
    constexpr int deepestBookmark = 3;
    if (heading.level <= deepestBookmark) {
        strip.headingLevel = heading.level;
        strip.heading = heading.text;
    }
    return {strip};
}

QList<Strip> BlockLayout::layOut(const ParagraphBlock &paragraph) const
{
    Strip strip{.spaceBefore = points(4), .splits = true};
    StripWriter writer(strip, m_direction);
    strip.height = writer.text(paragraph.text, paragraph.quiet ? Text::Label : Text::Body,
                               paragraph.quiet ? Ink::Muted : Ink::Normal, {0, 0, m_width});
    return {strip};
}

BlockLayout::ShapedField BlockLayout::shaped(const ReportField &field) const
{
    ShapedField shaped{.field = field, .text = {}};
    if (!field.text.isEmpty())
        shaped.text = std::make_shared<ShapedText>(field.text, ReportStyle::font(Text::Body), m_direction);
    if (field.blankLines > 0) {
        ShapedText label(field.label, ReportStyle::font(Text::Label), m_direction);
        shaped.columns = field.wide ? 1 : field.columns > 0 ? field.columns : mostColumns;
        while (shaped.columns > 1 && label.naturalWidth() > columnWidth(shaped.columns))
            --shaped.columns;
    } else if (!field.text.contains(u'\n')) {
        const double width = shaped.text ? shaped.text->naturalWidth() : 0;
        shaped.columns = mostColumns;
        while (shaped.columns > 1 && width > columnWidth(shaped.columns))
            --shaped.columns;
    }
    return shaped;
}

QList<Strip> BlockLayout::layOut(const FieldsBlock &fields) const
{
    QList<ReportField> rest = fields.fields;
    QList<Strip> strips = besidePictures(rest);
    strips += fieldRows(rest);
    if (!fields.title.isEmpty()) {
        // What goes over to the next page still says what it belongs to.
        repeat({cardTitle(continued(fields.title))}, strips);
        strips.prepend(cardTitle(fields.title));
    } else {
        repeat(subjectAgain(), strips);
    }
    if (!fields.signatures.isEmpty()) {
        if (!strips.isEmpty())
            strips.last().keepWithNext = true;
        strips.append(signatures(fields.signatures));
    }
    const bool blank = std::any_of(fields.fields.begin(), fields.fields.end(),
                                   [](const ReportField &field) { return field.blankLines > 0; });
    keepTogether(strips, blank ? wholeForm : wholeCard);
    return strips;
}

Strip BlockLayout::cardTitle(const QString &title) const
{
    Strip strip{.spaceBefore = points(9), .keepWithNext = true};
    StripWriter writer(strip, m_direction);
    writer.rule(0, m_width, 0);
    strip.height = writer.text(title, Text::Strong, Ink::Accent, {0, points(5), m_width}) + points(1);
    constexpr double paragraph = points(80); // of someone who writes the whole text into the name
    strip.splits = strip.height > paragraph;
    return strip;
}

std::vector<BlockLayout::ShapedField> BlockLayout::shaped(const QList<ReportField> &fields) const
{
    std::vector<ShapedField> all;
    for (const ReportField &field : fields)
        all.push_back(shaped(field));
    return all;
}

QList<Strip> BlockLayout::fieldRows(const QList<ReportField> &fields) const
{
    const std::vector<ShapedField> all = shaped(fields);
    QList<Strip> strips;
    for (std::span<const ShapedField> rest(all); !rest.empty();)
        strips.append(nextRow(rest));
    return strips;
}

// How many such columns there may be where both teams' texts on one matter come next; 0: they do not.
int BlockLayout::columnsOfBoth(std::span<const ShapedField> fields)
{
    if (fields.size() < 2 || fields[0].field.team != Team::Marketing || fields[1].field.team != Team::Sales)
        return 0;
    constexpr int least = 2; // they always stand beside each other
    return fields[0].field.wide ? least : std::max(least, std::min(fields[0].columns, fields[1].columns));
}

Strip BlockLayout::nextRow(std::span<const ShapedField> &rest) const
{
    // As many as fit beside each other; both teams' texts always do.
    int columns = rest.front().columns;
    size_t count = 1;
    if (const int both = columnsOfBoth(rest); both > 0) {
        columns = both;
        count = 2;
    }
    while (std::cmp_less(count, columns) && count < rest.size()
           && std::cmp_greater(rest[count].columns, count)) {
        const int both = columnsOfBoth(rest.subspan(count));
        if (both > 0 && std::cmp_greater(count + 2, std::min(columns, both)))
            break; // in the next row, together
        columns = std::min(columns, rest[count++].columns);
    }
    Strip strip = fieldRow(rest.first(count), columnWidth(columns));
    rest = rest.subspan(count);
    return strip;
}

// Pictures one below the other at the trailing edge, with as many rows of fields beside them as they are
// high. Takes all of them away; nothing where there is no picture.
QList<Strip> BlockLayout::besidePictures(QList<ReportField> &fields) const
{
    constexpr double mostWidth = points(130), above = points(5);
    Strip column{.spaceBefore = above};
    double bottom = 0;
    for (const ReportField &field : std::as_const(fields))
        if (!field.picture.isNull())
            bottom = StripWriter(column, m_direction)
                         .image(field.picture, {m_width - mostWidth, bottom, mostWidth, pictureHeight}, true)
                + above;
    if (column.marks.isEmpty())
        return {};
    fields.removeIf([](const ReportField &field) { return !field.picture.isNull(); });
    const BlockLayout beside(m_width - mostWidth - columnGap, m_direction);
    const std::vector<ShapedField> all = beside.shaped(fields);
    std::span<const ShapedField> rest(all);
    QList<Strip> strips;
    double y = -above;
    while (!rest.empty() && y < bottom) {
        std::span<const ShapedField> next = rest;
        const Strip row = beside.nextRow(next);
        if (row.height > bottom)
            break; // a long text has the whole width, below
        rest = next;
        y += row.spaceBefore + row.height;
        strips.append(row);
        strips.last().keepWithNext = true; // the pictures are not parted
        strips.last().splits = false;
    }
    if (strips.isEmpty())
        strips.append(Strip{.spaceBefore = above});
    strips.first().marks += column.marks;
    strips.last().height += std::max(0.0, bottom - std::max(0.0, y));
    strips.last().keepWithNext = false;
    fields = fields.last(static_cast<qsizetype>(rest.size()));
    return strips;
}

// The same few stand on card after card: they are shaped once.
std::shared_ptr<ShapedText> BlockLayout::labelFor(const ReportField &field, double width) const
{
    std::shared_ptr<ShapedText> &label = m_labels[{field.label, width}];
    if (!label) {
        label = std::make_shared<ShapedText>(field.label, ReportStyle::font(Text::Label), m_direction);
        label->breakLines(width);
    }
    return label;
}

// Lines to write on lie at one height, however long the labels above them are.
double BlockLayout::labelsHeight(std::span<const ShapedField> fields, double width) const
{
    double height = 0;
    for (const ShapedField &shaped : fields) {
        if (shaped.field.blankLines == 0)
            continue;
        height = std::max(height, labelFor(shaped.field, width)->height());
    }
    return height;
}

Strip BlockLayout::fieldRow(std::span<const ShapedField> fields, double width) const
{
    Strip strip{.spaceBefore = points(5), .splits = true};
    const double labels = labelsHeight(fields, width);
    double x = 0;
    for (const ShapedField &field : fields) {
        strip.height = std::max(strip.height, fieldCell(strip, field, {x, labels, width}));
        x += width + columnGap;
    }
    return strip;
}

// Below its label; lines to write on below those of the whole row, at `place`.
double BlockLayout::fieldCell(Strip &strip, const ShapedField &shaped, const StripWriter::Place &place) const
{
    const ReportField &field = shaped.field;
    StripWriter writer(strip, m_direction);
    double y = field.label.isEmpty()
        ? 0
        : writer.text(labelFor(field, place.width), inkOf(field.team), {place.x, 0, place.width});
    if (shaped.text)
        y = writer.text(shaped.text, Ink::Normal, {place.x, y, place.width});
    for (int line = 0; line < field.blankLines; ++line) {
        y = (line == 0 ? place.y : y) + writingLine;
        writer.rule(place.x, place.x + place.width, y, Ink::Muted);
    }
    return y + (field.blankLines > 0 ? points(3) : 0);
}

Strip BlockLayout::signatures(const QList<ReportSignature> &signatures) const
{
    constexpr double dot = points(7), dotGap = points(5), blankHeight = points(34);
    Strip strip{.spaceBefore = points(6)};
    StripWriter writer(strip, m_direction);
    const double width
        = (m_width - columnGap * (signatures.size() - 1.0)) / static_cast<double>(signatures.size());
    double x = 0;
    for (const ReportSignature &signature : signatures) {
        const double y = signature.blank ? blankHeight : points(3);
        if (signature.blank) {
            writer.rule(x, x + width, y - points(2), Ink::Muted);
        } else {
            const QColor color = ReportStyle::fill(signature.team);
            writer.fill({{x, y + points(2.2), dot, dot},
                         signature.valid ? color : QColor(Qt::transparent),
                         color,
                         dot / 2});
        }
        const double indent = signature.blank ? 0 : dot + dotGap;
        strip.height
            = std::max(strip.height,
                       writer.text(signature.text, Text::Small,
                                   signature.valid || signature.blank ? inkOf(signature.team) : Ink::Muted,
                                   {x + indent, y, width - indent})
                           + points(3));
        x += width + columnGap;
    }
    return strip;
}

QList<Strip> BlockLayout::layOut(const SignOffBlock &signOff) const
{
    return {signatures(signOff.signatures)};
}

QList<Strip> BlockLayout::layOut(const TableBlock &table) const
{
    const TableLayout layout(table, m_width, m_direction);
    QList<Strip> strips = layout.fits() ? layout.strips() : columnWise(table);
    if (strips.isEmpty())
        return cards(table);
    repeat(subjectAgain(), strips);
    return strips;
}

// In as few tables as have room for its figures; nothing where there is none.
QList<Strip> BlockLayout::columnWise(const TableBlock &table) const
{
    for (qsizetype parts = 2; parts <= table.figureColumns(); ++parts) {
        QList<Strip> strips;
        const QList<TableBlock> tables = table.inParts(parts);
        const bool fit = std::all_of(tables.begin(), tables.end(), [&](const TableBlock &part) {
            const TableLayout layout(part, m_width, m_direction);
            if (layout.fits())
                strips += layout.strips();
            return layout.fits();
        });
        if (fit)
            return strips;
    }
    return {};
}

QList<Strip> BlockLayout::cards(const TableBlock &table) const
{
    constexpr int mostBlankCards = 2;
    QList<Strip> strips;
    QSet<QString> titles;
    for (const QStringList &row : table.rows)
        titles.insert(row.at(table.titleColumn));
    // What several rows have in common names none of them without what stands beside it.
    const bool named = titles.size() == table.rows.size() || table.columns.size() < 2;
    for (const QStringList &row : table.rows) {
        FieldsBlock card{.title = row.at(table.titleColumn)};
        const QString beside = named ? QString() : row.at(table.titleColumn == 0 ? 1 : 0);
        if (!card.title.isEmpty() && !beside.isEmpty())
            card.title = tr("%1, %2", "two texts that name a row").arg(card.title, beside);
        for (qsizetype i = 0; i < row.size(); ++i)
            if (!row.at(i).isEmpty() && (i != table.titleColumn || card.title.isEmpty()))
                card.fields.append({.label = table.columns.at(i).label, .text = row.at(i)});
        strips += layOut(card);
    }
    for (int blank = 0; blank < std::min(table.blankRows, mostBlankCards); ++blank) {
        FieldsBlock card;
        for (const ReportColumn &column : table.columns)
            card.fields.append({.label = column.label, .blankLines = 1});
        strips += layOut(card);
    }
    return strips;
}

QList<Strip> BlockLayout::layOut(const DrawingBlock &drawing) const
{
    Strip strip{.spaceBefore = points(10)};
    StripWriter writer(strip, m_direction);
    double y = writer.text(drawing.title, Text::Strong, Ink::Normal, {0, 0, m_width}) + points(3);
    const double height = points(drawing.height);
    if (drawing.leastHeight > 0)
        strip.spare = height - points(drawing.leastHeight);
    strip.marks.append(
        DrawingMark{{0, y, m_width, height},
                    [paint = drawing.paint, direction = m_direction](QPainter &painter, const QRectF &rect) {
                        painter.setLayoutDirection(direction);
                        paint(painter, rect);
                    }});
    y += height + points(3);
    strip.height = writer.text(drawing.note, Text::Label, Ink::Muted, {0, y, m_width});
    return {strip};
}
