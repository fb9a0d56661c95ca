#pragma once

#include <QtGlobal>

namespace Msn {

/// What a client can do: low 28 bits; its generation: top 4 bits. Unsigned decimal on the wire.
/// Source: presence.md §4.
struct ClientId
{
    enum Capability : quint32 {
        Mobile = 0x00000001,
        InkAsGif = 0x00000004,
        InkAsIsf = 0x00000008,
        Webcam = 0x00000010,
        MultiPacket = 0x00000020, ///< reassembles chunked messages
        MobileDevice = 0x00000040,
        WebMessenger = 0x00000200,
        Winks = 0x00008000,
        Bot = 0x00020000,
        VoiceClips = 0x00040000,
    };

    quint32 value = 0;

    /// 0 = before MSN 6; 1 = 6.0, 2 = 6.1, 3 = 6.2, 4 = 7.0 (nudges), 5 = 7.5 ...
    int generation() const { return static_cast<int>(value >> 28); }
    bool has(Capability capability) const { return (value & capability) != 0; }

    static ClientId make(int generation, quint32 capabilities)
    {
        return {(static_cast<quint32>(generation) << 28) | (capabilities & 0x0FFFFFFF)};
    }
    friend bool operator==(const ClientId &, const ClientId &) = default;
};

} // namespace Msn
