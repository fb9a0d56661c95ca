#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace Msn {

/// Pictures of others on the disk, each in a file named by the SHA-1 of what is in it, in hex: that is its
/// key. Nothing a peer says ever becomes part of a path. Losing it is no loss: all can be fetched again.
/// Source: p2p msnobject.md, "Cache".
class PictureCache
{
public:
    /// An empty \p directory keeps nothing. It is made when it is first needed.
    explicit PictureCache(const QString &directory);

    /// \p sha1 as raw bytes.
    static QByteArray keyOf(const QByteArray &sha1) { return sha1.toHex(); }

    bool contains(const QByteArray &key) const;
    /// Empty if there is none, or what is there has been damaged.
    QByteArray read(const QByteArray &key) const;
    /// False if nothing is kept, or the disk refuses.
    bool write(const QByteArray &key, const QByteArray &data) const;
    /// Forgets all others.
    void keepOnly(const QSet<QByteArray> &keys) const;

private:
    QString pathOf(const QByteArray &key) const;

    QString m_directory;
};

} // namespace Msn
