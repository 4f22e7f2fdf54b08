#include "widgets/funnel/import_mappings.h"

#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {
constexpr int longestName = 60;
}

ImportMappings::ImportMappings(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Save"), this))
{
    auto *label = new QLabel(tr("&Mapping"), this);
    label->setBuddy(m_box);
    m_box->setAccessibleName(tr("Mapping"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(18);
    m_name->setAccessibleName(tr("Name to save this mapping under"));
    m_name->setPlaceholderText(tr("Save under a name"));
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(em(this, 10));
    m_save->setAutoDefault(false);
    m_save->setAccessibleName(tr("Save the mapping"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_box);
    row->addWidget(m_name);
    row->addWidget(m_save);
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT chosen(m_box->currentData().toString()); });
    connect(m_name, &QLineEdit::textChanged, this, &ImportMappings::refreshSave);
    connect(m_name, &QLineEdit::returnPressed, this, &ImportMappings::save);
    connect(m_save, &QPushButton::clicked, this, &ImportMappings::save);
    setNames({});
}

void ImportMappings::setNames(const QStringList &names)
{
    const QString current = m_box->currentData().toString();
    m_box->clear();
    m_box->addItem(tr("Recognised from the file"), QString());
    for (const QString &name : names)
        m_box->addItem(name, name);
    setCurrent(current);
}

void ImportMappings::setCurrent(const QString &name)
{
    m_box->setCurrentIndex(std::max(0, m_box->findData(name)));
}

void ImportMappings::setCanSave(bool can)
{
    m_canSave = can;
    refreshSave();
}

void ImportMappings::refreshSave()
{
    m_save->setEnabled(m_canSave && !m_name->text().trimmed().isEmpty());
}

void ImportMappings::save()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    m_name->setFocus(); // the button cannot keep it without a name
    m_name->clear();
    Q_EMIT saveRequested(name);
}
