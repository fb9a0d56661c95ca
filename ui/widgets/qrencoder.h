#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QtPlugin>

namespace Ui {

/// The squares of a QR code, without the white around it.
struct QrSquares
{
    int side = 0; ///< in squares; 21 at least
    QByteArray dark; ///< row by row, one byte a square, 1 for a dark one

    bool isDark(int x, int y) const { return dark.at(qsizetype(y) * side + x) != 0; }

    friend bool operator==(const QrSquares &, const QrSquares &) = default;
};

enum class QrFailure {
    TooLong, ///< it would have more squares than a camera reads from a screen
    Unavailable, ///< this copy of the program has no encoder, or no memory is left
};

/// Makes QR codes. Lives in a plugin, so that its library is loaded with the first code.
class QrEncoder
{
public:
    virtual ~QrEncoder() = default;

    /// \p text: bytes as they are to be read. An empty one is Unavailable.
    virtual Msn::Expected<QrSquares, QrFailure> encode(const QByteArray &text) const = 0;
};

/// Through the plugin, which is loaded by the first call and stays.
Msn::Expected<QrSquares, QrFailure> encodeQrCode(const QByteArray &text);

} // namespace Ui

Q_DECLARE_INTERFACE(Ui::QrEncoder, "org.swallowtail.QrEncoder/1")
