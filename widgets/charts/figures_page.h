#pragma once

#include "models/document/result.h"
#include "widgets/shell/page_view.h"

class Card;
class ChartPanel;
class QVBoxLayout;
class WorksheetPage;

// A page of worksheets with what is worked out from them above.
class FiguresPage : public PageView
{
    Q_OBJECT

public:
    FiguresPage(const PageContext &context, const Page &page, const QSet<QString> &tables,
                QWidget *parent = nullptr);

    bool canUseExample() const override;
    void useExample() override;
    void showRow(const QString &table, qint64 id) override;

protected:
    void addCard(QWidget *card); // under those there are, above the worksheets
    void addChart(ChartPanel *chart); // as a card, whose pictures the user can save
    // The column of a card, with its title and what helps to understand it.
    static QVBoxLayout *columnOf(Card *card, const QString &title, QWidget *help);
    static QVBoxLayout *columnOf(Card *card, const QString &title, const QString &help);
    const PageContext &context() const { return m_context; }
    void tell(const Result<void> &done); // says so where it failed

private:
    const PageContext &m_context;
    QVBoxLayout *m_cards;
    WorksheetPage *m_sheets;
};
