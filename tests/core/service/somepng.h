#pragma once

#include <QByteArray>
#include <QtEndian>

#include <array>

namespace Test {

/// The head of a PNG, and behind it bytes that mean something elsewhere on the wire: nothing that a program
/// could show. \p size: of all of it, 100 at least.
inline QByteArray somePng(quint32 width, quint32 height, qsizetype size = 100)
{
    std::array<char, 8> sides{};
    qToBigEndian(width, sides.data());
    qToBigEndian(height, sides.data() + 4);
    const QByteArray head = QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16)
        + QByteArray(sides.data(), sides.size()) + QByteArray("\x08\x06\0\0\0\r\n\r\n: ", 11);
    return head.leftJustified(size, '\xFF');
}

/// What the service says to somebody whom the host has given \p png.
inline QByteArray pictureCommand(const QByteArray &png)
{
    const QByteArray payload
        = "MIME-Version: 1.0\r\nContent-Type: application/x-swallowtail-picture\r\n\r\n" + png;
    return "MSG Hotmail Hotmail " + QByteArray::number(payload.size()) + "\r\n" + payload;
}

} // namespace Test
