#pragma once

#include "core/base/address.h"
#include "core/protocol/parseerror.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace Msn {

/// The name of a binary object that somebody has: a picture, an emoticon.
/// Wire:   <msnobj Creator="a@b" Size="72" Type="3" Location="x.tmp" Friendly="AAA=" SHA1D="..."
/// SHA1C="..."/> Source: msnobject.md.
struct MsnObject
{
    /// The number on the wire; one that is not in the table becomes Unknown.
    enum class Type {
        Unknown = 0,
        Avatar = 1,
        CustomEmoticon = 2,
        DisplayPicture = 3,
        SharedFile = 4,
        StaticBackground = 5,
        History = 6,
        DynamicPicture = 7,
        Wink = 8,
        MapFile = 9,
        DynamicBackground = 10,
        VoiceClip = 11,
        SavedState = 12,
        RoamingObject = 13,
        SignatureSound = 14,
        Scene = 16,
    };

    static constexpr qsizetype maxXmlBytes = 4096;

    /// Whose it is, by the object's own words: a claim.
    Address creator;
    /// Of the data, in bytes; at least 1.
    qint64 size = 0;
    Type type = Type::Unknown;
    /// A name the owner has chosen. Never a path.
    QString location;
    QString friendly;
    /// SHA-1 of the data, 20 raw bytes.
    QByteArray sha1d;
    /// SHA-1 of the attributes, 20 raw bytes; empty where there is none.
    QByteArray sha1c;
    /// The element as it came, byte for byte: owners compare strings.
    QByteArray xml;

    friend bool operator==(const MsnObject &, const MsnObject &) = default;
};

/// \p xml is one element without children and without a zero byte behind it.
/// Tolerated: any order, attributes we do not know, no Location or Friendly (clients leave them out of
/// pictures), a Friendly that is no base64 (it is empty then), a SHA1C that is missing or wrong (encoders
/// differ). Errors: BadForm for anything but such an element, or more than 4 KiB; MissingField, BadNumber,
/// BadAddress;
///         a SHA1D that is not 20 bytes is BadForm.
/// Source: msnobject.md; security.md §9, §10, §21.
Parsed<MsnObject> parseMsnObject(const QByteArray &xml);

/// The element made of the fields; `xml` and `sha1c` are not looked at, SHA1C is computed.
QByteArray encodeMsnObject(const MsnObject &object);

/// The object that names \p data, its `xml` included.
MsnObject makeMsnObject(const Address &creator, MsnObject::Type type, const QByteArray &data,
    const QString &location, const QString &friendly);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::MsnObject)
