#include "widgets/controls/broken_text.h"

#include <QTextLayout>

#include <algorithm>

QStringList brokenText(const QString &text, const QFont &font, int width, int mostLines)
{
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines && line.textStart() + line.textLength() < text.size())
            return lines << QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

QStringList brokenInMiddle(const QString &text, const QFont &font, int width, int mostLines)
{
    const auto lines = [&](qsizetype kept) {
        const QString shown = kept == text.size()
            ? text
            : QString(text.left(kept - kept / 2).trimmed() % QChar(0x2026) % text.right(kept / 2).trimmed());
        return brokenText(shown, font, width, mostLines + 1); // one more shows that they are too many
    };
    qsizetype least = 0, most = text.size();
    while (least < most) {
        const qsizetype kept = most - (most - least) / 2;
        if (lines(kept).size() <= mostLines)
            least = kept;
        else
            most = kept - 1;
    }
    return lines(least);
}

int widestWord(const QString &text, const QFontMetrics &metrics, int most)
{
    int widest = 0;
    for (const QString &word : QString(text).replace(u'\n', u' ').split(u' '))
        if (const int width = metrics.horizontalAdvance(word); width <= most)
            widest = std::max(widest, width);
    return widest;
}
