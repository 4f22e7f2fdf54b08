#pragma once

#include "models/worksheet/signatures.h"

#include <QFrame>

// What has been taken out of a signed text and what has come into it, line by line, until clicked away.
class DifferencePopup : public QFrame
{
    Q_OBJECT

public:
    // `sheet`: whose fields' labels stand for their keys; nullptr: keys stay.
    DifferencePopup(const QList<TextDifference> &lines, const Sheet *sheet, QWidget *parent);

    void showBeside(const QWidget *widget);
    QString text() const;

private:
    QStringList m_lines;
};
