// The messenger itself, signed in, with a long list and five open conversations: what it weighs, and
// how often it wakes up while nothing happens.
#include "tests/bench/measure.h"
#include "tests/bench/serviceclients.h"
#include "tests/bench/suites.h"

#include "core/protocol/networkdescription.h"
#include "core/service/store/sqliteaccountstore.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace Bench {

namespace {

constexpr int contacts = 600;
constexpr int groups = 30;
constexpr int openTabs = 5;
constexpr double residentLimit = 80;
constexpr int signInTimeoutMs = 30'000;
constexpr int programTimeoutMs = 10'000;
/// For what is done once a while after a start, and for the caret of a field to stop blinking.
constexpr int settlingMs = 15'000;
constexpr int watchedMs = 60'000;
/// In that time: PNG is due, QNG comes; and once more for a kernel that splits what belongs together.
constexpr double keepAliveWakeUps = 4;

QString friendAddress(int number)
{
    return QStringLiteral("friend%1@example.com").arg(number);
}

bool makeAccount(const QString &path)
{
    const auto opened = Msn::SqliteAccountStore::open(path);
    if (!opened)
        return false;
    Msn::SqliteAccountStore &store = **opened;
    Msn::AccountRecord owner;
    owner.address = Msn::Address(QStringLiteral("owner@example.com"));
    owner.name = Msn::FriendlyName(QStringLiteral("Owner"));
    store.saveAccount(owner);
    store.setPasswordHash(
        owner.address, Msn::PasswordHash::make(QStringLiteral("secret"), Msn::PasswordCost::least()));
    for (int number = 1; number <= groups; ++number)
        store.saveGroup(owner.address,
            {number, QUuid::createUuid(), Msn::FriendlyName(QStringLiteral("Group %1").arg(number))});
    for (int number = 0; number < contacts; ++number) {
        Msn::ContactRecord contact;
        contact.address = Msn::Address(friendAddress(number));
        contact.name = Msn::FriendlyName(QStringLiteral("A friend with the number %1").arg(number));
        contact.lists = {Msn::List::Forward, Msn::List::Allow, Msn::List::Reverse};
        contact.groups = {1 + number % groups};
        contact.id = QUuid::createUuid();
        store.saveContact(owner.address, contact);
    }
    return store.commit().has_value();
}

bool writeFile(const QString &name, const QByteArray &text)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray networkFile(const PeerProcess &service, const QByteArray &certificate)
{
    Msn::NetworkDescription network;
    network.name = QStringLiteral("Bench");
    network.dispatch = {QStringLiteral("127.0.0.1"), service.port()};
    network.nexus = QUrl(QStringLiteral("https://127.0.0.1:%1/rdr/pprdr.asp").arg(service.httpsPort()));
    network.certificatePem = certificate;
    return encodeNetworkFile(network);
}

/// swallowtail, with a profile in \p folder.
class Messenger
{
public:
    explicit Messenger(const QTemporaryDir &folder)
        : m_program(QCoreApplication::applicationDirPath() + QStringLiteral("/swallowtail"))
        , m_folder(folder)
    {
    }
    ~Messenger()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(programTimeoutMs))
            m_process.kill();
        m_process.waitForFinished();
    }
    Messenger(const Messenger &) = delete;
    Messenger &operator=(const Messenger &) = delete;

    bool signIn();
    bool openChat(const QString &address) const;
    /// False as soon as it ends.
    bool runsFor(int milliseconds) { return !m_process.waitForFinished(milliseconds); }
    double residentMegabytes() const { return Bench::residentMegabytes(m_process.processId()); }
    QHash<QString, double> wakeUps() const { return Bench::wakeUps(m_process.processId()); }

private:
    QStringList profile() const
    {
        return {QStringLiteral("--profile"), m_folder.filePath(QStringLiteral("profile"))};
    }

    const QString m_program;
    const QTemporaryDir &m_folder;
    QProcess m_process;
};

bool Messenger::signIn()
{
    const QString log = m_folder.filePath(QStringLiteral("traffic.log"));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(m_program,
        profile()
            + QStringList{QStringLiteral("--network"), m_folder.filePath(QStringLiteral("network.json")),
                QStringLiteral("--account"), QStringLiteral("owner@example.com"),
                QStringLiteral("--password-file"), m_folder.filePath(QStringLiteral("password")),
                QStringLiteral("--traffic-log"), log});
    const QDeadlineTimer deadline(signInTimeoutMs);
    while (!contentsOf(log).contains("<- CHG ")) {
        if (deadline.hasExpired() || !runsFor(50))
            return false;
    }
    return true;
}

/// As a link in a browser would.
bool Messenger::openChat(const QString &address) const
{
    QProcess second;
    second.start(m_program, profile() + QStringList{QStringLiteral("msnim:chat?contact=") + address});
    return second.waitForFinished(programTimeoutMs) && second.exitCode() == 0;
}

bool openChats(const Messenger &messenger)
{
    bool all = true;
    for (int number = 0; number < openTabs; ++number)
        all = messenger.openChat(friendAddress(number)) && all;
    return all;
}

} // namespace

void measureIdle(BenchReport &report)
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("accounts.sqlite"));
    if (!makeAccount(database)) {
        std::fprintf(stderr, "idle: the account cannot be made\n");
        return;
    }
    const PeerProcess service({QStringLiteral("service"), database, QStringLiteral("cheap")});
    writeFile(folder.filePath(QStringLiteral("password")), "secret\n");
    writeFile(folder.filePath(QStringLiteral("network.json")),
        networkFile(service, contentsOf(database + QStringLiteral(".pem"))));
    Messenger messenger(folder);
    if (!messenger.signIn() || !openChats(messenger)) {
        std::fprintf(stderr, "idle: the messenger does not sign in or opens no conversation\n");
        return;
    }
    messenger.runsFor(settlingMs);
    report.add({QStringLiteral("resident memory, 600 contacts, five tabs"), messenger.residentMegabytes(),
        QStringLiteral("MB"), QStringLiteral("limit"), residentLimit});
    const QHash<QString, double> before = messenger.wakeUps();
    if (!messenger.runsFor(watchedMs))
        return;
    report.add(
        {QStringLiteral("wake-ups in a minute, signed in"), wakeUpsBetween(before, messenger.wakeUps()),
            QStringLiteral("times"), QStringLiteral("those of the keep-alive"), keepAliveWakeUps});
}

} // namespace Bench
