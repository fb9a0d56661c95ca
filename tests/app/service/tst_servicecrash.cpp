#include "core/account/account.h"
#include "core/roster/rostereditor.h"
#include "core/service/store/accountadministration.h"
#include "core/service/store/sqliteaccountstore.h"
#include "tests/app/service/serviceprocess.h"
#include "tests/support/eventually.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Msn;
using namespace Test;

namespace {

const Address alice(QStringLiteral("alice@example.com"));
constexpr int rounds = 6;
constexpr int namesAtOnce = 80;

} // namespace

/// The real program, killed in the middle of its work.
class tst_ServiceCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingThatWasAnsweredIsLost();
    void backupWhileItWorks();
    void commandWaitsForItsTurnToWrite();

private:
    QString file(const char *name) const { return m_data->filePath(QLatin1String(name)); }
    QStringList arguments() const;
    std::unique_ptr<Account> signedIn() const;
    void killAmongChanges(int round, int answersBefore);

    std::unique_ptr<QTemporaryDir> m_data;
    int m_answered = 0; ///< number in the last name whose change was answered
    int m_sent = 0;
};

void tst_ServiceCrash::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    const auto opened = SqliteAccountStore::open(file("accounts.sqlite"));
    QVERIFY(opened);
    SqliteAccountStore &store = **opened;
    AccountAdministration administration(store);
    QVERIFY(administration.create(alice, {}, QStringLiteral("secret"), PasswordCost::least()));
    store.saveGroup(alice, {1, QUuid::createUuid(), FriendlyName(QStringLiteral("0"))});
    QVERIFY(store.commit());
}

/// Renames the group to 1, 2, 3 and so on. Each answer promises that its number, or a later one, is
/// there after the kill; and the list version, which goes up in the same breath, goes with it.
void tst_ServiceCrash::nothingThatWasAnsweredIsLost()
{
    QRandomGenerator random(20);
    for (int round = 0; round < rounds; ++round) {
        killAmongChanges(round, random.bounded(1, namesAtOnce - 10));
        if (QTest::currentTestFailed())
            return;
        const auto opened = SqliteAccountStore::open(file("accounts.sqlite"));
        QVERIFY(opened);
        SqliteAccountStore &store = **opened;
        const int kept = store.groups(alice).constLast().name.text().toInt();
        QVERIFY2(kept >= m_answered, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(m_answered)));
        QVERIFY(kept <= m_sent);
        QCOMPARE(store.account(alice)->listVersion, kept + 1);
        m_sent = kept;
    }
}

QStringList tst_ServiceCrash::arguments() const
{
    return {QStringLiteral("--data"), m_data->path(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1"),
        QStringLiteral("--network-file"), file("network.json")};
}

/// Null if the service does not let her in.
std::unique_ptr<Account> tst_ServiceCrash::signedIn() const
{
    QFile networkFile(file("network.json"));
    const auto network = networkFile.open(QIODevice::ReadOnly) ? parseNetworkFile(networkFile.readAll())
                                                               : parseNetworkFile({});
    if (!network)
        return nullptr;
    AccountOptions options;
    options.reconnects = false;
    auto account = std::make_unique<Account>(*network, alice, options);
    account->signIn(QStringLiteral("secret"), Status::Online);
    const bool isIn = eventually([&account] { return account->state() == Account::State::SignedIn; });
    return isIn ? std::move(account) : nullptr;
}

void tst_ServiceCrash::killAmongChanges(int round, int answersBefore)
{
    ServiceProcess service(arguments());
    QVERIFY2(!service.readyLine().isEmpty(), service.complaint().constData());
    const auto account = signedIn();
    QVERIFY(account);
    const int first = m_sent + 1;
    int answers = 0;
    const GroupId group = account->contacts().groups().constLast().id;
    for (int i = 0; i < namesAtOnce; ++i) {
        const int number = first + i;
        account->editor().renameGroup(
            group, FriendlyName(QString::number(number)), {this, [&, number](const auto &result) {
                                                               if (!result)
                                                                   return;
                                                               m_answered = number;
                                                               if (++answers == answersBefore)
                                                                   service.stop(SIGKILL);
                                                           }});
    }
    m_sent = first + namesAtOnce - 1;
    EVENTUALLY(account->state() == Account::State::SignedOut);
    QVERIFY2(answers >= answersBefore, qPrintable(QStringLiteral("round %1").arg(round)));
}

/// A copy made in the middle of changes is of one moment: name and list version belong together.
void tst_ServiceCrash::backupWhileItWorks()
{
    ServiceProcess service(arguments());
    const auto account = signedIn();
    QVERIFY(account);
    const GroupId group = account->contacts().groups().constLast().id;
    int answers = 0;
    for (int number = 1; number <= 4 * namesAtOnce; ++number)
        account->editor().renameGroup(group, FriendlyName(QString::number(number)),
            {this, [&answers](const auto &result) { answers += result ? 1 : 0; }});
    EVENTUALLY(answers > namesAtOnce / 2);
    const int before = answers;
    QCOMPARE(
        runService({QStringLiteral("backup"), file("copy.sqlite"), QStringLiteral("--data"), m_data->path()})
            .exitCode,
        0);
    EVENTUALLY(answers == 4 * namesAtOnce);
    const auto opened = SqliteAccountStore::open(file("copy.sqlite"));
    QVERIFY(opened);
    SqliteAccountStore &copy = **opened;
    const int kept = copy.groups(alice).constLast().name.text().toInt();
    QVERIFY(kept >= before);
    QCOMPARE(copy.account(alice)->listVersion, kept + 1);
    QVERIFY(copy.passwordHash(alice).matches(QStringLiteral("secret")));
}

/// The service may write without a pause: a command that gave up after a second made the backup fail.
void tst_ServiceCrash::commandWaitsForItsTurnToWrite()
{
    const auto writer = SqliteConnection::open({file("accounts.sqlite")}, SqliteConnection::Access::Write);
    QVERIFY(writer);
    QVERIFY((*writer)->run(QStringLiteral("BEGIN IMMEDIATE")));
    QProcess command;
    command.start(serviceProgram(),
        {QStringLiteral("account"), QStringLiteral("remove"), alice.toString(), QStringLiteral("--data"),
            m_data->path()});
    QVERIFY(!command.waitForFinished(briefPatienceMs + 500));
    QVERIFY((*writer)->run(QStringLiteral("COMMIT")));
    QVERIFY(command.waitForFinished(processTimeoutMs));
    QCOMPARE(command.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_ServiceCrash)

#include "tst_servicecrash.moc"
