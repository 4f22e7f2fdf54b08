#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QVariant>

class FieldEditor;
class SheetModel;
class UnsavedTyping;

// Ties an editor to one cell of a worksheet. What is typed is written on leaving and at the latest one second
// after the last key; all that is typed while the focus stays is one undo step. What cannot be read stays in
// the editor, and UnsavedTyping knows where, until it is mended or Escape brings back what is in the file.
// What the file cannot take is tried again every few seconds, and after each change that it took. A change
// from elsewhere is shown, unless the editor holds typing that is not written yet.
class FieldBinding : public QObject
{
    Q_OBJECT

public:
    // Lives as long as its editor.
    FieldBinding(FieldEditor *editor, SheetModel &model, UnsavedTyping &typing);

    // Writes what was typed for the present cell first; false, and nothing changes, where it is refused.
    bool setCell(int row, int column);
    const QPersistentModelIndex &cell() const { return m_cell; }
    bool commit(); // false: refused, and still in the editor
    void revert();
    bool isPending() const { return m_pending; }

Q_SIGNALS:
    void refused(const QString &message);
    void shown(); // the editor shows what is in the file

private:
    enum class Refusal { Quiet, Told };
    bool eventFilter(QObject *watched, QEvent *event) override;
    void connectEditor();
    void connectDocument();
    bool write(Refusal refusal);
    bool keep(const QVariant &value, Refusal refusal);
    // An empty message: it has been told.
    void refuse(const QString &message, const QVariantMap &columns = {});
    void setPending(bool pending);
    void showCell();
    void beginStep();

    FieldEditor *m_editor;
    SheetModel &m_model;
    UnsavedTyping &m_typing;
    QPersistentModelIndex m_cell;
    QTimer m_timer;
    QString m_mergeKey;
    QVariant m_shown; // the cell's value when it was last shown or written
    bool m_covered = false; // there is an answer, and the editor does not show it
    bool m_pending = false;
    bool m_waits = false; // for the file to take what is pending
};
