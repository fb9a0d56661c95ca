#include "tests/support/socketwait.h"

#include <QEventLoop>
#include <QSslSocket>
#include <QTimer>

namespace Test {

namespace {

constexpr int timeoutMs = 5000;

} // namespace

bool waitForSocket(QSslSocket &socket, const std::function<bool()> &isDone)
{
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QIODevice::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QAbstractSocket::stateChanged, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QSslSocket::encrypted, &loop, &QEventLoop::quit);
    limit.start(timeoutMs);
    while (!isDone()) {
        if (!limit.isActive())
            return false;
        loop.exec();
    }
    return true;
}

} // namespace Test
