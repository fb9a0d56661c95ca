#pragma once

#include "core/base/address.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace Msn {
class AccountPictures;
}

namespace Ui {

/// The picture of \p address for what cannot wait for it: read on this thread, and none if it is larger than
/// those that people exchange.
QImage pictureAtOnce(Msn::AccountPictures &pictures, const Msn::Address &address);

/// The display pictures of an account, as they are drawn: read and decoded on a thread of their own when they
/// are first drawn. As many are kept as fill a list and some windows.
class PictureBook : public QObject
{
    Q_OBJECT

public:
    /// \p pictures must outlive it.
    explicit PictureBook(Msn::AccountPictures &pictures, QObject *parent = nullptr);
    /// Waits for what is being decoded.
    ~PictureBook() override;

    /// Null if there is none, or it is still being read: changed() follows then.
    QImage of(const Msn::Address &address);
    QImage own();
    /// changed() will follow for somebody.
    bool isReading() const { return !m_underWay.isEmpty(); }

Q_SIGNALS:
    void changed(const Msn::Address &address);
    void ownChanged();
    /// From the decoding thread, for this object alone.
    void decoded(const QByteArray &key, const QImage &image, QPrivateSignal);

private:
    void decode(const QByteArray &key);
    void keep(const QByteArray &key, const QImage &image);

    Msn::AccountPictures &m_pictures;
    QCache<QByteArray, QImage> m_images; ///< by key; cost in bytes
    QMultiHash<QByteArray, Msn::Address> m_underWay; ///< who waits for which
    QSet<QByteArray> m_unreadable;
    QByteArray m_ownData;
    QImage m_own;
    QThreadPool m_thread;
};

} // namespace Ui
