#pragma once

#include "models/document/document.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class TextLabel;

// What was changed in the workbook, by whom and when, the newest first, with a way back to any of these
// states. Follows the document while it is open.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(const Document &document, QWidget *parent = nullptr);

Q_SIGNALS:
    // Everything newer than this entry of the journal is to be undone.
    void backRequested(qint64 entry);

private:
    void read();
    void updateButton();

    const Document &m_document;
    TextLabel *m_summary;
    QListWidget *m_list;
    QPushButton *m_back;
};
