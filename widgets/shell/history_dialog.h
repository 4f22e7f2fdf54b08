#pragma once

#include "models/document/document.h"

#include <QDialog>

class Catalogue;
class QLabel;
class QListWidget;
class QPushButton;
class TextLabel;

// What was changed in the workbook, by whom and when, the newest first, with a way back to any of these
// states. Follows the document while it is open.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(const Document &document, const Catalogue &catalogue, QWidget *parent = nullptr);

Q_SIGNALS:
    // Everything newer than this entry of the journal is to be undone.
    void backRequested(qint64 entry);

private:
    void read();
    void showChosen();

    const Document &m_document;
    const Catalogue &m_catalogue;
    QList<Journal::Entry> m_entries; // along the list
    TextLabel *m_summary;
    QListWidget *m_list;
    QLabel *m_changes; // of the chosen entry
    QPushButton *m_back;
};
