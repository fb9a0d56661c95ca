#pragma once

#include <QObject>

namespace Msn {
class Settings;
}

namespace Ui {
class MainWindow;
}

namespace App {

class Hosting;
class Sessions;

/// The end of the program: signs out, lets the last bytes go. The servers want a word of farewell, and so
/// do those who are on a network that is hosted here.
class Farewell : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Sessions &sessions;
        Hosting &hosting;
        Msn::Settings &settings;
        Ui::MainWindow &window;
    };

    /// All parts must outlive it.
    explicit Farewell(const Parts &parts, QObject *parent = nullptr);

    void quit();
    /// The same if the person still wants it: not at once while others are on a network that is hosted here.
    void quitIfWanted();

Q_SIGNALS:
    /// The last bytes have had their time.
    void over();

private:
    const Parts m_parts;
};

} // namespace App
