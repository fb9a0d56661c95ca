#include "app/messenger/importtargets.h"
#include "app/messenger/sessions.h"
#include "core/history/historystore.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/savedaccounts.h"
#include "core/storage/settings.h"
#include "tests/support/eventually.h"
#include "tests/ui/signin/memorysecretstore.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

/// An import reaches the histories of accounts that nobody is signed in to.
class TestImportTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsRememberedAccounts();
    void opensAHistoryWithItsFirstLines();
    void endsWhereAHistoryGoes();

private:
    HistoryOwner saved(const QString &address, const QString &network);

    const QTemporaryDir m_folder;
    const ProfileDirectories m_directories = ProfileDirectories::inside(m_folder.path());
    Settings m_settings{QString()};
    MemorySecretStore m_secrets;
    ConnectionChoices m_connection{m_settings, m_secrets};
    NetworkCatalog m_networks{{}, m_directories.networks()};
    App::NetworkAccess m_access{m_networks, {}};
    App::Sessions m_sessions{m_directories, m_access, m_connection, nullptr};
    App::ImportTargets m_targets{m_sessions, m_settings, m_directories};
};

namespace {

QList<HistoryEntry> oneLine()
{
    HistoryEntry entry;
    entry.with = entry.sender = Address(QStringLiteral("bob@example.com"));
    entry.time = QDateTime(QDate(2024, 5, 1), QTime(8, 0), Qt::UTC);
    entry.text = QStringLiteral("said");
    return {entry};
}

} // namespace

HistoryOwner TestImportTargets::saved(const QString &address, const QString &network)
{
    SavedAccounts(m_settings).remember({Address(address), network});
    return {Address(address), network};
}

void TestImportTargets::knowsRememberedAccounts()
{
    const HistoryOwner home = saved(QStringLiteral("ana@example.com"), QStringLiteral("Home"));
    const HistoryOwner club = saved(QStringLiteral("ana@example.com"), QStringLiteral("Club"));
    const QList<HistoryOwner> owners = m_targets.owners(club);
    QCOMPARE(owners.size(), 2);
    QCOMPARE(owners.at(0), club);
    QVERIFY(owners.contains(home));
}

void TestImportTargets::opensAHistoryWithItsFirstLines()
{
    const HistoryOwner owner = saved(QStringLiteral("eve@example.net"), QStringLiteral("Home"));
    const QString file = m_directories.historyFile(owner.account, owner.network);
    QVERIFY(!QFileInfo::exists(file));
    for (const int expected : {1, 0}) {
        std::optional<int> added;
        m_targets.import(
            owner, oneLine(), {this, [&added](const auto &count) { added = count.value_or(-1); }});
        EVENTUALLY(added.has_value());
        QCOMPARE(*added, expected);
        m_targets.close();
    }
    QVERIFY(QFileInfo::exists(file));
}

void TestImportTargets::endsWhereAHistoryGoes()
{
    const HistoryOwner owner = saved(QStringLiteral("joe@example.net"), QStringLiteral("Home"));
    std::optional<ErrorCode> code;
    m_targets.import(owner, oneLine(), {this, [&code](const Expected<int, Error> &count) {
                                            code = count ? ErrorCode::None : count.error().code;
                                        }});
    m_targets.close();
    EVENTUALLY(code.has_value());
    QVERIFY(*code == ErrorCode::Cancelled || *code == ErrorCode::None);
}

QTEST_GUILESS_MAIN(TestImportTargets)

#include "tst_importtargets.moc"
