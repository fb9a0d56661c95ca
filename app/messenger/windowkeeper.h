#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace Msn {
class Settings;
} // namespace Msn

namespace Ui {
class CloseDialog;
class MainWindow;
} // namespace Ui

namespace App {

/// What becomes of the main window when it is closed or the tray goes: it is never hidden where
/// nothing could bring it back.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both references must outlive it.
    WindowKeeper(Ui::MainWindow &window, Msn::Settings &settings, std::function<bool()> hasTray,
        std::function<bool()> isSignedIn, QObject *parent = nullptr);
    ~WindowKeeper() override;

    /// A window that waits in the taskbar since the start moves into a tray that has appeared; one
    /// that is hidden comes out of a tray that has gone.
    void setTrayThere(bool there);
    /// Start with the window out of the way.
    void startMinimised();

    /// Nullptr unless the question stands.
    Ui::CloseDialog *question() const;

private:
    bool mayClose();
    void ask();
    void choose(const QString &setting);

    Ui::MainWindow &m_window;
    Msn::Settings &m_settings;
    const std::function<bool()> m_hasTray;
    const std::function<bool()> m_isSignedIn;
    QPointer<Ui::CloseDialog> m_question;
    bool m_waitsForTray = false;
};

} // namespace App
