#include "app/messenger/listcopykeeper.h"
#include "core/account/account.h"
#include "core/listcopies/listcopies.h"
#include "core/storage/contactannotations.h"
#include "tests/core/integration/homenetwork.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace App;
using namespace Msn;
using Test::HomeNetwork;

class TestListCopyKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTheListOnceItIsComplete();
    void keepsNothingWhileSignedOut();
    void saysWhatCannotBeWritten();

private:
    QString path() const { return m_directory->filePath(QStringLiteral("contacts")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_alice;
    ContactAnnotations m_annotations{QString()};
};

void TestListCopyKeeper::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_home = std::make_unique<HomeNetwork>();
    m_home->addAccount(QStringLiteral("alice"), QStringLiteral("Alice"));
    m_home->addAccount(QStringLiteral("bob"), QStringLiteral("Bob"));
    m_home->befriend(QStringLiteral("alice"), QStringLiteral("bob"));
    m_alice = m_home->client(QStringLiteral("alice"), ProtocolVersion::Msnp10);
}

void TestListCopyKeeper::cleanup()
{
    m_alice.reset();
    m_home.reset();
}

void TestListCopyKeeper::keepsTheListOnceItIsComplete()
{
    ListCopyKeeper keeper;
    keeper.follow(*m_alice, m_annotations, path());
    QVERIFY(HomeNetwork::signIn(*m_alice));
    const QList<ListCopy> copies = ListCopies(path()).copies();
    QCOMPARE(copies.size(), 1);
    const ListedContacts kept = ListCopies::read(copies.constFirst()).contacts;
    QCOMPARE(kept.people.size(), 1);
    QCOMPARE(kept.people.constFirst().address, HomeNetwork::address(QStringLiteral("bob")));
}

void TestListCopyKeeper::keepsNothingWhileSignedOut()
{
    ListCopyKeeper keeper;
    keeper.follow(*m_alice, m_annotations, path());
    m_alice->signOut();
    QVERIFY(ListCopies(path()).copies().isEmpty());
}

void TestListCopyKeeper::saysWhatCannotBeWritten()
{
    QFile inTheWay(path());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    ListCopyKeeper keeper;
    QSignalSpy failed(&keeper, &ListCopyKeeper::failed);
    keeper.follow(*m_alice, m_annotations, path());
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::StorageFailed);
}

QTEST_GUILESS_MAIN(TestListCopyKeeper)

#include "tst_listcopykeeper.moc"
