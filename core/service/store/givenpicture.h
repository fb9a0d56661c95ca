#pragma once

#include "core/base/completion.h"
#include "core/service/store/accountstore.h"

namespace Msn {

/// Width and height of a picture that the host gives, at most. Bytes: maxGivenPictureBytes.
inline constexpr quint32 maxGivenPictureSide = 256;

/// Why something is no picture that the host can give.
enum class PictureFault { None, NotPng, TooManyBytes, TooLarge };

/// Looks at the head of the file alone: signature, width and height. Nothing is wrong with an empty one,
/// which is none.
PictureFault pictureFault(const QByteArray &png);

/// Gives \p address a picture, or takes it away where \p png is empty. Nothing is committed here.
/// Errors: InvalidArgument, with the address as subject for somebody who has no account, and without for
/// what is no picture.
Outcome givePicture(AccountStore &store, const Address &address, const QByteArray &png);

} // namespace Msn
