// What the suite `service` measures, in a process of its own:
//   swallowtail-bench-service-peer service DATABASE [cheap]   a whole service with these accounts
//   swallowtail-bench-service-peer echo                       the least that moves bytes: a QTcpServer
// Prints the ports in use and ends when it is terminated.
#include "core/service/service.h"
#include "core/service/store/sqliteaccountstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>

#include <sys/resource.h>

namespace {

/// Two thousand people have a connection each, and those who talk have more.
void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void print(int first, int second)
{
    std::printf("ready %d %d\n", first, second);
    std::fflush(stdout);
}

int serve(const QStringList &arguments)
{
    const auto store = Msn::SqliteAccountStore::open(arguments.value(2));
    if (!store)
        return 1;
    Msn::ServiceOptions options;
    // Everybody in the bench comes from this machine and at once.
    options.limits.calls = {100'000, std::chrono::milliseconds(1)};
    options.limits.switchboards = options.limits.calls;
    options.limits.statusChanges = options.limits.calls;
    options.timings.challengeDelay = std::chrono::hours(1);
    options.listenAddress = QHostAddress(QHostAddress::AnyIPv4);
    if (arguments.contains(QStringLiteral("cheap")))
        options.passwordCost = Msn::PasswordCost::least();
    Msn::Service service(options, **store);
    if (!service.start())
        return 1;
    QFile certificate(arguments.value(2) + QStringLiteral(".pem"));
    if (!certificate.open(QIODevice::WriteOnly))
        return 1;
    certificate.write(service.certificate().certificatePem);
    certificate.close();
    print(service.endpoint(Msn::NetworkDescription::Security::None).port, service.httpsEndpoint().port);
    return QCoreApplication::exec();
}

int echo()
{
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(
            socket, &QIODevice::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        QObject::connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    });
    if (!server.listen(QHostAddress(QHostAddress::LocalHost)))
        return 1;
    print(server.serverPort(), 0);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // as the service does
    const QCoreApplication application(argc, argv);
    raiseDescriptorLimit();
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.value(1) == QLatin1String("echo") ? echo() : serve(arguments);
}
