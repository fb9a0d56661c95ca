#include "core/account/mailbox.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace Msn {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

Mailbox::Mailbox(NotificationConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&connection, &NotificationConnection::serverMessageReceived, this, &Mailbox::handleMessage);
}

void Mailbox::start()
{
    m_profile = {};
    m_sessionAge.start();
}

void Mailbox::setCredentials(const QString &password, const QString &trustedHost)
{
    m_password = password;
    m_trustedHost = trustedHost;
}

void Mailbox::handleMessage(const ServerMessage &message)
{
    std::visit(Overloaded{[this](const Profile &profile) { m_profile = profile; },
                   [this](const InitialMailNotice &mail) {
                       setInbox(mail.inboxUnread);
                       setFolders(mail.foldersUnread);
                   },
                   [this](const NewMailNotice &mail) {
                       mail.intoInbox ? setInbox(m_inboxUnread + 1) : setFolders(m_foldersUnread + 1);
                       Q_EMIT newMail(mail);
                   },
                   [this](const MailMovedNotice &moved) {
                       const auto change = [&moved](bool into, bool from) {
                           return (into ? moved.count : 0) - (from ? moved.count : 0);
                       };
                       setInbox(m_inboxUnread + change(moved.intoInbox, moved.fromInbox));
                       setFolders(m_foldersUnread + change(moved.intoFolders, moved.fromFolders));
                   },
                   [this](const ShutdownNotice &shutdown) { Q_EMIT shutdownAnnounced(shutdown.minutes); },
                   [](const GivenPicture &) {}, [](const OtherServerMessage &) {}},
        message);
}

void Mailbox::setInbox(int unread)
{
    const int clamped = std::max(unread, 0);
    if (std::exchange(m_inboxUnread, clamped) != clamped)
        Q_EMIT inboxChanged(clamped);
}

void Mailbox::setFolders(int unread)
{
    const int clamped = std::max(unread, 0);
    if (std::exchange(m_foldersUnread, clamped) != clamped)
        Q_EMIT foldersChanged(clamped);
}

void Mailbox::requestUrl(const ServiceUrlRequest &request, Completion<ServiceUrl> done)
{
    const auto reported = std::make_shared<Completion<ServiceUrl>>(std::move(done));
    m_connection.request([request](TransactionId id) { return encodeServiceUrlRequest(id, request); },
        {Verb::Url},
        [reported](const Reply &reply) {
            const auto url = reply ? parseServiceUrl(*reply)
                                   : Parsed<ServiceUrl>(parseFailure(ParseError::Code::BadForm));
            if (url)
                (*reported)(*url);
            else
                (*reported)(Unexpected(reply ? makeError(ErrorCode::UnexpectedReply) : reply.error()));
        });
}

void Mailbox::requestForm(const ServiceUrlRequest &request, Completion<ServiceForm> done)
{
    const auto reported = std::make_shared<Completion<ServiceForm>>(std::move(done));
    requestUrl(request, {this, [this, reported](const Expected<ServiceUrl, Error> &url) {
                             if (!url) {
                                 (*reported)(Unexpected(url.error()));
                                 return;
                             }
                             if (const auto form = makeServiceForm(*url, formAccount()))
                                 (*reported)(*form);
                             else
                                 (*reported)(Unexpected(makeError(
                                     ErrorCode::InsecureAddress, QString::fromUtf8(url->postUrl).left(200))));
                         }});
}

std::optional<ServiceForm> Mailbox::formFor(const NewMailNotice &mail) const
{
    return makeServiceForm({mail.messageUrl, mail.postUrl, mail.id}, formAccount());
}

ServiceFormAccount Mailbox::formAccount() const
{
    const std::chrono::milliseconds age(m_sessionAge.isValid() ? m_sessionAge.elapsed() : 0);
    return {m_connection.address(), m_password, m_profile,
        std::chrono::duration_cast<std::chrono::seconds>(age), m_trustedHost};
}

} // namespace Msn
