#include "core/account/accountpictures.h"
#include "core/chat/conversations.h"
#include "core/protocol/servermessage.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/core/integration/homenetwork.h"
#include "tests/support/eventually.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using Test::HomeNetwork;

/// Display pictures from one client to the other, through the service and two real sockets each.
class TestDisplayPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void reachesTheOther_data();
    void reachesTheOther();
    void oneThatNeedsManyChunks();
    void changesWhileOnline();
    void isTakenAway();
    void staysWhileTheyAreAway();
    void msnp8HasNone();
    void hiddenOneAsksNobody();
    void blockedOneIsNotAsked();
    void comesDuringAConversation();
    void nobodySeesAConversation();
    void givenOneIsShown();
    void givenOneCountsForOneSignIn();
    void ownChoiceComesBeforeTheGivenOne();
    void choiceSurvivesTheProgram();
    void tooLargeIsRefused();

private:
    void begin(ProtocolVersion alices, ProtocolVersion bobs);
    bool meet();
    QByteArray seenByBob() const;
    AccountPictures &alices() const { return m_alice->pictures(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<Account> m_bob;
};

namespace {

/// No picture to look at, but for those who carry it any bytes are as good.
QByteArray picture(char content, qsizetype size = 300)
{
    return QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(size, content);
}

const Address alice = HomeNetwork::address(QStringLiteral("alice"));
const Address bob = HomeNetwork::address(QStringLiteral("bob"));

} // namespace

void TestDisplayPictures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_home = std::make_unique<HomeNetwork>();
    m_home->addAccount(QStringLiteral("alice"), QStringLiteral("Alice"));
    m_home->addAccount(QStringLiteral("bob"), QStringLiteral("Bob"));
    m_home->befriend(QStringLiteral("alice"), QStringLiteral("bob"));
    begin(ProtocolVersion::Msnp9, ProtocolVersion::Msnp9);
}

void TestDisplayPictures::begin(ProtocolVersion alices, ProtocolVersion bobs)
{
    m_alice = m_home->client(QStringLiteral("alice"), alices, m_folder->filePath(QStringLiteral("alice")));
    m_bob = m_home->client(QStringLiteral("bob"), bobs, m_folder->filePath(QStringLiteral("bob")));
}

void TestDisplayPictures::cleanup()
{
    m_bob.reset();
    m_alice.reset();
    m_home.reset();
    m_folder.reset();
}

bool TestDisplayPictures::meet()
{
    return HomeNetwork::signIn(*m_alice) && HomeNetwork::signIn(*m_bob);
}

/// Alice's picture as Bob has it.
QByteArray TestDisplayPictures::seenByBob() const
{
    const ContactPictures &pictures = m_bob->pictures().ofContacts();
    return pictures.cache().read(pictures.keyOf(alice));
}

void TestDisplayPictures::reachesTheOther_data()
{
    QTest::addColumn<ProtocolVersion>("alices");
    QTest::addColumn<ProtocolVersion>("bobs");
    QTest::newRow("9 and 9") << ProtocolVersion::Msnp9 << ProtocolVersion::Msnp9;
    QTest::newRow("10 and 9") << ProtocolVersion::Msnp10 << ProtocolVersion::Msnp9;
    QTest::newRow("9 and 10") << ProtocolVersion::Msnp9 << ProtocolVersion::Msnp10;
    QTest::newRow("10 and 10") << ProtocolVersion::Msnp10 << ProtocolVersion::Msnp10;
}

void TestDisplayPictures::reachesTheOther()
{
    QFETCH(ProtocolVersion, alices);
    QFETCH(ProtocolVersion, bobs);
    begin(alices, bobs);
    QVERIFY(m_alice->pictures().own().choose(picture('a')));
    QVERIFY(m_bob->pictures().own().choose(picture('b')));
    QVERIFY(meet());
    EVENTUALLY(seenByBob() == picture('a'));
    const ContactPictures &seenByAlice = m_alice->pictures().ofContacts();
    EVENTUALLY(seenByAlice.cache().read(seenByAlice.keyOf(bob)) == picture('b'));
}

void TestDisplayPictures::oneThatNeedsManyChunks()
{
    const QByteArray large = picture('l', 40'000);
    QVERIFY(alices().own().choose(large));
    QVERIFY(meet());
    EVENTUALLY(seenByBob() == large);
}

void TestDisplayPictures::changesWhileOnline()
{
    QVERIFY(meet());
    QVERIFY(seenByBob().isEmpty());
    QVERIFY(alices().own().choose(picture('1')));
    EVENTUALLY(seenByBob() == picture('1'));
    QSignalSpy changed(&m_bob->pictures().ofContacts(), &ContactPictures::changed);
    QVERIFY(alices().own().choose(picture('2')));
    EVENTUALLY(seenByBob() == picture('2'));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<Address>(), alice);
    // One that is known already is not fetched again.
    QVERIFY(alices().own().choose(picture('1')));
    EVENTUALLY(seenByBob() == picture('1'));
}

void TestDisplayPictures::isTakenAway()
{
    QVERIFY(alices().own().choose(picture('a')));
    QVERIFY(meet());
    EVENTUALLY(!seenByBob().isEmpty());
    QVERIFY(alices().own().choose({}));
    EVENTUALLY(m_bob->pictures().ofContacts().keyOf(alice).isEmpty());
}

