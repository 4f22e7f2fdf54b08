#include "widgets/shell/page_header.h"

#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QVBoxLayout>

PageHeader::PageHeader(const QString &title, const QString &question, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *heading = new TextLabel(title, Theme::Role::Ink, this);
    setTextStyle(heading, TextStyle::Title);
    column->addWidget(heading);
    column->addWidget(new TextLabel(question, Theme::Role::Muted, this));
    setAccessibleName(title);
}
