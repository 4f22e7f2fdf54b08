#include "widgets/funnel/import_placeholders.h"

#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int longestText = 60;

QString labelOf(const PlaceholderText &text)
{
    QString shown = text.text;
    if (!text.column.isEmpty())
        shown = ImportPlaceholders::tr("“%1” in “%2”, cells: %3")
                    .arg(text.text, text.column, QLocale().toString(text.cells));
    shown.replace(u'&', QStringLiteral("&&")); // no mnemonic
    if (!text.column.isEmpty())
        return shown;
    return (text.isAtLeast ? ImportPlaceholders::tr("“%1”, cells: %2 or more")
                           : ImportPlaceholders::tr("“%1”, cells: %2"))
        .arg(shown, QLocale().toString(text.cells));
}

} // namespace

ImportPlaceholders::ImportPlaceholders(QWidget *parent)
    : QWidget(parent)
    , m_boxes(new QWidget(this))
    , m_column(new QVBoxLayout(m_boxes))
    , m_own(new QLineEdit(this))
    , m_add(new QPushButton(tr("A&dd"), this))
{
    auto *heading = new TextLabel(tr("Taken as no answer"), Theme::Role::Ink, this);
    setTextStyle(heading, TextStyle::Strong);
    m_column->setContentsMargins({});
    m_own->setPlaceholderText(tr("Another text"));
    m_own->setAccessibleName(tr("Another text that stands for no answer"));
    m_own->setMaxLength(longestText);
    m_add->setAutoDefault(false);
    m_add->setEnabled(false);
    m_add->setAccessibleName(tr("Take the text as no answer"));
    m_own->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_own, 1);
    row->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(heading);
    column->addWidget(m_boxes);
    column->addLayout(row);
    connect(m_own, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_own, &QLineEdit::returnPressed, this, &ImportPlaceholders::addOwn);
    connect(m_add, &QPushButton::clicked, this, &ImportPlaceholders::addOwn);
}

void ImportPlaceholders::setPlan(const ImportFile &file, const ImportMapping &mapping)
{
    m_placeholders = mapping.placeholders;
    m_columnsWithNA = mapping.columnsWithNA;
    const QList<PlaceholderText> texts = findPlaceholders(file.profile, mapping);
    if (texts == m_texts)
        return;
    const auto isSame = [](const PlaceholderText &a, const PlaceholderText &b) {
        return a.text == b.text && a.column == b.column;
    };
    const bool sameBoxes = std::equal(texts.begin(), texts.end(), m_texts.begin(), m_texts.end(), isSame);
    m_texts = texts;
    if (!sameBoxes)
        qDeleteAll(m_boxes->findChildren<QCheckBox *>(Qt::FindDirectChildrenOnly));
    QList<QCheckBox *> boxes = m_boxes->findChildren<QCheckBox *>(Qt::FindDirectChildrenOnly);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i == boxes.size()) {
            auto *made = new QCheckBox(m_boxes);
            made->installEventFilter(this);
            connect(made, &QCheckBox::clicked, this,
                    [this, text = texts.at(i)](bool taken) { choose(text, taken); });
            m_column->addWidget(made);
            boxes.append(made);
        }
        boxes.at(i)->setText(labelOf(texts.at(i)));
        boxes.at(i)->setChecked(texts.at(i).isTaken);
    }
    m_boxes->setVisible(!texts.isEmpty());
}

void ImportPlaceholders::choose(const PlaceholderText &text, bool taken)
{
    if (text.column.isEmpty())
        takeAsNoAnswer(text.text, taken, m_placeholders);
    else if (taken)
        m_columnsWithNA.removeAll(text.column);
    else
        m_columnsWithNA.append(text.column);
    Q_EMIT chosen(m_placeholders, m_columnsWithNA);
}

void ImportPlaceholders::addOwn()
{
    const QString text = m_own->text().trimmed();
    m_own->clear();
    if (!text.isEmpty())
        choose({.text = text}, true);
}

bool ImportPlaceholders::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(static_cast<QWidget *>(watched));
    return QWidget::eventFilter(watched, event);
}
