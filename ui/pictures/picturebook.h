#pragma once

#include "ui/pictures/pictures.h"

#include <QCache>
#include <QHash>
#include <QSet>
#include <QThreadPool>

namespace Msn {
class AccountPictures;
}

namespace Ui {

/// The picture of \p address for what cannot wait for it: read on this thread, and none if it is larger than
/// those that people exchange.
QImage pictureAtOnce(Msn::AccountPictures &pictures, const Msn::Address &address);

/// The pictures of an account, read and decoded on a thread of their own when they are first drawn. As many
/// are kept as fill a list and some windows.
class PictureBook : public Pictures
{
    Q_OBJECT

public:
    /// \p pictures must outlive it.
    explicit PictureBook(Msn::AccountPictures &pictures, QObject *parent = nullptr);
    /// Waits for what is being decoded.
    ~PictureBook() override;

    QImage of(const Msn::Address &address) override;
    QImage own() override;
    /// changed() will follow for somebody.
    bool isReading() const { return !m_underWay.isEmpty(); }

Q_SIGNALS:
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
