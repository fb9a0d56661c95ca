#include "core/service/connection/plaindoor.h"

#include <QTcpSocket>
#include <QTimer>

namespace Msn {

namespace {

const QByteArray httpWord = "POST ";
const QString limitName = QStringLiteral("patience");

} // namespace

PlainDoor::PlainDoor(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
}

void PlainDoor::take(QTcpSocket *socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(httpWord.size());
    connect(socket, &QIODevice::readyRead, this, [this, socket] { listen(socket); });
    connect(socket, &QAbstractSocket::disconnected, this, [socket] { socket->deleteLater(); });
    auto *limit = new QTimer(socket);
    limit->setObjectName(limitName);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, socket, &QAbstractSocket::abort);
    limit->start(m_patience);
    listen(socket);
}

void PlainDoor::end()
{
    const auto waiting = findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly);
    for (QTcpSocket *socket : waiting)
        socket->abort();
}

void PlainDoor::listen(QTcpSocket *socket)
{
    const QByteArray word = socket->peek(httpWord.size());
    if (httpWord.startsWith(word) && word.size() < httpWord.size())
        return; // both are possible still
    socket->disconnect(this);
    delete socket->findChild<QTimer *>(limitName, Qt::FindDirectChildrenOnly);
    socket->setParent(nullptr);
    if (word == httpWord)
        Q_EMIT spokeHttp(socket);
    else
        Q_EMIT spokeMsnp(socket);
}

} // namespace Msn
