#include "core/protocol/conversation.h"
#include "core/protocol/messagecontent.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

namespace {

/// Control characters that mean something to MIME or that no encoder of ours produces are left to the
/// other targets: what counts here is that text survives being cut.
void checkPieces(const TextMessage &message)
{
    const QList<QByteArray> pieces = encodeTextInPieces(message, maxMessageBytes);
    QString joined;
    for (const QByteArray &piece : pieces) {
        Fuzz::require(piece.size() <= maxMessageBytes, "no piece is too long");
        const MessageContent part = parseMessageContent(piece);
        Fuzz::require(std::holds_alternative<TextMessage>(part), "each piece is a text");
        joined += std::get<TextMessage>(part).text;
    }
    Fuzz::require(joined.toUtf8() == message.text.toUtf8(), "the pieces are the text");
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray payload = Fuzz::bytes(data, size);
    const MimeMessage mime = MimeMessage::parse(payload);
    Fuzz::require(MimeMessage::parse(mime.encode()).body() == mime.body(), "the body stays");
    const MessageContent content = parseMessageContent(mime);
    if (const auto *text = std::get_if<TextMessage>(&content)) {
        const MessageContent again = parseMessageContent(encodeText(*text));
        Fuzz::require(std::holds_alternative<TextMessage>(again), "a text stays a text");
        checkPieces(*text);
    }
    return 0;
}
