#include "widgets/funnel/no_numbers_card.h"

#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NoNumbersCard::NoNumbersCard(const QString &question, const QString &text, bool readOnly, QWidget *parent)
    : Card(parent)
    , m_remark(new TextLabel({}))
{
    setAccessibleName(question);
    auto *layout = new QVBoxLayout(this);
    auto *title = new TextLabel(question);
    setTextStyle(title, TextStyle::Heading);
    layout->addWidget(title);
    layout->addWidget(new TextLabel(text));
    layout->addWidget(m_remark);
    m_remark->hide();
    auto *buttons = new FlowLayout;
    auto *type = new QPushButton(tr("Type numbers"));
    type->setDefault(true);
    connect(type, &QPushButton::clicked, this, &NoNumbersCard::typeRequested);
    auto *import = new QPushButton(themedIcon(u"import"_s), tr("Import from CRM…"));
    connect(import, &QPushButton::clicked, this, &NoNumbersCard::importRequested);
    for (QPushButton *button : {type, import}) {
        button->setEnabled(!readOnly);
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
}

void NoNumbersCard::setRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}
