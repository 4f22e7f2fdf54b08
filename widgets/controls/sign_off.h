#pragma once

#include "models/worksheet/signatures.h"

#include <QWidget>

class QVBoxLayout;
class TextLabel;
struct PageContext;

// Who of both teams has signed a tab, a worksheet or a row, and the ways to sign, to see what has changed
// since, and to take a signature back.
class SignOff : public QWidget
{
    Q_OBJECT

public:
    explicit SignOff(const PageContext &page, QWidget *parent = nullptr);

    // An empty key: nothing to sign. The name tells people which text it is; empty where that stands beside
    // it. A new name for the same subject disturbs nobody who is signing.
    void setSubject(const SignedSubject &subject, const QString &name = {});
    // The buttons, made anew each time, come by Tab after all that is in there.
    void setTabsAfter(QWidget *part);
    const SignedSubject &subject() const { return m_subject; }

private:
    void refresh();
    QWidget *teamRow(const Signature &signature, Team team);
    bool concerns(const QSet<QString> &tables) const;
    void addSigned(QWidget *row, const Signature &signature);
    void addUnsigned(QWidget *row, Team team);
    void addNameEntry(QWidget *row, Team team);
    void sign(Team team, const QString &name);
    void withdraw(const Signature &signature);
    void showDifference(const Signature &signature, QWidget *beside);

    const PageContext &m_page;
    Signatures m_signatures;
    SignedSubject m_subject;
    TextLabel *m_heading;
    QWidget *m_after; // what comes before the buttons by Tab
    QVBoxLayout *m_rows;
    bool m_signable = false;
    Team m_entering = Team::None; // whose name is being asked
};
