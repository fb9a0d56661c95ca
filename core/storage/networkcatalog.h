#pragma once

#include "core/protocol/networkdescription.h"

#include <QObject>

namespace Msn {

/// A network to choose on the sign-in page.
struct KnownNetwork
{
    enum class Source {
        Demo, ///< the service inside this program; where it listens is known only once it runs
        BuiltIn, ///< came with the program
        Own, ///< added by the person, lies in the profile
        Given, ///< named on the command line, for this run only
    };

    NetworkDescription description;
    Source source = Source::BuiltIn;
    /// Who runs it, in their own words; may be empty. Keys `operator` and `website` of the file.
    QString operatedBy;
    QUrl website;
    /// Own only.
    QString file;

    friend bool operator==(const KnownNetwork &, const KnownNetwork &) = default;
};

/// Why a network file was not taken.
struct NetworkImportError
{
    enum class Code {
        CannotRead, ///< `detail`: the system's words
        Invalid, ///< `parse` names the key
        CannotStore, ///< `detail`: the system's words
    };
    Code code = Code::CannotRead;
    NetworkFileError parse;
    QString file;
    QString detail;
};

/// All networks this profile knows: the demo, those that came with the program, and the person's
/// own, which hide others of the same name. Networks are data: nothing here knows any of them.
class NetworkCatalog : public QObject
{
    Q_OBJECT

public:
    /// Name of the demo network in settings and on the command line; never shown.
    static QString demoName();

    /// \p builtInDirectory and \p ownDirectory hold *.json; files that are not valid are skipped
    /// and logged. An empty \p ownDirectory keeps additions in memory.
    NetworkCatalog(const QString &builtInDirectory, const QString &ownDirectory, QObject *parent = nullptr);

    const QList<KnownNetwork> &networks() const { return m_networks; }
    /// Nullptr if unknown; case does not matter. Valid until changed().
    const KnownNetwork *find(const QString &name) const;

    /// Reads a network file and keeps a copy in the profile.
    Expected<KnownNetwork, NetworkImportError> import(const QString &file);
    /// Reads a network file for this run only.
    Expected<KnownNetwork, NetworkImportError> useOnce(const QString &file);
    /// The same for the bytes of one; \p origin stands for the file in an error.
    Expected<KnownNetwork, NetworkImportError> importBytes(const QByteArray &json, const QString &origin);
    /// One that was typed in.
    Expected<KnownNetwork, NetworkImportError> add(const NetworkDescription &network);
    /// A network file to give to somebody; empty for an unknown network and for the demo.
    QByteArray fileOf(const QString &name) const;
    /// Removes one of the person's own; one that came with the program shows again.
    void remove(const QString &name);
    /// From now on \p name is trusted by this certificate (SHA-256, 32 bytes) and no other.
    void pinCertificate(const QString &name, const QByteArray &sha256);
    /// No longer: the next sign-in asks again.
    void forgetCertificate(const QString &name) { pinCertificate(name, {}); }

Q_SIGNALS:
    void changed();

private:
    void loadDirectory(const QString &directory, KnownNetwork::Source source);
    Expected<KnownNetwork, NetworkImportError> keep(Expected<KnownNetwork, NetworkImportError> network);
    void put(const KnownNetwork &network);
    Expected<void, NetworkImportError> store(KnownNetwork &network);

    const QString m_builtInDirectory;
    const QString m_ownDirectory;
    QList<KnownNetwork> m_networks;
};

} // namespace Msn
