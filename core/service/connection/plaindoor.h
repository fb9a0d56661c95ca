#pragma once

#include <QObject>

#include <chrono>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

/// The plain port takes MSNP and, for the web gateway, HTTP: the first word tells which. Every verb
/// of MSNP has three letters, `POST` has four.
class PlainDoor : public QObject
{
    Q_OBJECT
public:
    /// Whoever says nothing for \p patience is cut off.
    explicit PlainDoor(std::chrono::milliseconds patience, QObject *parent = nullptr);

    /// Takes over \p socket until its first word has come.
    void take(QTcpSocket *socket);
    /// Cuts off whoever has not said anything yet.
    void end();

Q_SIGNALS:
    /// The receiver owns the socket; nothing has been read from it.
    void spokeMsnp(QTcpSocket *socket);
    void spokeHttp(QTcpSocket *socket);

private:
    void listen(QTcpSocket *socket);

    const std::chrono::milliseconds m_patience;
};

} // namespace Msn
