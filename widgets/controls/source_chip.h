#pragma once

#include <QAbstractButton>

// Where a fact comes from, as a chip with a menu to choose from; a guess stands out.
class SourceChip : public QAbstractButton
{
    Q_OBJECT

public:
    // `subject` names the fact for a screen reader.
    explicit SourceChip(const QString &subject, QWidget *parent = nullptr);

    QString source() const { return m_source; } // key of factSources(), or empty
    void setSource(const QString &source);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &source);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    QString m_subject;
    QString m_source;
};
