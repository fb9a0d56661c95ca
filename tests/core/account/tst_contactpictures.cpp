#include "core/account/contactpictures.h"
#include "core/p2p/peercarrier.h"
#include "core/p2p/peerobjects.h"
#include "core/protocol/msnobject.h"
#include "core/protocol/servererror.h"
#include "core/roster/contactlist.h"
#include "tests/support/eventually.h"
#include "tests/support/serverscript.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

namespace {

/// Notes who is asked for something, and answers every message as it is told to.
class NotingCarrier : public PeerCarrier
{
public:
    void send(const Address &to, const QByteArray &, Completion<std::monostate> done) override
    {
        asked.append(to);
        if (m_error.code == ErrorCode::None)
            return; // it is on its way for ever
        QMetaObject::invokeMethod(
            this, [done, error = m_error]() mutable { done(Unexpected(error)); }, Qt::QueuedConnection);
    }
    void release(const Address &) override { }
    void failWith(const Error &error) { m_error = error; }

    QList<Address> asked;

private:
    Error m_error;
};

Address person(int number)
{
    return Address(QStringLiteral("person%1@example.com").arg(number));
}

Error refusal(int serverNumber)
{
    Error error = makeError(ErrorCode::ServerRefused);
    error.serverNumber = serverNumber;
    return error;
}

} // namespace

/// Whose picture is asked for, and when.
class TestContactPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_pictures.reset(); }

    void nobodyBeforeTheStart();
    void atMostFourAtOnce();
    void theSamePictureIsAskedForOnce();
    void whoIsLookedAtComesFirst();
    void failedOneIsTriedAgainLater();
    void pressedServerIsAskedMoreSlowly();
    void nobodyAfterTheEnd();
    void ownEndIsNoFailure();
    void whoComesBackIsAskedAgain();
    void oneTakenAwayMeanwhileIsGone();
    void notFromEverybody_data();
    void notFromEverybody();
    void strangeObjects_data();
    void strangeObjects();

private:
    void begin(const std::function<void(Timing &)> &change = [](Timing &) {});
    Contact contact(int number, const QByteArray &data) const;
    void show(int number, const QByteArray &data);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ContactList> m_contacts;
    std::unique_ptr<NotingCarrier> m_carrier;
    std::unique_ptr<PeerObjects> m_objects;
    std::unique_ptr<ContactPictures> m_pictures;
};

void TestContactPictures::init()
{
    m_pictures.reset();
    m_objects.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_contacts = std::make_unique<ContactList>();
    m_carrier = std::make_unique<NotingCarrier>();
}

void TestContactPictures::begin(const std::function<void(Timing &)> &change)
{
    Timing timing;
    timing.pictureRequests = 5ms;
    change(timing);
    const Address own(QStringLiteral("alice@example.com"));
    m_objects = std::make_unique<PeerObjects>(own, *m_carrier, timing);
    m_pictures = std::make_unique<ContactPictures>(*m_contacts, *m_objects, m_folder->path(), timing);
    m_pictures->start();
}

Contact TestContactPictures::contact(int number, const QByteArray &data) const
{
    Contact contact;
    contact.address = person(number);
    contact.lists = Lists(List::Forward) | List::Allow;
    contact.status = Status::Online;
    contact.pictureObject
        = makeMsnObject(contact.address, MsnObject::Type::DisplayPicture, data, QStringLiteral("x.tmp"), {})
              .xml;
    return contact;
}

void TestContactPictures::show(int number, const QByteArray &data)
{
    m_contacts->setContact(contact(number, data));
}

void TestContactPictures::nobodyBeforeTheStart()
{
    begin();
    m_pictures->stop();
    show(1, "a");
    Test::turnEventLoop();
    QVERIFY(m_carrier->asked.isEmpty());
    m_pictures->start();
    EVENTUALLY(m_carrier->asked == QList<Address>{person(1)});
}

void TestContactPictures::atMostFourAtOnce()
{
    begin();
    for (int i = 0; i < 10; ++i)
        show(i, QByteArray::number(i));
    EVENTUALLY(m_carrier->asked.size() == 4);
    Test::turnEventLoop();
    QCOMPARE(m_carrier->asked.size(), 4);
}

void TestContactPictures::theSamePictureIsAskedForOnce()
{
    begin();
    show(1, "same");
    show(2, "same");
    show(3, "another");
    EVENTUALLY(m_carrier->asked.size() == 2);
    QVERIFY(m_carrier->asked.contains(person(3)));
}

void TestContactPictures::whoIsLookedAtComesFirst()
{
    begin([](Timing &timing) { timing.pictureRequests = 1h; });
    for (int i = 0; i < 5; ++i)
        show(i, QByteArray::number(i));
    m_pictures->hurry(person(3));
    QCOMPARE(m_carrier->asked, QList<Address>{person(3)});
    m_pictures->hurry(person(3)); // is on its way
    m_pictures->hurry(person(99)); // has none
    QCOMPARE(m_carrier->asked.size(), 1);
}

