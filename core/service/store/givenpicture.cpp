#include "core/service/store/givenpicture.h"

#include "core/protocol/servermessage.h"

#include <QtEndian>

namespace Msn {

namespace {

// Signature, length and name of the first chunk, which is IHDR and begins with width and height.
constexpr qsizetype chunkLengthAt = 8;
constexpr qsizetype chunkNameAt = 12;
constexpr qsizetype widthAt = 16;
constexpr qsizetype heightAt = 20;
constexpr qsizetype headBytes = 33; ///< with the rest of that chunk
constexpr quint32 headChunkLength = 13;

quint32 numberAt(const QByteArray &png, qsizetype offset)
{
    return qFromBigEndian<quint32>(png.constData() + offset);
}

bool hasHead(const QByteArray &png)
{
    return hasPngSignature(png) && png.size() >= headBytes && numberAt(png, chunkLengthAt) == headChunkLength
        && png.sliced(chunkNameAt, 4) == "IHDR";
}

} // namespace

PictureFault pictureFault(const QByteArray &png)
{
    if (png.isEmpty())
        return PictureFault::None;
    if (!hasHead(png))
        return PictureFault::NotPng;
    const quint32 width = numberAt(png, widthAt);
    const quint32 height = numberAt(png, heightAt);
    if (width == 0 || height == 0)
        return PictureFault::NotPng;
    if (width > maxGivenPictureSide || height > maxGivenPictureSide)
        return PictureFault::TooLarge;
    return png.size() > maxGivenPictureBytes ? PictureFault::TooManyBytes : PictureFault::None;
}

Outcome givePicture(AccountStore &store, const Address &address, const QByteArray &png)
{
    if (pictureFault(png) != PictureFault::None)
        return Unexpected(makeError(ErrorCode::InvalidArgument));
    if (!store.account(address))
        return Unexpected(makeError(ErrorCode::InvalidArgument, address.toString()));
    store.setPicture(address, png);
    return {};
}

} // namespace Msn
