#include "app/shots/stagetransport.h"

namespace App {

StageTransport::StageTransport(QByteArrayList addresses)
    : m_addresses(std::move(addresses))
{
}

void StageTransport::open(const Msn::Endpoint &)
{
    Q_EMIT opened();
}

void StageTransport::write(const QByteArray &bytes)
{
    m_sent += bytes;
    const QByteArrayList words = bytes.left(bytes.indexOf("\r\n")).split(' ');
    if (words.value(0) == "ANS")
        admit(words.value(1));
    else if (words.value(0) == "MSG" && words.value(2) == "A")
        m_lastMessageId = words.value(1);
}

void StageTransport::admit(const QByteArray &transactionId)
{
    const QByteArray count = QByteArray::number(m_addresses.size());
    QByteArray reply;
    for (qsizetype i = 0; i < m_addresses.size(); ++i) {
        const QByteArray &address = m_addresses.at(i);
        reply += "IRO " + transactionId + ' ' + QByteArray::number(i + 1) + ' ' + count + ' ' + address + ' '
            + address + "\r\n";
    }
    reply += "ANS " + transactionId + " OK\r\n";
    Q_EMIT bytesReceived(reply);
}

} // namespace App
