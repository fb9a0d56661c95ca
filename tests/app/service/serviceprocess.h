#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace Test {

inline constexpr int processTimeoutMs = 15'000;

/// Path of swallowtail-service.
QString serviceProgram();

struct ProgramResult
{
    int exitCode = -1;
    QByteArray output;
    QByteArray complaint;
};

/// Runs swallowtail-service to its end; exit code -1 if it does not come to one by itself.
ProgramResult runService(const QStringList &arguments, const QByteArray &input = {});

/// `serve`, up to its ready line. Killed when this goes.
class ServiceProcess
{
public:
    enum class Ports {
        Free,
        AsKept, ///< where the network has been before
    };
    explicit ServiceProcess(const QStringList &arguments, Ports ports = Ports::Free);
    ~ServiceProcess();
    /// Empty if there was none.
    QByteArray readyLine() const { return m_output; }
    qint64 processId() const { return m_process.processId(); }
    /// What it has said on standard error so far.
    QByteArray complaint();
    /// The exit code; -1 if it was killed by the signal.
    int stop(int signal);

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace Test
