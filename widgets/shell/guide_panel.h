#pragma once

#include "models/worksheet/signatures.h"

#include <QScrollArea>

class QVBoxLayout;
struct PageContext;

// What helps two teams with the page in front of them: what to do together, what success looks like, what to
// ask, a filled-in example that can be put into an empty worksheet, and both teams' signatures under the tab.
class GuidePanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit GuidePanel(const PageContext &context, QWidget *parent = nullptr);

    void showPage(const TabDescription &tab, const Page &page);
    void setExampleUsable(bool usable);

Q_SIGNALS:
    void useExample();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void addHeading(const QString &text);
    void addBullets(const QStringList &texts);
    void addExample();
    void addSignOff();
    void adaptSize();

    const PageContext &m_context;
    const TabDescription *m_tab = nullptr;
    Page m_page;
    bool m_exampleUsable = false;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_use = nullptr;
};
