#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

// Chooses a mapping that was saved in the workbook, and saves the present one under a name.
class ImportMappings : public QWidget
{
    Q_OBJECT

public:
    explicit ImportMappings(QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    void setCurrent(const QString &name); // empty: recognised from the file
    void offerLastImport(bool is); // to take the file as the last import did, which is then the current
    void setChanged(bool is); // what is read is not quite as the current says
    void setCanSave(bool can);

Q_SIGNALS:
    void chosen(const QString &name);
    void lastImportChosen();
    void saveRequested(const QString &name);

private:
    void save();
    void refreshSave();
    int lastImport() const; // its index; -1: not offered

    QComboBox *m_box;
    QLineEdit *m_name;
    QPushButton *m_save;
    bool m_canSave = false;
};
