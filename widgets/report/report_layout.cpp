#include "widgets/report/report_layout.h"

#include "widgets/report/block_layout.h"
#include "widgets/report/cover_layout.h"
#include "widgets/report/spelled_lines.h"
#include "widgets/report/strip_writer.h"

using namespace ReportStyle;

namespace {

constexpr int deepestContents = 2;

// Without separators: page 1094.
QString pageNumber(const Report &report, int number)
{
    QLocale locale = report.locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number);
}

Strip contentsLine(const Report &report, const HeadingPlace &heading, int target, int firstPage, double width)
{
    constexpr double numberWidth = points(40), indent = points(14);
    const bool top = heading.level == 1;
    Strip strip{.spaceBefore = points(top ? 7 : 1.5), .keepWithNext = top, .linkTo = target};
    StripWriter writer(strip, report.direction);
    const double x = top ? 0 : indent;
    const Text style = top ? Text::Strong : Text::Body;
    const double y = writer.text(heading.text, style, Ink::Normal, {x, 0, width - x - numberWidth});
    writer.text(pageNumber(report, heading.page + firstPage + 1), style, Ink::Muted,
                {width - numberWidth, 0, numberWidth, true});
    strip.height = y;
    return strip;
}

// A few lines too many do not begin another page: then all stand closer.
void moveCloser(QList<Strip> &strips, double room)
{
    double lines = 0, between = 0;
    for (qsizetype i = 0; i < strips.size(); ++i) {
        lines += strips.at(i).height;
        between += i == 0 ? 0 : strips.at(i).spaceBefore; // nothing is left free at the top of a page
    }
    constexpr double closest = 0.3; // of the usual distance
    const double share = (room - 1 - lines) / between;
    if (share >= 1 || share < closest)
        return;
    for (Strip &strip : strips)
        strip.spaceBefore *= share;
}

PageFlow layOutContents(const Report &report, const QList<HeadingPlace> &headings, int firstPage,
                        const QRectF &content)
{
    const Qt::LayoutDirection direction = report.direction;
    PageFlow flow(content, direction);
    QList<Strip> strips
        = BlockLayout(content.width(), direction).strips(HeadingBlock{1, report.contentsTitle});
    for (qsizetype i = 0; i < headings.size(); ++i)
        if (headings.at(i).level <= deepestContents)
            strips.append(
                contentsLine(report, headings.at(i), static_cast<int>(i), firstPage, content.width()));
    // A chapter's line stays with the first one under it, not with the next chapter's.
    for (qsizetype i = 0; i + 1 < strips.size(); ++i)
        if (i > 0 && strips.at(i + 1).keepWithNext)
            strips[i].keepWithNext = false;
    moveCloser(strips, content.height());
    flow.place(strips);
    return flow;
}

// Headings and links of the report, and the pages of its contents: none before a few pages that can be leafed
// through.
QList<LaidOutPage> addContents(LaidOutReport &result, const Report &report, const PageFlow &body,
                               const QRectF &content)
{
    constexpr int fewPages = 4;
    result.headings = body.headings();
    QList<LaidOutPage> pages;
    if (body.pages().size() > fewPages) {
        PageFlow contents = layOutContents(report, body.headings(), 2, content);
        if (const auto count = static_cast<int>(contents.pages().size()); count > 1)
            contents = layOutContents(report, body.headings(), 1 + count, content); // its numbers were wrong
        pages = contents.pages();
        result.links = contents.links();
    }
    result.contentsPages = static_cast<int>(pages.size());
    for (PageLink &link : result.links)
        ++link.page;
    for (HeadingPlace &heading : result.headings)
        heading.page += 1 + result.contentsPages;
    return pages;
}

// A few lines too many do not begin another page here either.
PageFlow withSection(const PageFlow &body, const QList<Strip> &strips)
{
    constexpr double few = points(110);
    PageFlow usual = body;
    usual.place(strips);
    if (usual.used() > few)
        return usual;
    for (const double share : {0.6, 0.45, 0.3}) { // of the usual distance
        QList<Strip> closer = strips;
        for (Strip &strip : closer)
            strip.spaceBefore *= share;
        PageFlow close = body;
        close.place(closer);
        if (close.pages().size() < usual.pages().size())
            return close;
    }
    return usual;
}

LaidOutPage withFooter(LaidOutPage page, const Report &report, const QString &footer, int number,
                       const QSizeF &size)
{
    const Qt::LayoutDirection direction = report.direction;
    const double width = size.width() - 2 * margin;
    constexpr double numberWidth = points(50);
    Strip strip;
    StripWriter writer(strip, direction);
    writer.rule(0, width, 0);
    writer.text(footer, Text::Label, Ink::Muted,
                {.y = points(6), .width = width - numberWidth, .mostLines = 1});
    writer.text(pageNumber(report, number), Text::Label, Ink::Muted,
                {width - numberWidth, points(6), numberWidth, true});
    for (const Mark &mark : std::as_const(strip.marks)) {
        const Mark placed = moved(mark, {margin, size.height() - margin});
        page.marks.append(direction == Qt::RightToLeft ? mirrored(placed, size.width()) : placed);
    }
    return page;
}

void addPage(LaidOutReport &report, const LaidOutPage &page)
{
    report.pages.append(page);
    report.spelled.append(SpelledLines::of(page));
}

} // namespace

std::optional<LaidOutReport> layOutReport(const Report &report, QPageSize::PageSizeId paper,
                                          const ReportProgress &progress)
{
    const QRectF content = contentRect(paper);
    const QSizeF size = pageSize(paper);
    const Qt::LayoutDirection direction = report.direction;
    BlockLayout blocks(content.width(), direction);
    PageFlow body(content, direction);
    qsizetype done = 0, all = 0;
    for (const ReportSection &section : report.sections)
        all += section.blocks.size();
    for (const ReportSection &section : report.sections) {
        body.startPage();
        QList<Strip> strips;
        for (const ReportBlock &block : section.blocks) {
            if (progress && !progress(static_cast<double>(done++) / static_cast<double>(all)))
                return std::nullopt;
            strips += blocks.strips(block);
        }
        body = withSection(body, strips);
    }

    LaidOutReport result;
    result.paper = paper;
    result.contentsTitle = report.contentsTitle;
    result.title = report.title;
    result.author = report.author;
    result.language = report.language;
    result.direction = report.direction;
    addPage(result,
            withFooter(layOutCover(report.cover, size, direction), report, report.cover.footer, 1, size));
    if (report.sections.isEmpty())
        return result;
    const QList<LaidOutPage> contents = addContents(result, report, body, content);
    for (const LaidOutPage &page : contents + body.pages())
        addPage(result,
                withFooter(page, report, report.footer, static_cast<int>(result.pages.size()) + 1, size));
    return result;
}
