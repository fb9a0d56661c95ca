#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;

namespace Ui {

class Style;

/// Gives the application its style, and with it the palette. The palette follows the system's,
/// light or dark, unless one of them is forced.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Appearance {
        System,
        Light,
        Dark,
    };
    Q_ENUM(Appearance)

    /// Takes effect at once. \p application must outlive the theme.
    explicit Theme(
        QApplication &application, Appearance appearance = Appearance::System, QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    /// No movement from now on, see mayMove(). What moves already comes to its end.
    void setMotionReduced(bool reduced);
    bool isMotionReduced() const { return m_motionReduced; }
    /// Those in use now.
    const Tokens &tokens() const;

Q_SIGNALS:
    void appearanceChanged();

private:
    Appearance m_appearance;
    bool m_motionReduced = false;
    /// Owned by the application.
    Style *m_style;
};

} // namespace Ui
