#pragma once

#include "models/worksheet/sheet.h"

#include <QScrollArea>

class QVBoxLayout;

// What helps two teams with the page in front of them: what to do together, what success looks like, what to
// ask, and a filled-in example that can be put into an empty worksheet.
class GuidePanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit GuidePanel(QWidget *parent = nullptr);

    void showPage(const Page &page);
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
    void adaptSize();

    Page m_page;
    bool m_exampleUsable = false;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_use = nullptr;
};
