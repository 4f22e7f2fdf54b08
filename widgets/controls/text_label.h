#pragma once

#include "widgets/shell/theme.h"

#include <QHash>
#include <QLabel>

// Plain text in a colour of the theme, which it keeps when the theme changes. Wraps, or shortens to one line.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Fit { Wrapped, Shortened };

    explicit TextLabel(const QString &text, Theme::Role role = Theme::Role::Ink, QWidget *parent = nullptr,
                       Fit fit = Fit::Wrapped);

    void setRole(Theme::Role role);

    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();
    int measuredHeight(int width) const;
    bool hasWordWiderThan(int width) const;
    void forgetMeasures() const;
    int textWidth(int width) const; // what is left of this width for text

    Theme::Role m_role;
    Fit m_fit;
    // Layouts ask for the same measures again and again, and breaking lines takes long.
    mutable QHash<int, int> m_heights; // by width; of the text and margins that follow
    mutable std::optional<int> m_widestWord;
    mutable QString m_measuredText;
    mutable QMargins m_measuredMargins;
};