void TestDisplayPictures::staysWhileTheyAreAway()
{
    QVERIFY(alices().own().choose(picture('a')));
    QVERIFY(meet());
    EVENTUALLY(!seenByBob().isEmpty());
    m_alice->signOut();
    EVENTUALLY(!m_bob->contacts().find(alice)->isOnline());
    QCOMPARE(seenByBob(), picture('a'));
    m_bob.reset();
    m_bob = m_home->client(
        QStringLiteral("bob"), ProtocolVersion::Msnp9, m_folder->filePath(QStringLiteral("bob")));
    QCOMPARE(seenByBob(), picture('a')); // before any sign-in
}

void TestDisplayPictures::msnp8HasNone()
{
    begin(ProtocolVersion::Msnp8, ProtocolVersion::Msnp9);
    QVERIFY(alices().own().choose(picture('a')));
    QVERIFY(meet());
    EVENTUALLY(m_bob->contacts().find(alice)->isOnline());
    QVERIFY(m_bob->contacts().find(alice)->pictureObject.isEmpty());
}

void TestDisplayPictures::hiddenOneAsksNobody()
{
    QVERIFY(alices().own().choose(picture('a')));
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QVERIFY(HomeNetwork::signIn(*m_bob, Status::Hidden));
    EVENTUALLY(!m_bob->contacts().find(alice)->pictureObject.isEmpty());
    QVERIFY(m_bob->conversations().all().isEmpty());
    m_bob->setStatus(Status::Online);
    EVENTUALLY(seenByBob() == picture('a'));
}

void TestDisplayPictures::blockedOneIsNotAsked()
{
    QVERIFY(meet());
    bool isBlocked = false;
    m_bob->editor().block(alice, {this, [&isBlocked](const auto &result) { isBlocked = bool(result); }});
    EVENTUALLY(isBlocked);
    QVERIFY(alices().own().choose(picture('a')));
    EVENTUALLY(!m_bob->contacts().find(alice)->pictureObject.isEmpty());
    QVERIFY(m_bob->conversations().all().isEmpty());
}

void TestDisplayPictures::comesDuringAConversation()
{
    QVERIFY(meet());
    Conversation *conversation = m_bob->conversations().with(alice);
    conversation->sendText(QStringLiteral("hello"), {});
    EVENTUALLY(!conversation->isSending());
    QVERIFY(alices().own().choose(picture('a', 20'000)));
    conversation->sendText(QStringLiteral("and again"), {});
    EVENTUALLY(!seenByBob().isEmpty() && !conversation->isSending());
    QCOMPARE(m_bob->conversations().all().size(), 1);
    QCOMPARE(m_alice->conversations().all().constFirst()->messages().size(), 2);
}

void TestDisplayPictures::nobodySeesAConversation()
{
    QSignalSpy bobs(&m_bob->conversations(), &Conversations::conversationAdded);
    QSignalSpy alices(&m_alice->conversations(), &Conversations::conversationAdded);
    QVERIFY(m_alice->pictures().own().choose(picture('a')));
    QVERIFY(meet());
    EVENTUALLY(!seenByBob().isEmpty());
    QVERIFY(bobs.isEmpty());
    QVERIFY(alices.isEmpty());
}

void TestDisplayPictures::givenOneIsShown()
{
    const QByteArray given = picture('g');
    m_home->store.setPicture(alice, given);
    QVERIFY(meet());
    QCOMPARE(alices().own().data(), given);
    EVENTUALLY(seenByBob() == given);
}

void TestDisplayPictures::givenOneCountsForOneSignIn()
{
    m_home->store.setPicture(alice, picture('g'));
    QVERIFY(meet());
    QVERIFY(!alices().own().data().isEmpty());
    m_alice->signOut();
    m_home->store.setPicture(alice, {});
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QVERIFY(alices().own().data().isEmpty());
}

void TestDisplayPictures::ownChoiceComesBeforeTheGivenOne()
{
    m_home->store.setPicture(alice, picture('g'));
    QVERIFY(alices().own().choose({})); // none at all is a choice, too
    QVERIFY(meet());
    QVERIFY(alices().own().data().isEmpty());
    QVERIFY(alices().own().choose(picture('c')));
    EVENTUALLY(seenByBob() == picture('c'));
}

void TestDisplayPictures::choiceSurvivesTheProgram()
{
    AccountOptions options;
    options.pictureFile = m_folder->filePath(QStringLiteral("kept/picture.png"));
    const NetworkDescription network = m_home->description(ProtocolVersion::Msnp9);
    const auto start = [&] { return std::make_unique<Account>(network, alice, options); };
    QVERIFY(start()->pictures().own().choose(picture('a')));
    QCOMPARE(start()->pictures().own().data(), picture('a'));
    QVERIFY(start()->pictures().own().choose({}));
    m_home->store.setPicture(alice, picture('g'));
    m_alice = start();
    QVERIFY(HomeNetwork::signIn(*m_alice));
    QVERIFY(alices().own().data().isEmpty()); // none was wanted
}

void TestDisplayPictures::tooLargeIsRefused()
{
    const Outcome refused = alices().own().choose(picture('x', OwnPicture::maxBytes));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(alices().own().data().isEmpty());
}

QTEST_MAIN(TestDisplayPictures)
#include "tst_displaypictures.moc"
