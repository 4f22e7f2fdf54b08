#include "widgets/funnel/import_mappings.h"

#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace {

constexpr int longestName = 60;
constexpr int nameRole = Qt::UserRole + 1; // of an item, as it is called unchanged
const QVariant ofLastImport(true); // data, where those of the others are names

} // namespace

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
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        if (index == lastImport())
            Q_EMIT lastImportChosen();
        else
            Q_EMIT chosen(m_box->currentData().toString());
    });
    connect(m_name, &QLineEdit::textChanged, this, &ImportMappings::refreshSave);
    connect(m_name, &QLineEdit::returnPressed, this, &ImportMappings::save);
    connect(m_save, &QPushButton::clicked, this, &ImportMappings::save);
    setNames({});
}

void ImportMappings::setNames(const QStringList &names)
{
    const QVariant current = m_box->currentData();
    const bool hasLast = lastImport() >= 0;
    m_box->clear();
    m_box->addItem(tr("Recognised from the file"), QString());
    if (hasLast)
        m_box->addItem(tr("As in the last import"), ofLastImport);
    for (const QString &name : names)
        m_box->addItem(name, name);
    for (int i = 0; i < m_box->count(); ++i)
        m_box->setItemData(i, m_box->itemText(i), nameRole);
    m_box->setCurrentIndex(std::max(0, m_box->findData(current)));
}

int ImportMappings::lastImport() const
{
    return m_box->findData(ofLastImport);
}

void ImportMappings::offerLastImport(bool is)
{
    if (const int there = lastImport(); there >= 0 && !is)
        m_box->removeItem(there);
    else if (there < 0 && is) {
        m_box->insertItem(1, tr("As in the last import"), ofLastImport);
        m_box->setItemData(1, m_box->itemText(1), nameRole);
    }
    if (is)
        m_box->setCurrentIndex(lastImport());
}

void ImportMappings::setChanged(bool is)
{
    for (int i = 0; i < m_box->count(); ++i) {
        const QString name = m_box->itemData(i, nameRole).toString();
        m_box->setItemText(i, is && i == m_box->currentIndex() ? tr("%1, changed").arg(name) : name);
    }
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
