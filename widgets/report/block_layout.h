#pragma once

#include "widgets/report/report.h"
#include "widgets/report/strip_writer.h"

#include <QCoreApplication>
#include <QHash>

#include <memory>
#include <span>
#include <vector>

// Lays out the blocks of a report as strips of one width.
class BlockLayout
{
    Q_DECLARE_TR_FUNCTIONS(BlockLayout)

public:
    BlockLayout(double width, Qt::LayoutDirection direction)
        : m_width(width)
        , m_direction(direction)
    {
    }

    // One after the other as they stand in the report: what goes over to the next page says there what it
    // goes on with, be it the heading or the drawing before it.
    QList<Strip> strips(const ReportBlock &block);

private:
    void noteSubject(const HeadingBlock &heading) { m_subject = heading.text; }
    void noteSubject(const DrawingBlock &drawing);
    template <class Other> void noteSubject(const Other &) { }
    QString continued(const QString &title) const; // of a long one only its beginning
    QList<Strip> subjectAgain() const;

    QList<Strip> layOut(const HeadingBlock &heading) const;
    QList<Strip> layOut(const ParagraphBlock &paragraph) const;
    QList<Strip> layOut(const FieldsBlock &fields) const;
    QList<Strip> layOut(const SignOffBlock &signOff) const;
    QList<Strip> layOut(const TableBlock &table) const;
    QList<Strip> layOut(const DrawingBlock &drawing) const;

    struct ShapedField
    {
        const ReportField &field;
        std::shared_ptr<ShapedText> text; // null where there is none
        int columns = 1; // how many such fields fit beside each other
    };
    ShapedField shaped(const ReportField &field) const;
    Strip cardTitle(const QString &title) const;
    std::vector<ShapedField> shaped(const QList<ReportField> &fields) const;
    QList<Strip> fieldRows(const QList<ReportField> &fields) const;
    static int columnsOfBoth(std::span<const ShapedField> fields);
    Strip nextRow(std::span<const ShapedField> &rest) const; // takes its fields away
    QList<Strip> besidePictures(QList<ReportField> &fields) const;
    Strip fieldRow(std::span<const ShapedField> fields, double width) const;
    std::shared_ptr<ShapedText> labelFor(const ReportField &field, double width) const;
    double labelsHeight(std::span<const ShapedField> fields, double width) const;
    double fieldCell(Strip &strip, const ShapedField &shaped, const StripWriter::Place &place) const;
    Strip signatures(const QList<ReportSignature> &signatures) const;
    QList<Strip> columnWise(const TableBlock &table) const;
    QList<Strip> cards(const TableBlock &table) const;
    double columnWidth(int columns) const;

    double m_width;
    Qt::LayoutDirection m_direction;
    bool m_afterHeading = false;
    QString m_subject; // of which a table or figures without a title are
    mutable QHash<std::pair<QString, double>, std::shared_ptr<ShapedText>> m_labels; // by text and width
};
