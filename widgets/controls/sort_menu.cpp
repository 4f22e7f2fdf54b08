#include "widgets/controls/sort_menu.h"

#include "widgets/controls/sheet_proxy.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

SortMenu::SortMenu(SheetProxy &proxy, QWidget *parent)
    : QMenu(tr("Sort by"), parent)
    , m_proxy(proxy)
    , m_fields(new QActionGroup(this))
{
    const auto add = [this](const QString &text, int column) {
        QAction *action = addAction(QString(text).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setData(column);
        m_fields->addAction(action);
        return action;
    };
    add(tr("Own order"), -1)->setChecked(true);
    addSeparator();
    for (int column = 0; column < proxy.columnCount(); ++column) {
        const Field &field = proxy.fieldAt(column);
        if (field.kind != FieldKind::LongText && field.kind != FieldKind::Picture)
            add(field.label, column);
    }
    addSeparator();
    m_descending = addAction(tr("Descending"));
    m_descending->setCheckable(true);
    connect(m_fields, &QActionGroup::triggered, this, &SortMenu::sort);
    connect(m_descending, &QAction::triggered, this, &SortMenu::sort);
}

void SortMenu::sort()
{
    m_proxy.sort(m_fields->checkedAction()->data().toInt(),
                 m_descending->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
}
