#pragma once

#include "models/worksheet/catalogue.h"

#include <QLayout>
#include <QSet>
#include <QWidget>

#include <functional>

class Document;
class Notifier;
class Settings;
class UnsavedTyping;

// The content of one sub-tab, as the window sees it.
class PageView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Whether the guide's example can be put in: the worksheet is empty and may be written.
    virtual bool canUseExample() const { return false; }
    virtual void useExample() { }
    // Whether it shows more just now than fits beside the guide in a window of the usual width.
    virtual bool wantsRoom() const { return false; }
    // The guide is opened all the same: what wants that room steps back until it is folded.
    virtual void stepBack(bool /*back*/) { }
    // Brings a row before the user's eyes, as found by a search.
    virtual void showRow(const QString &table, qint64 id)
    {
        Q_UNUSED(table)
        Q_UNUSED(id)
    }

    // How high a page must be depends on its width alone; otherwise it would scroll past its end.
    QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return layout() && layout()->hasHeightForWidth() ? QSize(least.width(), 0) : least;
    }

Q_SIGNALS:
    void exampleChanged(); // canUseExample() may have another answer
    void roomWanted(); // so may wantsRoom()

protected:
    // From now on read() is called when the page is shown, and again when one of the tables changes while
    // it is, or the theme does; without tables at any change. What nobody sees is not worked out.
    void follow(const Document &document, const QSet<QString> &tables = {});
    virtual void read() { }
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void readWhenSeen();

    bool m_follows = false;
    bool m_stale = false;
};

// What a page may use. Outlives every page.
struct PageContext
{
    Document &document;
    const Catalogue &catalogue;
    Notifier &notifier;
    Settings &settings;
    UnsavedTyping &typing;
    std::function<void(Tab, const QString &page)> go = {}; // leads to another page; empty: the tab's last one
};

// Makes the widget of a page, when it is first shown.
using PageFactory = std::function<PageView *(const PageContext &, Tab, const Page &)>;
