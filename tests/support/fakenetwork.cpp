#include "tests/support/fakenetwork.h"

#include "tests/support/chunks.h"
#include "tests/support/eventually.h"

#include <algorithm>
#include <utility>

namespace Test {

void FakeConnection::accept()
{
    if (m_state != State::Opening || !m_transport)
        return;
    m_state = State::Open;
    Q_EMIT m_transport->opened();
}

void FakeConnection::refuse(Msn::ErrorCode code)
{
    if (m_state != State::Opening || !m_transport)
        return;
    m_state = State::Ended;
    Q_EMIT m_transport->closed(Msn::makeError(code, m_endpoint.toString()));
}

void FakeConnection::say(const QByteArray &bytes, qsizetype chunkSize)
{
    m_unread += chunks(bytes, chunkSize);
    flush();
}

void FakeConnection::hangUp(Msn::ErrorCode code)
{
    m_unreadEnd = code;
    flush();
}

QByteArray FakeConnection::takeSent()
{
    return std::exchange(m_sent, {});
}

void FakeConnection::flush()
{
    while (m_state == State::Open && !m_readingPaused && !m_unread.isEmpty() && m_transport) {
        const QByteArray bytes = m_unread.takeFirst();
        m_wiretap.hear(Sender::Server, bytes);
        Q_EMIT m_transport->bytesReceived(bytes);
    }
    if (m_state != State::Open || !m_unread.isEmpty() || !m_unreadEnd || !m_transport)
        return;
    m_state = State::Ended;
    Q_EMIT m_transport->closed(Msn::makeError(*m_unreadEnd, m_endpoint.toString()));
}

void FakeConnection::breakOff(const QByteArray &lastWords)
{
    m_isBroken = true;
    // As with a real one: the writer learns of it later.
    QMetaObject::invokeMethod(
        this,
        [this, lastWords] {
            if (!lastWords.isEmpty())
                say(lastWords);
            hangUp();
        },
        Qt::QueuedConnection);
}

void FakeNetwork::breakAfterSent(qsizetype bytes, const QByteArray &lastWords)
{
    m_untilBreak = bytes;
    m_lastWords = lastWords;
    m_hasBroken = false;
}

qsizetype FakeNetwork::passOn(qsizetype bytes)
{
    if (!m_untilBreak)
        return bytes;
    const qsizetype passed = std::min(bytes, *m_untilBreak);
    *m_untilBreak -= passed;
    if (passed < bytes) {
        m_hasBroken = true;
        m_untilBreak.reset();
    }
    return passed;
}

Msn::TransportFactory FakeNetwork::transports()
{
    return [this] {
        m_connections.push_back(std::make_unique<FakeConnection>());
        return std::make_unique<FakeTransport>(*this, *m_connections.back());
    };
}

FakeConnection *FakeNetwork::await(qsizetype index, int timeoutMs)
{
    const auto isThere = [this, index] { return count() > index && !at(index).endpoint().isEmpty(); };
    return eventually(isThere, timeoutMs) ? &at(index) : nullptr;
}

FakeTransport::FakeTransport(FakeNetwork &network, FakeConnection &connection)
    : m_network(&network)
    , m_connection(&connection)
{
    connection.m_transport = this;
}

FakeTransport::~FakeTransport()
{
    close();
}

void FakeTransport::open(const Msn::Endpoint &endpoint)
{
    if (!m_connection)
        return;
    m_connection->m_state = FakeConnection::State::Opening;
    m_connection->m_endpoint = endpoint;
    if (m_network && m_network->acceptsAll)
        QMetaObject::invokeMethod(m_connection, &FakeConnection::accept, Qt::QueuedConnection);
}

void FakeTransport::write(const QByteArray &bytes)
{
    if (!m_connection || !m_connection->isOpen() || m_connection->m_isBroken)
        return;
    const qsizetype passed = m_network ? m_network->passOn(bytes.size()) : bytes.size();
    m_connection->m_sent += bytes.first(passed);
    m_connection->m_wiretap.hear(Sender::Client, bytes.first(passed));
    if (passed < bytes.size())
        m_connection->breakOff(m_network->m_lastWords);
}

void FakeTransport::close()
{
    if (m_connection && m_connection->m_state != FakeConnection::State::Ended)
        m_connection->m_state = FakeConnection::State::Left;
}

void FakeTransport::setReadingPaused(bool paused)
{
    if (!m_connection || std::exchange(m_connection->m_readingPaused, paused) == paused)
        return;
    if (!paused)
        m_connection->flush();
}

} // namespace Test
