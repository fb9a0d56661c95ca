#include "tests/soak/cuttingtransport.h"

#include <QPointer>

#include <utility>

namespace Soak {

using namespace Msn;

namespace {

/// Enough for a sign-in to get anywhere or nowhere.
constexpr int longestLife = 4000;
constexpr int mostRepeats = 300;

/// What commands are made of: more is understood, and goes wrong later, than with any byte.
constexpr char meaningful[] = "\r\n 0123456789%-@:/=";

} // namespace

QByteArray Weather::garbled(const QByteArray &bytes)
{
    if (oneGarbledIn == 0)
        return bytes;
    QByteArray heard;
    for (const char byte : bytes) {
        const int chance = random.bounded(4 * oneGarbledIn);
        if (chance == 0)
            heard.append(char(random.bounded(256)));
        else if (chance == 1)
            heard.append(meaningful[random.bounded(int(sizeof(meaningful)) - 1)]);
        else if (chance == 2)
            heard.append(random.bounded(mostRepeats), byte);
        else if (chance != 3) // then it is lost
            heard.append(byte);
    }
    return heard;
}

CuttingTransport::CuttingTransport(std::unique_ptr<Transport> transport, Weather &weather)
    : m_transport(std::move(transport))
    , m_weather(weather)
{
    if (weather.oneBreaksIn > 0 && weather.random.bounded(weather.oneBreaksIn) == 0)
        m_left = weather.random.bounded(longestLife);
    connect(m_transport.get(), &Transport::opened, this, &Transport::opened);
    connect(m_transport.get(), &Transport::bytesReceived, this, &CuttingTransport::handleBytes);
    connect(m_transport.get(), &Transport::closed, this, &Transport::closed);
}

void CuttingTransport::write(const QByteArray &bytes)
{
    if (m_isBroken)
        return;
    m_transport->write(passed(bytes));
    if (m_left == 0)
        // Whoever writes does not expect to hear of it at once.
        QMetaObject::invokeMethod(this, &CuttingTransport::breakOff, Qt::QueuedConnection);
}

void CuttingTransport::handleBytes(const QByteArray &bytes)
{
    if (m_isBroken)
        return;
    const QPointer<CuttingTransport> self(this);
    if (const QByteArray heard = passed(bytes); !heard.isEmpty())
        Q_EMIT bytesReceived(heard);
    if (self && m_left == 0)
        breakOff();
}

QByteArray CuttingTransport::passed(const QByteArray &bytes)
{
    if (m_left < 0)
        return m_weather.garbled(bytes);
    const qint64 count = std::min<qint64>(m_left, bytes.size());
    m_left -= count;
    return m_weather.garbled(bytes.first(count));
}

void CuttingTransport::breakOff()
{
    if (std::exchange(m_isBroken, true))
        return;
    disconnect(m_transport.get(), nullptr, this, nullptr);
    m_transport->close();
    Q_EMIT closed(makeError(ErrorCode::ConnectionLost));
}

} // namespace Soak
