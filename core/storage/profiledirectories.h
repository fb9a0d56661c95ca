#pragma once

#include "core/base/address.h"

#include <QString>

namespace Msn {

/// Where one profile keeps its things. Nothing is created before somebody writes there.
/// Source: design.md, "Where things live".
struct ProfileDirectories
{
    QString config; ///< settings.json, networks/
    QString data; ///< one folder per account: history, received files, pictures
    QString cache; ///< one folder per account: what can be fetched again
    QString state; ///< logs

    /// Everything in \p directory, as `--profile` asks.
    static ProfileDirectories inside(const QString &directory);
    /// The XDG directories, each with the folder `swallowtail`.
    static ProfileDirectories standard();

    QString settingsFile() const;
    QString networks() const;
    QString accountData(const Address &address, const QString &network) const;
    /// What the person has noted about the people on this account's list.
    QString annotationsFile(const Address &address, const QString &network) const;
    /// Everything that was said on this account.
    QString historyFile(const Address &address, const QString &network) const;
    /// The display picture that the person has chosen on this account.
    QString pictureFile(const Address &address, const QString &network) const;
    /// Dated copies of the contact list.
    QString contactListCopies(const Address &address, const QString &network) const;
    QString accountCache(const Address &address, const QString &network) const;
};

/// `address@network` as the name of a folder: lower case, anything that a file system could take
/// amiss percent-encoded, at most 200 characters.
QString accountFolderName(const Address &address, const QString &network);

} // namespace Msn
