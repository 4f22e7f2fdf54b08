#pragma once

#include "widgets/controls/shaped_text.h"
#include "widgets/shell/theme.h"

#include <QHash>
#include <QLabel>

#include <optional>

// Plain text in a colour of the theme, which it keeps when the theme changes. Wraps, or shortens to one line.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Fit { Wrapped, Shortened };

    explicit TextLabel(const QString &text, Theme::Role role = Theme::Role::Ink, QWidget *parent = nullptr,
                       Fit fit = Fit::Wrapped);

    void setRole(Theme::Role role);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();
    // A text that can be marked with the mouse is measured and painted by QLabel.
    bool isSelectable() const;
    ShapedText &shaped() const; // of the text and font there are now
    QSize blockSize() const; // of the text where nobody says how wide it may be
    QSize withMargins(const QSize &text) const;
    int textWidth(int width) const; // what is left of this width for text

    Theme::Role m_role;
    Fit m_fit;
    // Layouts ask for the same measures again and again, and shaping a text and breaking its lines takes
    // long.
    mutable std::optional<ShapedText> m_shaped;
    mutable QString m_shapedText;
    mutable QHash<int, int> m_heights; // of the lines, by their room
    mutable std::optional<QSize> m_blockSize;
};
