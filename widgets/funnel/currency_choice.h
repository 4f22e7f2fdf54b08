#pragma once

#include <QComboBox>

// In which currency values are shown; only in sight where there are several.
class CurrencyChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit CurrencyChoice(QWidget *parent = nullptr);

    // Keeps what was chosen while it is among them, else takes `first`; that is empty where there are not
    // several.
    void offer(const QStringList &currencies, const QString &first);
    QString currency() const; // empty: there is nothing to choose
};
