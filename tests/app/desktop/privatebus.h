#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace Test {

/// A message bus of its own: a dbus-daemon that starts no services and that nobody else knows.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();

    /// Why there is none; empty if it runs. A test must fail with it, not skip.
    const QString &error() const { return m_error; }
    const QString &address() const { return m_address; }
    /// Another connection, as another program would have; closed with the bus.
    QDBusConnection connect(const QString &name);

private:
    QTemporaryDir m_directory;
    QProcess m_daemon;
    QString m_address;
    QString m_error;
    QStringList m_names;
};

} // namespace Test
