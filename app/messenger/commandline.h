#pragma once

#include "core/base/address.h"
#include "core/protocol/status.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>

#include <optional>

namespace App {

/// What the messenger was asked to do when it was started.
/// Source: design.md, "Command lines".
struct CommandLine
{
    QString profile; ///< empty: the XDG directories
    QString network; ///< name or file; empty: as last time
    Msn::Address account;
    QString passwordFile; ///< `-`: standard input; empty: none
    std::optional<Msn::Status> status;
    QString trafficLog;
    bool minimized = false;
    Msn::Address chatWith; ///< from msnim:chat?contact=ADDRESS
    QString networkLink = {}; ///< msnp:HOST…, see core/protocol/networklink.h

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

/// Reads and explains the command line.
class CommandLineReader
{
    Q_DECLARE_TR_FUNCTIONS(App::CommandLineReader)

public:
    CommandLineReader();

    /// \p arguments with the program's name first. Nothing if they make no sense: error() tells why.
    std::optional<CommandLine> read(const QStringList &arguments);
    const QString &error() const { return m_error; }
    bool wantsHelp() const;
    bool wantsVersion() const;
    QString helpText() const;

private:
    std::optional<CommandLine> fail(const QString &error);
    bool readStatus(CommandLine &line);
    bool readLink(CommandLine &line);

    QCommandLineParser m_parser;
    QCommandLineOption m_help;
    QCommandLineOption m_version;
    QString m_error;
};

/// The address in `msnim:chat?contact=ADDRESS` or `msnp:chat?contact=ADDRESS`; empty if it is no
/// such link.
Msn::Address addressOfLink(const QString &link);
/// It leads to a network: `msnp:HOST…`.
bool isNetworkLink(const QString &link);

} // namespace App
