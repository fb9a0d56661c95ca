#include "tests/app/service/serviceprocess.h"

#include <csignal>

namespace Test {

namespace {

QStringList serve(const QStringList &arguments, ServiceProcess::Ports ports)
{
    QStringList words{QStringLiteral("serve")};
    if (ports == ServiceProcess::Ports::Free)
        words << QStringLiteral("--port") << QStringLiteral("0") << QStringLiteral("--tls-port")
              << QStringLiteral("0") << QStringLiteral("--https-port") << QStringLiteral("0");
    return words + arguments;
}

} // namespace

QString serviceProgram()
{
    return QStringLiteral(SERVICE_PROGRAM);
}

ProgramResult runService(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(serviceProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(processTimeoutMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

ServiceProcess::ServiceProcess(const QStringList &arguments, Ports ports)
{
    m_process.start(serviceProgram(), serve(arguments, ports));
    while (!m_output.contains('\n') && m_process.waitForReadyRead(processTimeoutMs))
        m_output += m_process.readAllStandardOutput();
}

ServiceProcess::~ServiceProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray ServiceProcess::complaint()
{
    return m_process.readAllStandardError();
}

int ServiceProcess::stop(int signal)
{
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    return m_process.waitForFinished(processTimeoutMs) && m_process.exitStatus() == QProcess::NormalExit
        ? m_process.exitCode()
        : -1;
}

} // namespace Test
