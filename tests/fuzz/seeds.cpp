// Cuts tests/data into one folder of seeds per fuzz target.

#include "core/protocol/servermessage.h"
#include "tests/support/capture.h"
#include "tests/support/commands.h"
#include "tests/support/goldenpeer.h"
#include "tests/support/testdata.h"
#include "tests/support/transcript.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace {

class SeedFolders
{
public:
    explicit SeedFolders(const QString &root)
        : m_root(root)
    {
    }

    /// Equal seeds become one file.
    void add(const QString &target, const QByteArray &seed) const
    {
        const QString folder = m_root + QStringLiteral("/fuzz_") + target;
        QDir().mkpath(folder);
        const QByteArray name = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
        QFile file(folder + u'/' + QString::fromLatin1(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            qFatal("cannot write a seed into %s", qPrintable(folder));
    }

private:
    QString m_root;
};

void addStream(const SeedFolders &seeds, const QByteArray &stream)
{
    seeds.add(QStringLiteral("commandreader"), stream);
    seeds.add(QStringLiteral("contactlist"), stream);
    seeds.add(QStringLiteral("session"), stream);
}

void addHeaders(const SeedFolders &seeds, const QByteArray &http)
{
    const QByteArrayList lines = http.split('\n');
    for (const QByteArray &line : lines) {
        if (line.contains("assport"))
            seeds.add(QStringLiteral("passport"), line.mid(line.indexOf(':') + 1).trimmed());
    }
}

void addStreams(const SeedFolders &seeds, Test::Sender sender)
{
    const QStringList transcripts = Test::Transcript::names();
    for (const QString &name : transcripts) {
        const auto connections = Test::Transcript::load(name).connections();
        for (const auto &connection : connections)
            connection.isHttp() ? addHeaders(seeds, connection.sentBy(sender))
                                : addStream(seeds, connection.sentBy(sender));
    }
    const QStringList captures = Test::Capture::names();
    for (const QString &name : captures) {
        const Test::Capture capture = Test::Capture::load(name);
        for (const auto &connection : capture.connections())
            connection.isHttp ? addHeaders(seeds, connection.sentBy(sender))
                              : addStream(seeds, connection.sentBy(sender));
    }
}

void addPayloads(const SeedFolders &seeds, Test::Sender sender)
{
    const auto recorded = Test::recordedCommands(sender);
    for (const auto &entry : recorded) {
        for (const QByteArray &argument : entry.command.args)
            seeds.add(QStringLiteral("percentencoding"), argument);
        if (!entry.command.payload)
            continue;
        seeds.add(QStringLiteral("messagecontent"), *entry.command.payload);
        seeds.add(QStringLiteral("servermessage"), *entry.command.payload);
    }
}

void addOthers(const SeedFolders &seeds)
{
    seeds.add(QStringLiteral("textformat"), "FN=Segoe%20UI; EF=BISU; CO=a5ff; CS=86; PF=22; RL=1");
    seeds.add(QStringLiteral("servermessage"), "=?UTF-8?B?QsO4Yg==?= =?ISO-8859-1?Q?caf=E9_?=");
    seeds.add(QStringLiteral("servermessage"), Msn::encodeGivenPicture({"\x89PNG\r\n\x1A\n\r\n\r\n"}));
    seeds.add(QStringLiteral("networkannouncement"),
        "\x09txtvers=1\x09name=Home\x47sha256=" + QByteArray(64, 'a') + "\x0Ahttps=8443\x09gateway=1");
    seeds.add(QStringLiteral("networkdescription"),
        R"({"name": "Home", "dispatch": {"host": "192.0.2.1", "port": 1863, "security": "tls"},)"
        R"( "passport": {"nexus": "https://192.0.2.1:8443/rdr/pprdr.asp"}, "protocols": ["MSNP9"]})");
}

void addPeerMessages(const SeedFolders &seeds)
{
    namespace GoldenPeer = Test::GoldenPeer;
    const QString target = QStringLiteral("peermessage");
    for (const GoldenPeer::Row &row : GoldenPeer::rows()) {
        seeds.add(target, GoldenPeer::payload(row));
        seeds.add(target, GoldenPeer::content(row));
    }
    seeds.add(target, GoldenPeer::object());
    seeds.add(target, GoldenPeer::longInvite());
}

void addLogs(const SeedFolders &seeds)
{
    QDirIterator files(Test::dataPath(QStringLiteral("history")), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            seeds.add(QStringLiteral("historyimport"), file.readAll());
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const SeedFolders seeds(QString::fromLocal8Bit(argv[1]));
    for (const Test::Sender sender : {Test::Sender::Client, Test::Sender::Server}) {
        addStreams(seeds, sender);
        addPayloads(seeds, sender);
    }
    addOthers(seeds);
    addPeerMessages(seeds);
    addLogs(seeds);
    return 0;
}
