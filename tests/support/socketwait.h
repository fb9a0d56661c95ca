#pragma once

#include <QtGlobal>

#include <functional>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace Test {

/// Asks \p isDone after every change of the socket instead of every few milliseconds: a session
/// is dozens of waits. False after five seconds.
bool waitForSocket(QSslSocket &socket, const std::function<bool()> &isDone);

} // namespace Test
