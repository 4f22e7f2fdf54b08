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

int widestWord(const QString &text, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const QString &word : QString(text).replace(u'\n', u' ').split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}
