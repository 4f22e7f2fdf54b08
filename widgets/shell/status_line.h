#pragma once

#include <QStatusBar>
#include <QTimer>

class TextLabel;

// The bottom of the window: whether everything is saved, the file, the language and the zoom.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    enum class State { NoDocument, Saved, Typing, Refused, NotSaved, Gone, ReadOnly };

    explicit StatusLine(QWidget *parent = nullptr);

    // `entry`: the name of what was refused.
    void setState(State state, const QString &entry = {});
    QString stateText() const;
    void say(const QString &text);
    void forgetNews(); // for a while
    QString newsText() const; // what was said last; empty: that is past
    void setFile(const QString &path);
    void setZoom(int percent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adaptMargins();

    TextLabel *m_state;
    TextLabel *m_news;
    TextLabel *m_file;
    TextLabel *m_language;
    TextLabel *m_zoom;
    QTimer m_old; // until what was said is past
};