void TestContactPictures::failedOneIsTriedAgainLater()
{
    m_carrier->failWith(makeError(ErrorCode::NobodyThere));
    begin([](Timing &timing) { timing.pictureRetry = 30ms; });
    show(1, "a");
    EVENTUALLY(m_carrier->asked.size() >= 3);
}

/// Regression: on 800 the picture was given up for ten minutes, and the next request came as soon.
void TestContactPictures::pressedServerIsAskedMoreSlowly()
{
    m_carrier->failWith(refusal(tooManyRequests));
    begin([](Timing &timing) { timing.pictureRequestsSlowest = 20ms; });
    show(1, "a");
    EVENTUALLY(m_carrier->asked.size() >= 3); // pictureRetry is ten minutes
}

void TestContactPictures::nobodyAfterTheEnd()
{
    begin([](Timing &timing) { timing.pictureRequests = 1h; });
    show(1, "a");
    m_pictures->stop();
    m_pictures->hurry(person(1));
    QVERIFY(m_carrier->asked.isEmpty());
}

/// Regression: what a lost connection had broken off waited for ten minutes.
void TestContactPictures::ownEndIsNoFailure()
{
    begin();
    show(1, "a");
    EVENTUALLY(m_carrier->asked.size() == 1);
    m_pictures->stop();
    m_objects->cancelAll();
    m_pictures->start();
    EVENTUALLY(m_carrier->asked.size() == 2);
}

/// Regression: who went before their turn and came back with the same picture was never asked.
void TestContactPictures::whoComesBackIsAskedAgain()
{
    begin([](Timing &timing) { timing.pictureRequests = 30ms; });
    show(1, "a");
    Contact away = contact(1, "a");
    away.status = Status::Offline;
    away.pictureObject.clear();
    m_contacts->setContact(away);
    show(2, "b");
    EVENTUALLY(m_carrier->asked == QList<Address>{person(2)});
    show(1, "a");
    EVENTUALLY(m_carrier->asked.contains(person(1)));
}

/// Regression: who had taken their picture away while we were not there kept it.
void TestContactPictures::oneTakenAwayMeanwhileIsGone()
{
    const QByteArray key = PictureCache::keyOf(QCryptographicHash::hash("a", QCryptographicHash::Sha1));
    QVERIFY(PictureCache(m_folder->filePath(QStringLiteral("pictures"))).write(key, "a"));
    KnownPictures known(m_folder->filePath(QStringLiteral("pictures.json")));
    known.set(person(1), key);
    known.save();
    begin();
    QCOMPARE(m_pictures->keyOf(person(1)), key);
    Contact plain = contact(1, "a");
    plain.pictureObject.clear();
    m_contacts->setContact(plain);
    QVERIFY(m_pictures->keyOf(person(1)).isEmpty());
}

void TestContactPictures::notFromEverybody_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<Lists>("lists");
    QTest::newRow("blocked") << Status::Online << (Lists(List::Forward) | List::Block);
    QTest::newRow("a stranger") << Status::Online << (Lists(List::Allow) | List::Reverse);
    QTest::newRow("offline") << Status::Offline << (Lists(List::Forward) | List::Allow);
}

void TestContactPictures::notFromEverybody()
{
    QFETCH(Status, status);
    QFETCH(Lists, lists);
    begin();
    Contact shy = contact(1, "a");
    shy.status = status;
    shy.lists = lists;
    m_contacts->setContact(shy);
    show(2, "b");
    EVENTUALLY(!m_carrier->asked.isEmpty());
    Test::turnEventLoop();
    QCOMPARE(m_carrier->asked, QList<Address>{person(2)});
}

void TestContactPictures::strangeObjects_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("no XML") << QByteArray("hello");
    QTest::newRow("cut") << contact(1, "a").pictureObject.chopped(10);
    QTest::newRow("an emoticon")
        << makeMsnObject(person(1), MsnObject::Type::CustomEmoticon, "a", QStringLiteral("x.tmp"), {}).xml;
    QTest::newRow("far too large")
        << QByteArray(contact(1, "a").pictureObject).replace("Size=\"1\"", "Size=\"4294967296\"");
}

void TestContactPictures::strangeObjects()
{
    QFETCH(QByteArray, xml);
    begin();
    Contact strange = contact(1, "a");
    strange.pictureObject = xml;
    m_contacts->setContact(strange);
    show(2, "b");
    EVENTUALLY(!m_carrier->asked.isEmpty());
    QCOMPARE(m_carrier->asked, QList<Address>{person(2)});
    QVERIFY(m_pictures->keyOf(person(1)).isEmpty());
}

QTEST_GUILESS_MAIN(TestContactPictures)
#include "tst_contactpictures.moc"
