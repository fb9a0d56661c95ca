#include "core/service/passport/ticketoffice.h"

#include "core/service/security/randomtoken.h"

#include <QDateTime>

namespace Msn {

namespace {

QByteArray fingerprint(const QByteArray &policy)
{
    const qsizetype start = policy.indexOf("tpf=");
    if (start < 0)
        return {};
    const qsizetype end = policy.indexOf(',', start);
    return policy.mid(start + 4, end < 0 ? -1 : end - start - 4);
}

} // namespace

QByteArray TicketOffice::openPolicy(const Address &address)
{
    forgetExpired();
    const QByteArray tpf = randomHex(16);
    m_policies.insert(tpf, {address, QDeadlineTimer(m_timings.policy), {}});
    const auto window = std::chrono::duration_cast<std::chrono::seconds>(m_timings.ticket).count();
    return "lc=1033,id=507,tw=" + QByteArray::number(qlonglong(window))
        + ",fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,ct="
        + QByteArray::number(QDateTime::currentSecsSinceEpoch()) + ",kpp=1,kv=5,ver=2.1.0173.1,tpf=" + tpf;
}

Expected<QByteArray, TicketOffice::Refusal> TicketOffice::issueTicket(
    const QByteArray &policy, const Address &address)
{
    const auto entry = m_policies.find(fingerprint(policy));
    if (entry == m_policies.end() || entry->expiry.hasExpired())
        return Unexpected(Refusal::UnknownPolicy);
    if (!(entry->address == address))
        return Unexpected(Refusal::OtherAddress);
    entry->ticket = "t=" + randomBytes(24).toBase64(QByteArray::Base64UrlEncoding)
        + "$$&p=" + randomBytes(12).toBase64(QByteArray::Base64UrlEncoding) + "$$";
    entry->expiry = QDeadlineTimer(m_timings.ticket);
    return entry->ticket;
}

bool TicketOffice::redeem(const QByteArray &policy, const Address &address, const QByteArray &ticket)
{
    const Policy entry = m_policies.take(fingerprint(policy));
    return !entry.ticket.isEmpty() && !entry.expiry.hasExpired() && entry.address == address
        && equalInConstantTime(entry.ticket, ticket);
}

void TicketOffice::closePolicy(const QByteArray &policy)
{
    m_policies.remove(fingerprint(policy));
}

void TicketOffice::forgetExpired()
{
    m_policies.removeIf([](const auto &entry) { return entry->expiry.hasExpired(); });
}

} // namespace Msn
