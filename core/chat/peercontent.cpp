#include "core/chat/peercontent.h"

#include "core/base/logging.h"

namespace Msn {

namespace {

constexpr qsizetype maxKindsOfUnsupported = 20;
constexpr qsizetype maxNudgers = 300;
constexpr qsizetype maxActionCharacters = 400;

/// Handwriting: somebody drew it for a person to see. All else that is unknown talks to programs.
bool isForPeople(const OtherContent &content)
{
    return content.contentType == "image/gif" || content.contentType == "application/x-ms-ink";
}

} // namespace

PeerContent::PeerContent(const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
    , m_chunks(timing)
{
    connect(&m_chunks, &ChunkAssembler::assembled, this,
        [this](const Address &sender, const MimeMessage &message) {
            take({sender, {}}, parseMessageContent(message));
        });
}

void PeerContent::take(const Participant &sender, const MessageContent &content)
{
    if (const auto *chunk = std::get_if<MessageChunk>(&content)) {
        m_chunks.add(sender.address, *chunk);
    } else if (std::holds_alternative<TypingNotice>(content)) {
        Q_EMIT typing(sender.address);
    } else if (const auto *text = std::get_if<TextMessage>(&content)) {
        Q_EMIT said(
            sender, ChatMessage::Kind::Text, text->text, text->format, text->arrivedAt.value_or(QDateTime()));
    } else if (std::holds_alternative<Nudge>(content)) {
        takeNudge(sender);
    } else if (const auto *datacast = std::get_if<Datacast>(&content)) {
        takeDatacast(sender, *datacast);
    } else if (const auto *invitation = std::get_if<Invitation>(&content)) {
        Q_EMIT invited(sender, *invitation);
    } else if (const auto *other = std::get_if<OtherContent>(&content); other && isForPeople(*other)) {
        noteUnsupported(sender, other->contentType);
    } else {
        qCDebug(logChat) << "ignored content from a peer";
    }
}

void PeerContent::takeDatacast(const Participant &sender, const Datacast &datacast)
{
    if (datacast.id == 4)
        Q_EMIT said(sender, ChatMessage::Kind::Action, datacast.data.left(maxActionCharacters), {}, {});
    else
        noteUnsupported(sender, "datacast " + QByteArray::number(datacast.id));
}

void PeerContent::takeNudge(const Participant &sender)
{
    if (m_nextNudges.size() >= maxNudgers && !m_nextNudges.contains(sender.address))
        m_nextNudges.clear();
    QDeadlineTimer &next = m_nextNudges[sender.address];
    if (!next.hasExpired())
        return;
    next.setRemainingTime(m_timing.nudgeRepeat);
    Q_EMIT said(sender, ChatMessage::Kind::Nudge, {}, {}, {});
}

void PeerContent::noteUnsupported(const Participant &sender, const QByteArray &what)
{
    // Once is enough: the same again would only be noise (conversations.md §6).
    const qsizetype known = m_unsupported.size();
    if (known < maxKindsOfUnsupported)
        m_unsupported.insert(what);
    if (m_unsupported.size() > known)
        Q_EMIT said(sender, ChatMessage::Kind::Unsupported, QString::fromLatin1(what).left(100), {}, {});
}

} // namespace Msn
