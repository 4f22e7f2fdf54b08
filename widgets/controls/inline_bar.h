#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;

enum class Severity { Info, Done, Warning, Error };

// A message where it concerns: what happened, what to do, and buttons that do it. Stays until closed.
class InlineBar : public QFrame
{
    Q_OBJECT

public:
    InlineBar(Severity severity, const QString &text, QWidget *parent = nullptr);

    Severity severity() const { return m_severity; }
    QString text() const;
    void setText(const QString &text);
    // A button that calls `run` and then closes the bar.
    void addAction(const QString &label, std::function<void()> run);
    void setClosable(bool closable);
    bool isClosable() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    void refreshIcon();

    Severity m_severity;
    QLabel *m_icon;
    QLabel *m_text;
    QBoxLayout *m_actions;
    QWidget *m_close;
};
