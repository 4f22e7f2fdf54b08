#pragma once

#include <QFont>
#include <QObject>

class QWidget;

enum class ThemeMode { System, Light, Dark };

// Gives the application its style, palette and font, and changes them when the user chooses another theme or
// zoom, or the system turns dark. One per program.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    void apply(ThemeMode mode, int zoomPercent);
    ThemeMode mode() const { return m_mode; }
    int zoom() const { return m_zoom; }

    static constexpr int minimumZoom = 80;
    static constexpr int maximumZoom = 200;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    void applyFont();

    QFont m_systemFont;
    ThemeMode m_mode = ThemeMode::System;
    int m_zoom = 100;
    bool m_styled = false;
    bool m_applying = false;
};

// The sizes and weights that text comes in. They are few, so that pages look alike, and because each is a
// font to be loaded before the first window is seen.
enum class TextStyle { Body, Strong, Heading, Title };

// A font of that style that keeps following the zoom.
void setTextStyle(QWidget *widget, TextStyle style);
QFont strong(QFont font); // a body's, for what is painted
