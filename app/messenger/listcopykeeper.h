#pragma once

#include "core/base/error.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace Msn {
class Account;
class ContactAnnotations;
} // namespace Msn

namespace App {

/// Keeps a dated copy of each account's contact list: when it has signed in, and each night.
class ListCopyKeeper : public QObject
{
    Q_OBJECT

public:
    explicit ListCopyKeeper(QObject *parent = nullptr);

    /// From now on until \p account is gone. \p annotations must live as long as it; \p directory is where
    /// the copies go.
    void follow(Msn::Account &account, const Msn::ContactAnnotations &annotations, const QString &directory);

Q_SIGNALS:
    /// A copy could not be written; the ones before it stay.
    void failed(const Msn::Error &error);

private:
    struct Followed
    {
        Msn::Account *account;
        const Msn::ContactAnnotations *annotations;
        QString directory;
    };
    void keep(const Followed &followed);
    void waitForNight();

    QList<Followed> m_followed;
    QTimer m_nightly;
};

} // namespace App
