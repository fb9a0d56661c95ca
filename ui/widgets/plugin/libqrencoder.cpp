#include "ui/widgets/plugin/libqrencoder.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>

namespace Ui {

namespace {

/// 97 squares a side, 666 bytes: three pixels a square on a small window, which cameras still read.
constexpr int largestVersion = 20;
constexpr int mostBytes = 666;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

} // namespace

Msn::Expected<QrSquares, QrFailure> LibQrEncoder::encode(const QByteArray &text) const
{
    if (text.size() > mostBytes)
        return Msn::Unexpected(QrFailure::TooLong);
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    // Version 0: the smallest that holds it.
    const Code code(QRcode_encodeData(int(text.size()), bytes, 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return Msn::Unexpected(errno == ERANGE ? QrFailure::TooLong : QrFailure::Unavailable);
    if (code->version > largestVersion)
        return Msn::Unexpected(QrFailure::TooLong);
    QrSquares squares{code->width, QByteArray(qsizetype(code->width) * code->width, 0)};
    for (qsizetype i = 0; i < squares.dark.size(); ++i)
        squares.dark[i] = char(code->data[i] & 1); // the other bits say what the square is for
    return squares;
}

} // namespace Ui
