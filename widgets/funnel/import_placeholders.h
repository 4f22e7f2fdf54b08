#pragma once

#include "models/funnel/import/import_plan.h"
#include "models/funnel/import/placeholder_texts.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

// Which texts of a file stand for no answer: those found, to be ticked, and others that the user adds.
class ImportPlaceholders : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPlaceholders(QWidget *parent = nullptr);

    void setPlan(const ImportFile &file, const ImportMapping &mapping);

Q_SIGNALS:
    void chosen(const QStringList &placeholders, const QStringList &columnsWithNA);
    void focused(QWidget *control); // to be scrolled to

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const PlaceholderText &text, bool taken);
    void addOwn();

    QStringList m_placeholders, m_columnsWithNA; // as in the mapping
    QList<PlaceholderText> m_texts;
    QWidget *m_boxes;
    QVBoxLayout *m_column; // of m_boxes
    QLineEdit *m_own;
    QPushButton *m_add;
};
