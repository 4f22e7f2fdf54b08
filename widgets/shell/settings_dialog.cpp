#include "widgets/shell/settings_dialog.h"

#include "widgets/controls/text_label.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/translation.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Name"), withHint(nameEdit(), tr("Noted beside each change you make.")));
    form->addRow(tr("&Theme"), themeBox());
    form->addRow(tr("&Zoom"), zoomBox());
    form->addRow(tr("&Language"),
                 withHint(languageBox(), tr("Another language is used from the next start.")));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(em(this, 24));
}

QWidget *SettingsDialog::withHint(QWidget *control, const QString &hint)
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins({});
    column->setSpacing(em(this, 0.15));
    column->addWidget(control);
    column->addWidget(new TextLabel(hint, Theme::Role::Muted, both));
    both->setFocusProxy(control);
    return both;
}

QWidget *SettingsDialog::nameEdit()
{
    auto *edit = new QLineEdit(m_settings.name(), this);
    edit->setObjectName(u"name"_s);
    edit->setAccessibleName(tr("Name"));
    edit->setMaxLength(100);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) { m_settings.setName(text); });
    return edit;
}

QWidget *SettingsDialog::themeBox()
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"theme"_s);
    box->setAccessibleName(tr("Theme"));
    box->addItem(tr("As the system"), static_cast<int>(ThemeMode::System));
    box->addItem(tr("Light"), static_cast<int>(ThemeMode::Light));
    box->addItem(tr("Dark"), static_cast<int>(ThemeMode::Dark));
    box->setCurrentIndex(box->findData(static_cast<int>(m_settings.theme())));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { m_settings.setTheme(static_cast<ThemeMode>(box->currentData().toInt())); });
    return box;
}

QWidget *SettingsDialog::zoomBox()
{
    auto *box = new QSpinBox(this);
    box->setObjectName(u"zoom"_s);
    box->setAccessibleName(tr("Zoom"));
    box->setRange(Appearance::minimumZoom, Appearance::maximumZoom);
    box->setSingleStep(10);
    box->setSuffix(tr(" %"));
    box->setValue(m_settings.zoom());
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, [this](int zoom) { m_settings.setZoom(zoom); });
    return box;
}

QWidget *SettingsDialog::languageBox()
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"language"_s);
    box->setAccessibleName(tr("Language"));
    box->addItem(tr("As the system"), QString());
    for (const QString &code : Translation::languages())
        box->addItem(QLocale(code).nativeLanguageName(), code);
    box->setCurrentIndex(std::max(0, box->findData(m_settings.language())));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { m_settings.setLanguage(box->currentData().toString()); });
    return box;
}
