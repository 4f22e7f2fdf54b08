#pragma once

#include "widgets/controls/field_editor.h"

class QLabel;
class QPushButton;
struct PageContext;

// A picture, chosen from a file, dropped or taken away. The bytes are kept in the workbook.
class PictureEditor : public FieldEditor
{
    Q_OBJECT

public:
    PictureEditor(const Field &described, const PageContext &page, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override { return m_hash; }
    void setReadOnly(bool readOnly) override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void take(const QString &path);
    void keep(const QByteArray &bytes);
    void showPicture();

    const PageContext &m_page;
    QString m_hash; // SHA-256 of the attachment
    QLabel *m_picture;
    QPushButton *m_choose;
    QPushButton *m_remove;
};
