#include "widgets/controls/record_delegate.h"

#include "widgets/controls/sheet_proxy.h"

using namespace Qt::StringLiterals;

namespace {

bool saysMuch(FieldKind kind)
{
    return kind != FieldKind::LongText && kind != FieldKind::Picture && kind != FieldKind::YesNo
        && kind != FieldKind::Score;
}

} // namespace

RecordDelegate::RecordDelegate(const SheetProxy &proxy, QObject *parent)
    : TwoLineDelegate(parent)
    , m_proxy(proxy)
{
}

QString RecordDelegate::firstLine(const QModelIndex &index) const
{
    return m_proxy.sheetModel().titleOf(m_proxy.mapToSource(index).row());
}

QString RecordDelegate::secondLine(const QModelIndex &index) const
{
    constexpr qsizetype most = 2;
    const Sheet &sheet = m_proxy.sheetModel().sheet();
    const auto lacking = m_proxy.sheetModel().lacking(m_proxy.mapToSource(index).row());
    if (!lacking.isEmpty())
        return tr("Does not count yet: %1 is missing").arg(lacking.first()->label);
    QStringList parts;
    for (int column = 0; column < sheet.fields.size(); ++column)
        if (index.siblingAtColumn(column).data(SheetModel::OverdueRole).toBool())
            parts.append(tr("Overdue"));
    for (int column = 0; column < sheet.fields.size() && parts.size() < most; ++column) {
        const Field &field = sheet.fields.at(column);
        const QString text = index.siblingAtColumn(column).data().toString().simplified();
        if (saysMuch(field.kind) && field.key != sheet.title().key && !text.isEmpty())
            parts.append(text);
    }
    return parts.join(u" · "_s);
}
