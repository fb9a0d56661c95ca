#pragma once

#include "core/base/address.h"
#include "core/service/store/accountcare.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace App {

/// swallowtail-service serve [...]
struct ServeArguments
{
    QString dataPath;
    /// Absent: all interfaces, or loopback for the demo, whose password everybody knows.
    std::optional<QHostAddress> listenAddress;
    // Absent: as the network has been hosted so far (hostingchoices.h).
    std::optional<quint16> port;
    std::optional<quint16> tlsPort;
    std::optional<quint16> httpsPort;
    QString name;
    QString networkFile;
    bool takesOldClients = false;
    bool announces = false;
    bool demo = false;

    QHostAddress effectiveListenAddress() const;
};

/// swallowtail-service account add|password|remove|list
struct AccountArguments
{
    enum class Action { Add, Password, Remove, List };
    Action action = Action::List;
    QString dataPath;
    Msn::Address address;
    QString name;
};

/// swallowtail-service account care
struct CareArguments
{
    QString dataPath;
    Msn::Address address;
    // Absent: stays as it is.
    std::optional<bool> asks;
    std::optional<bool> takesFiles;
    bool setsQuiet = false;
    std::optional<Msn::QuietHours> quiet; ///< absent: none from now on
    QList<Msn::Address> approved;
    QList<Msn::Address> refused;
};

/// swallowtail-service account picture
struct PictureArguments
{
    QString dataPath;
    Msn::Address address;
    QString file; ///< empty: none from now on
};

/// swallowtail-service network
struct NetworkArguments
{
    QString dataPath;
};

/// swallowtail-service group add|everybody|remove|list
struct GroupArguments
{
    enum class Action { Add, Everybody, Remove, List };
    Action action = Action::List;
    QString dataPath;
    QString name;
    QList<Msn::Address> people;
};

/// swallowtail-service backup
struct BackupArguments
{
    QString dataPath;
    QString file;
};

/// swallowtail-service stats
struct StatsArguments
{
    QString dataPath;
    bool json = false;
};

/// Something to print instead of doing anything.
struct HelpText
{
    QString text;
};

/// Why the command line makes no sense.
struct UsageError
{
    QString message;
};

using CommandLine = std::variant<ServeArguments, AccountArguments, CareArguments, PictureArguments,
    GroupArguments, NetworkArguments, BackupArguments, StatsArguments, HelpText, UsageError>;

/// \p arguments: with the program's name in front.
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace App
