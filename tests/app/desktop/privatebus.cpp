#include "tests/app/desktop/privatebus.h"

#include <QFile>

namespace Test {

namespace {

constexpr int startMs = 10'000;

QByteArray configuration(const QString &directory)
{
    return "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
           " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
           "<busconfig><type>session</type><keep_umask/><listen>unix:dir="
        + directory.toUtf8()
        + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
          "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
}

} // namespace

PrivateBus::PrivateBus()
{
    QFile file(m_directory.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly)) {
        m_error = file.errorString();
        return;
    }
    file.write(configuration(m_directory.path()));
    file.close();
    m_daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + file.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--print-address=1")});
    if (!m_daemon.waitForStarted(startMs) || !m_daemon.waitForReadyRead(startMs)) {
        m_error = QStringLiteral("dbus-daemon does not start (package dbus): ") + m_daemon.errorString()
            + QString::fromUtf8(m_daemon.readAllStandardError());
        return;
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.kill();
    m_daemon.waitForFinished(startMs);
}

QDBusConnection PrivateBus::connect(const QString &name)
{
    m_names.append(name);
    return QDBusConnection::connectToBus(m_address, name);
}

} // namespace Test
