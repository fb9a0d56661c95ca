#include "core/protocol/servermessage.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes = Fuzz::bytes(data, size);
    const ServerMessage message = parseServerMessage(bytes);
    if (const auto *profile = std::get_if<Profile>(&message)) {
        profile->loginTime();
        profile->clientIp();
        profile->clientPortSwapped();
    }
    if (const auto *mail = std::get_if<InitialMailNotice>(&message))
        Fuzz::require(mail->inboxUnread >= 0 && mail->foldersUnread >= 0, "counts are not negative");
    if (const auto *picture = std::get_if<GivenPicture>(&message))
        Fuzz::require(picture->png.size() <= maxGivenPictureBytes, "a picture is not too large");
    decodeEncodedWords(bytes);
    return 0;
}
