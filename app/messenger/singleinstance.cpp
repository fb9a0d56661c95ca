#include "app/messenger/singleinstance.h"

#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace App {

namespace {

constexpr int handOverMs = 2000;
constexpr qint64 longestRequest = 8 * 1024;
const QByteArray greeting = QByteArrayLiteral("show ");
const QByteArray answer = QByteArrayLiteral("ok\n");

/// In the person's own runtime directory; short, because the path of a socket must be.
QString socketNameFor(const QString &profileDirectory)
{
    const QByteArray digest = QCryptographicHash::hash(
        QDir(profileDirectory).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString name = QStringLiteral("swallowtail-%1").arg(QString::fromLatin1(digest.toHex().left(16)));
    return runtime.isEmpty() ? name : QDir(runtime).filePath(name);
}

QString lockFileIn(const QString &profileDirectory)
{
    QDir().mkpath(profileDirectory);
    return QDir(profileDirectory).filePath(QStringLiteral("running.lock"));
}

} // namespace

SingleInstance::SingleInstance(const QString &profileDirectory, QObject *parent)
    : QObject(parent)
    , m_socketName(socketNameFor(profileDirectory))
    , m_lock(lockFileIn(profileDirectory))
{
    // It is stale when its process is gone, however long that one ran.
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::isTaken() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    return socket.state() != QLocalSocket::UnconnectedState;
}

bool SingleInstance::claim()
{
    if (m_lock.isLocked())
        return true;
    // A profile that cannot be written to cannot be locked either; then nothing is kept in it.
    return m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError;
}

void SingleInstance::listen()
{
    if (m_server)
        return;
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::handleConnection);
    // Ours by the lock: what is there was left by a crash.
    QLocalServer::removeServer(m_socketName);
    if (!m_server->listen(m_socketName))
        qCWarning(Msn::logStorage) << "A second start will not find this one:" << m_server->errorString();
}

bool SingleInstance::handOver(const StartRequest &request)
{
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    if (!socket.waitForConnected(handOverMs))
        return false;
    // None of the fields has blanks; `show  TOKEN` for a start without an address.
    socket.write(greeting + request.chatWith.toUtf8() + ' ' + request.token.simplified() + ' '
        + request.networkLink.toUtf8().toPercentEncoding() + '\n');
    if (!socket.waitForBytesWritten(handOverMs) || !socket.waitForReadyRead(handOverMs))
        return false;
    return socket.readAll() == answer;
}

void SingleInstance::handleConnection()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrom(socket); });
        readFrom(socket);
    }
}

void SingleInstance::readFrom(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > longestRequest)
            socket->abort();
        return;
    }
    const QByteArray line = socket->readLine(longestRequest).trimmed();
    socket->write(answer);
    socket->disconnectFromServer();
    if (!line.startsWith(greeting.trimmed()))
        return;
    const QByteArrayList fields = line.mid(greeting.size()).split(' ');
    const Msn::Address address = Msn::Address::fromUtf8(fields.value(0));
    Q_EMIT activated({address.isValid() ? address : Msn::Address(),
        QString::fromUtf8(QByteArray::fromPercentEncoding(fields.value(2))), fields.value(1)});
}

} // namespace App
