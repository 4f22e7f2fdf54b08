#include "widgets/controls/picture_editor.h"

#include "models/document/document.h"
#include "widgets/controls/picture_file.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PictureEditor::PictureEditor(const Field &described, const PageContext &page, QWidget *parent)
    : FieldEditor(described, parent)
    , m_page(page)
    , m_picture(new QLabel(this))
    , m_choose(new QPushButton(tr("Choose picture…"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    setAcceptDrops(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    row->addLayout(buttons);
    row->addStretch();
    setControl(m_choose);
    m_choose->setAccessibleName(tr("Choose picture for %1").arg(described.label));
    m_remove->setAccessibleName(tr("Remove picture from %1").arg(described.label));
    connect(m_choose, &QPushButton::clicked, this, &PictureEditor::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_hash.clear();
        showPicture();
        Q_EMIT chosen();
    });
    showPicture();
}

void PictureEditor::showValue(const QVariant &value)
{
    if (value.toString() == m_hash)
        return;
    m_hash = value.toString();
    showPicture();
}

void PictureEditor::setReadOnly(bool readOnly)
{
    m_choose->setDisabled(readOnly);
    m_remove->setDisabled(readOnly);
    setAcceptDrops(!readOnly);
}

void PictureEditor::showPicture()
{
    const int side = em(this, 6);
    const double ratio = devicePixelRatioF();
    QImage image;
    if (!m_hash.isEmpty())
        image = PictureFile::scaled(m_page.document.attachment(m_hash), QSize(side, side) * ratio);
    if (field().isLogo)
        image = PictureFile::onPaper(image);
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
    m_picture->setVisible(!image.isNull());
    m_picture->setAccessibleName(tr("Picture: %1").arg(field().label));
    m_remove->setVisible(!m_hash.isEmpty());
    m_choose->setText(m_hash.isEmpty() ? tr("Choose picture…") : tr("Change…"));
}

void PictureEditor::choose()
{
    const auto path = m_page.notifier.questions().openFile(
        this,
        {.title = tr("Choose picture"), .filter = tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)")});
    if (path)
        take(*path);
}

void PictureEditor::take(const QString &path)
{
    const auto bytes = PictureFile::read(path);
    if (bytes)
        keep(*bytes);
    else
        Q_EMIT refused(bytes.error().message);
}

void PictureEditor::keep(const QByteArray &bytes)
{
    QString hash;
    const auto kept = m_page.document.edit(tr("Add picture"), [&](const Database &database) {
        hash = Document::addAttachment(database, bytes);
    });
    if (!kept) {
        Q_EMIT refused(kept.error().message);
        return;
    }
    m_hash = hash;
    showPicture();
    Q_EMIT chosen();
}

void PictureEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasImage() || !event->mimeData()->urls().isEmpty())
        event->acceptProposedAction();
}

void PictureEditor::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        return take(urls.first().toLocalFile());
    const auto bytes = PictureFile::fromImage(event->mimeData()->imageData().value<QImage>());
    if (bytes)
        keep(*bytes);
    else
        Q_EMIT refused(bytes.error().message);
}

void PictureEditor::changeEvent(QEvent *event)
{
    FieldEditor::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showPicture();
}
