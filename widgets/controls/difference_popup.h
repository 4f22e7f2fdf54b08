#pragma once

#include "models/worksheet/signed_changes.h"
#include "widgets/shell/theme.h"

#include <QFrame>

class QVBoxLayout;
class TextLabel;

// What has become of a signed text, field by field: as it was signed above as it is now. Until clicked away.
class DifferencePopup : public QFrame
{
    Q_OBJECT

public:
    DifferencePopup(const QList<SignedChange> &changes, QWidget *parent);

    void showBeside(const QWidget *widget);
    QString text() const;

private:
    void addChange(QVBoxLayout *column, const SignedChange &change);
    TextLabel *addLine(QVBoxLayout *column, const QString &text, Theme::Role role);

    QStringList m_lines;
};
