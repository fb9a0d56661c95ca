#include "app/desktop/x11idle.h"

#include <QGuiApplication>
#include <QLibrary>
#include <QSignalSpy>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace App;
using namespace std::chrono_literals;

namespace {

/// An X server without a screen to look at, on whatever display is free. Before the application: that
/// connects to it.
class XServer
{
public:
    XServer()
    {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), 0) != 0)
            return;
        const QByteArray descriptor = QByteArray::number(pipe[1]);
        std::array<QByteArray, 7> words{
            "Xvfb", "-displayfd", descriptor, "-screen", "0", "640x480x24", "-nolisten"};
        QByteArray last = "tcp";
        std::array<char *, 9> arguments{};
        for (size_t i = 0; i < words.size(); ++i)
            arguments.at(i) = words.at(i).data();
        arguments[7] = last.data();
        const bool started
            = ::posix_spawnp(&m_process, "Xvfb", nullptr, nullptr, arguments.data(), environ) == 0;
        ::close(pipe[1]);
        std::array<char, 16> number{};
        if (started && ::read(pipe[0], number.data(), number.size() - 1) > 0)
            m_display = ':' + QByteArray(number.data()).trimmed();
        ::close(pipe[0]);
    }
    ~XServer()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }
    XServer(const XServer &) = delete;
    XServer &operator=(const XServer &) = delete;

    /// Empty if it does not run.
    const QByteArray &display() const { return m_display; }

private:
    pid_t m_process = 0;
    QByteArray m_display;
};

/// As a key would: the server begins to count anew.
void touchSomething()
{
    QLibrary xlib(QStringLiteral("X11"), 6);
    using Call = int (*)(void *);
    auto *display = qGuiApp->nativeInterface<QNativeInterface::QX11Application>()->display();
    reinterpret_cast<Call>(xlib.resolve("XResetScreenSaver"))(display);
    reinterpret_cast<Call>(xlib.resolve("XFlush"))(display);
}

} // namespace

class TestX11Idle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void complaint21_theServerTellsByItself();
    void whoHasLongBeenAwayIsIdleAtOnce();
    void stops();
};

void TestX11Idle::initTestCase()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        QSKIP("There is no Xvfb (package xvfb) or no xcb plugin here.");
}

void TestX11Idle::complaint21_theServerTellsByItself()
{
    X11Idle source;
    const QSignalSpy went(&source, &IdleSource::wentIdle);
    const QSignalSpy back(&source, &IdleSource::cameBack);
    const QSignalSpy unavailable(&source, &IdleSource::unavailable);
    touchSomething();
    source.watch(400ms);
    QCOMPARE(unavailable.count(), 0);
    QCOMPARE(went.count(), 0);
    QTRY_COMPARE(went.count(), 1);
    QCOMPARE(back.count(), 0);
    touchSomething();
    QTRY_COMPARE(back.count(), 1);
    QTRY_COMPARE(went.count(), 2);
    touchSomething();
    QTRY_COMPARE(back.count(), 2);
}

void TestX11Idle::whoHasLongBeenAwayIsIdleAtOnce()
{
    X11Idle first;
    const QSignalSpy firstWent(&first, &IdleSource::wentIdle);
    touchSomething();
    first.watch(100ms);
    QTRY_COMPARE(firstWent.count(), 1);
    X11Idle second;
    const QSignalSpy went(&second, &IdleSource::wentIdle);
    const QSignalSpy back(&second, &IdleSource::cameBack);
    second.watch(50ms);
    QCOMPARE(went.count(), 1);
    touchSomething();
    QTRY_COMPARE(back.count(), 1);
}

void TestX11Idle::stops()
{
    X11Idle stopped;
    X11Idle other;
    const QSignalSpy stoppedWent(&stopped, &IdleSource::wentIdle);
    const QSignalSpy otherWent(&other, &IdleSource::wentIdle);
    touchSomething();
    stopped.watch(100ms);
    stopped.watch(0ms);
    other.watch(300ms);
    QTRY_COMPARE(otherWent.count(), 1);
    QCOMPARE(stoppedWent.count(), 0);
}

int main(int argc, char *argv[])
{
    const XServer server;
    if (!server.display().isEmpty()) {
        qputenv("DISPLAY", server.display());
        qputenv("QT_QPA_PLATFORM", "xcb;offscreen");
    }
    QGuiApplication application(argc, argv);
    TestX11Idle test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_x11idle.moc"
