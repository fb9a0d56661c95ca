#pragma once

#include "ui/options/optionsform.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace Ui {

/// Whether the program starts when somebody logs on; asked and set by who knows the desktop.
struct StartAtLogOn
{
    std::function<bool()> isEnabled;
    /// False if that failed.
    std::function<bool(bool)> setEnabled;
};

/// "General": start, away, closing the window, other programs, movement.
class GeneralPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p settings must outlive the page.
    GeneralPage(Msn::Settings &settings, StartAtLogOn start, QWidget *parent = nullptr);

    QCheckBox *startBox() const { return m_start; }
    QCheckBox *awayBox() const { return m_away; }
    QSpinBox *minutesBox() const { return m_minutes; }
    QComboBox *closeBox() const { return m_close; }

private:
    void addStart();
    void addAway();
    void addClosing();
    void refreshAway();

    Msn::Settings &m_settings;
    const StartAtLogOn m_startAtLogOn;
    QCheckBox *m_start = nullptr;
    QLabel *m_startFailed = nullptr;
    QCheckBox *m_away = nullptr;
    QSpinBox *m_minutes = nullptr;
    QComboBox *m_close = nullptr;
};

} // namespace Ui
