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

// A font of `times` the application's size that keeps following the zoom.
void scaleFont(QWidget *widget, double times, QFont::Weight weight = QFont::Normal);
