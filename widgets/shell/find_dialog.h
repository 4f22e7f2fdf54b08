#pragma once

#include "models/worksheet/catalogue.h"

#include <QDialog>
#include <QTimer>

class Document;
class QLineEdit;
class QListWidget;
class TextLabel;

// Finds a text anywhere in the workbook while it is typed; choosing a place goes there.
class FindDialog : public QDialog
{
    Q_OBJECT

public:
    FindDialog(const Document &document, const Catalogue &catalogue, QWidget *parent = nullptr);

    void start(); // shows the dialog, ready for typing

Q_SIGNALS:
    void chosen(const QString &table, qint64 id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void choose();

    const Document &m_document;
    const Catalogue &m_catalogue;
    QLineEdit *m_needle;
    QListWidget *m_hits;
    TextLabel *m_count;
    QTimer m_pause;
};
