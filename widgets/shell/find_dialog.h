#pragma once

#include "models/worksheet/search.h"

#include <QDialog>
#include <QTimer>

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
    void chosen(const SearchHit &hit, const QString &needle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void choose();

    const Document &m_document;
    const Catalogue &m_catalogue;
    QLineEdit *m_needle;
    QListWidget *m_hits;
    QList<SearchHit> m_found; // as the list shows them
    TextLabel *m_count;
    QTimer m_pause;
};
