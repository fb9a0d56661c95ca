#pragma once

#include "core/base/completion.h"
#include "core/service/security/servercertificate.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace App {

/// The folder a service keeps its things in.
class DataDirectory
{
public:
    /// Empty: the XDG data directory.
    explicit DataDirectory(const QString &path);

    const QString &path() const { return m_path; }
    /// The database.
    QString accountsFile() const;
    /// Where accounts were before there was a database.
    QString oldAccountsFile() const;
    /// How the network is hosted (hostingchoices.h).
    QString choicesFile() const;
    /// What a running service has written last; for `network`.
    QString networkFile() const;
    /// The same for `stats`.
    QString statisticsFile() const;

    /// Makes the folder, readable by its owner only. Errors: StorageFailed.
    Msn::Outcome create() const;
    /// Makes the folder. Held by whoever serves this network, so that nobody else does; given up with the
    /// program. Errors: StorageBusy with the folder as subject and the other program as detail;
    /// StorageFailed.
    Msn::Expected<std::unique_ptr<QLockFile>, Msn::Error> lock() const;

    /// What is in the files of the certificate; empty without them.
    Msn::ServerCertificate storedCertificate() const;
    /// Errors: StorageFailed.
    Msn::Outcome storeCertificate(const Msn::ServerCertificate &certificate) const;
    /// The certificate of this service, kept so that messengers which trust it go on doing so, wherever this
    /// computer is by then. A new one, for this computer and \p hosts, is made if there is none or it has
    /// expired.
    /// Errors: StorageFailed, TlsHandshakeFailed.
    Msn::Expected<Msn::ServerCertificate, Msn::Error> certificate(const QStringList &hosts) const;

private:
    QString file(const char *name) const;

    QString m_path;
};

/// Replaces \p path whole or not at all. Errors: StorageFailed with the path as subject.
Msn::Outcome writeFile(const QString &path, const QByteArray &bytes, bool secret);

} // namespace App
