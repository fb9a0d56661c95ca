#include "core/protocol/msnobject.h"
#include "core/protocol/peerchunk.h"
#include "core/protocol/slpmessage.h"
#include "core/protocol/strictvalues.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

namespace {

void checkObject(const QByteArray &xml)
{
    const auto object = parseMsnObject(xml);
    if (!object)
        return;
    Fuzz::require(object->xml == xml, "the object is kept as it came");
    Fuzz::require(object->size > 0 && object->sha1d.size() == 20, "an object is whole");
    const auto again = parseMsnObject(encodeMsnObject(*object));
    // Escapes and another Friendly may make it longer than what is read.
    Fuzz::require(!again || again->sha1d == object->sha1d, "what it names stays");
}

void checkText(const QByteArray &text)
{
    const auto message = parseSlpMessage(text);
    if (!message)
        return;
    Fuzz::require((message->method == SlpMessage::Method::Response) == (message->status != 0),
        "a response has a status, a request has none");
    const auto again = parseSlpMessage(encodeSlpMessage(*message));
    Fuzz::require(!again || again->callId == message->callId, "the call stays");
    if (const auto context = decodeStrictBase64(message->field("Context")))
        checkObject(context->split('\0').constFirst());
}

void checkChunk(const QByteArray &payload)
{
    const auto chunk = parsePeerChunk(payload);
    if (!chunk)
        return;
    const PeerHeader &header = chunk->header;
    Fuzz::require(static_cast<quint64>(chunk->data.size()) == header.chunkSize, "the chunk is there");
    Fuzz::require(header.offset <= header.totalSize && header.chunkSize <= header.totalSize - header.offset,
        "the chunk lies within the message");
    const auto again = parsePeerChunk(encodePeerChunk(*chunk));
    Fuzz::require(again && again->header == header && again->data == chunk->data, "a chunk stays");
    checkText(chunk->data);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray input = Fuzz::bytes(data, size);
    checkChunk(input);
    checkText(input);
    checkObject(input);
    return 0;
}
