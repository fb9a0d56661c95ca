#include "app/desktop/accountlist.h"
#include "app/desktop/buscontact.h"
#include "app/desktop/busservice.h"
#include "app/desktop/conversationplaces.h"
#include "core/chat/conversations.h"
#include "tests/app/desktop/privatebus.h"
#include "tests/support/session.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSignalSpy>
#include <QTest>

using namespace App;
using namespace Msn;
using Test::PrivateBus;

namespace {

const Address bob = Test::address(Test::bob);

class FakePlaces : public ConversationPlaces
{
    Q_OBJECT

public:
    bool isInFront(Conversation &) const override { return false; }
    void present(Account &, Conversation &, const QByteArray &) override { }
    void open(Account &, const Address &address, const QByteArray &) override { opened.append(address); }
    void presentList(const QByteArray &) override { ++lists; }
    void flash(Conversation &) override { }

    QList<Address> opened;
    int lists = 0;
};

/// Another program that listens.
class Listener : public QObject
{
    Q_OBJECT

public:
    QList<QStringList> heard;

public Q_SLOTS:
    void handleMessage(
        const QString &account, const QString &address, const QString &name, const QString &text)
    {
        heard.append({account, address, name, text});
    }
    void handlePresence(const QString &account, const QString &address, const QString &status)
    {
        heard.append({account, address, status});
    }
    void handleStatus(const QString &account, const QString &status) { heard.append({account, status}); }
};

} // namespace

/// The interface as another program of the same person sees it.
class TestBusService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void status();
    void setStatus();
    void setStatusRefuses_data();
    void setStatusRefuses();
    void accountsAndContacts();
    void complaint34_sendAnswersWhenDelivered();
    void sendSaysWhyItFailed_data();
    void sendSaysWhyItFailed();
    void sendFromAnAccount();
    void opens();
    void opensNetworks();
    void tellsOfMessagesAndPresence();
    void canBeSwitchedOff();
    void secondProfileGetsANameOfItsOwn();
    void nobodySignedIn();

private:
    QDBusMessage call(const QString &method, const QVariantList &arguments = {});
    QDBusPendingCall start(const QString &method, const QVariantList &arguments = {});
    Account &account() { return m_session->account(); }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<Test::Session> m_session;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<FakePlaces> m_places;
    std::unique_ptr<BusService> m_service;
    std::unique_ptr<QDBusConnection> m_other;
};

void TestBusService::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->error().isEmpty(), qPrintable(m_bus->error()));
    m_session = std::make_unique<Test::Session>();
    QVERIFY(m_session->signIn());
    m_accounts = std::make_unique<AccountList>();
    m_places = std::make_unique<FakePlaces>();
    m_accounts->add({&account(), QStringLiteral("Home"), QStringLiteral("Home")});
    m_service
        = std::make_unique<BusService>(m_bus->connect(QStringLiteral("messenger")), *m_accounts, *m_places);
    m_service->setEnabled(true);
    QCOMPARE(m_service->name(), QStringLiteral("org.swallowtail.Messenger"));
    m_other = std::make_unique<QDBusConnection>(m_bus->connect(QStringLiteral("script")));
}

void TestBusService::cleanup()
{
    m_service.reset();
    m_session.reset();
    m_other.reset();
    m_bus.reset();
}

QDBusPendingCall TestBusService::start(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        BusService::serviceName(), BusService::objectPath(), BusService::serviceName(), method);
    message.setArguments(arguments);
    return m_other->asyncCall(message);
}

/// Both ends live on this thread, so nobody may wait for the answer without an event loop.
QDBusMessage TestBusService::call(const QString &method, const QVariantList &arguments)
{
    QDBusPendingCallWatcher watcher(start(method, arguments));
    QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
    if (!watcher.isFinished() && !finished.wait())
        return {};
    return watcher.reply();
}

void TestBusService::status()
{
    QCOMPARE(call(QStringLiteral("Status")).arguments(), QVariantList{QStringLiteral("online")});
}

void TestBusService::setStatus()
{
    QCOMPARE(call(QStringLiteral("SetStatus"), {QStringLiteral("busy")}).type(), QDBusMessage::ReplyMessage);
    QVERIFY(m_session->play("C CHG 9 BSY 268435488\\r\\n\nS CHG 9 BSY 268435488\\r\\n"));
    QTRY_COMPARE(account().status(), Status::Busy);
    QCOMPARE(call(QStringLiteral("Status")).arguments(), QVariantList{QStringLiteral("busy")});
}

void TestBusService::setStatusRefuses_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("nonsense") << QStringLiteral("sleepy");
    QTest::newRow("empty") << QString();
    QTest::newRow("offline is no status to choose") << QStringLiteral("offline");
}

void TestBusService::setStatusRefuses()
{
    QFETCH(QString, word);
    const QDBusMessage answer = call(QStringLiteral("SetStatus"), {word});
    QCOMPARE(answer.errorName(), QStringLiteral("org.swallowtail.Messenger.Error.BadStatus"));
    QVERIFY(answer.errorMessage().contains(QLatin1String("online")));
}

void TestBusService::accountsAndContacts()
{
    const QDBusMessage accounts = call(QStringLiteral("Accounts"));
    QCOMPARE(accounts.signature(), QStringLiteral("a(sss)"));
    const auto list = qdbus_cast<BusAccountList>(accounts.arguments().constFirst());
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.constFirst().address, QString::fromUtf8(Test::alice));
    QCOMPARE(list.constFirst().network, QStringLiteral("Home"));
    QCOMPARE(list.constFirst().status, QStringLiteral("online"));

    const QDBusMessage contacts = call(QStringLiteral("Contacts"));
    QCOMPARE(contacts.signature(), QStringLiteral("a(ssss)"));
    const auto people = qdbus_cast<BusContactList>(contacts.arguments().constFirst());
    const auto found = std::find_if(people.begin(), people.end(),
        [](const BusContact &person) { return Address(person.address) == bob; });
    QVERIFY(found != people.end());
    QCOMPARE(found->account, QString::fromUtf8(Test::alice));
    QCOMPARE(found->status, QStringLiteral("offline"));
}

void TestBusService::complaint34_sendAnswersWhenDelivered()
{
    QDBusPendingCallWatcher watcher(
        start(QStringLiteral("Send"), {bob.toString(), QStringLiteral("Dinner is ready")}));
    QTRY_VERIFY(!account().conversations().with(bob)->messages().isEmpty());
    const ChatMessage sent = account().conversations().with(bob)->messages().constFirst();
    QCOMPARE(sent.text, QStringLiteral("Dinner is ready"));
    QVERIFY(!watcher.isFinished());
    ChatMessage delivered = sent;
    delivered.delivery = ChatMessage::Delivery::Delivered;
    QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
    Q_EMIT account().conversations().with(bob)->messageChanged(delivered);
    QVERIFY(finished.wait());
    QVERIFY(!watcher.isError());
}

void TestBusService::sendSaysWhyItFailed_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("address") << QStringLiteral("bob") << QStringLiteral("Hello")
                             << QStringLiteral("BadAddress");
    QTest::newRow("nothing") << QStringLiteral("bob@example.com") << QStringLiteral(" \n")
                             << QStringLiteral("EmptyText");
    QTest::newRow("not delivered") << QStringLiteral("bob@example.com") << QStringLiteral("Hello")
                                   << QStringLiteral("NotDelivered");
}

void TestBusService::sendSaysWhyItFailed()
{
    QFETCH(QString, address);
    QFETCH(QString, text);
    QFETCH(QString, error);
    QDBusPendingCallWatcher watcher(start(QStringLiteral("Send"), {address, text}));
    QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
    if (error == QLatin1String("NotDelivered")) {
        QTRY_VERIFY(!account().conversations().with(bob)->messages().isEmpty());
        account().conversations().with(bob)->leave();
    }
    QVERIFY(watcher.isFinished() || finished.wait());
    QCOMPARE(watcher.error().name(), QStringLiteral("org.swallowtail.Messenger.Error.") + error);
    QVERIFY(!watcher.error().message().isEmpty());
}

void TestBusService::sendFromAnAccount()
{
    const QDBusMessage refused = call(QStringLiteral("SendFrom"),
        {QStringLiteral("stranger@example.net"), bob.toString(), QStringLiteral("Hello")});
    QCOMPARE(refused.errorName(), QStringLiteral("org.swallowtail.Messenger.Error.NotSignedIn"));
    start(QStringLiteral("SendFrom"),
        {QStringLiteral("Alice@Example.com"), bob.toString(), QStringLiteral("Hello")});
    QTRY_COMPARE(account().conversations().with(bob)->messages().size(), 1);
}

void TestBusService::opens()
{
    QCOMPARE(call(QStringLiteral("Open"), {bob.toString()}).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(m_places->opened, QList<Address>{bob});
    QCOMPARE(call(QStringLiteral("Open"), {QStringLiteral("nobody")}).type(), QDBusMessage::ErrorMessage);
    call(QStringLiteral("Show"));
    QCOMPARE(m_places->lists, 1);
}

void TestBusService::opensNetworks()
{
    const QSignalSpy requested(m_service.get(), &BusService::networkLinkRequested);
    const QString link = QStringLiteral("msnp:chat.example.com?tls=1");
    QCOMPARE(call(QStringLiteral("OpenNetwork"), {link}).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toString(), link);
    const QDBusMessage refused = call(QStringLiteral("OpenNetwork"), {QStringLiteral("https://example.com")});
    QCOMPARE(refused.errorName(), QStringLiteral("org.swallowtail.Messenger.Error.BadLink"));
    QCOMPARE(requested.size(), 1);
}

void TestBusService::tellsOfMessagesAndPresence()
{
    Listener listener;
    const QString service = BusService::serviceName();
    const QString path = BusService::objectPath();
    QVERIFY(m_other->connect(service, path, service, QStringLiteral("MessageReceived"), &listener,
        SLOT(handleMessage(QString, QString, QString, QString))));
    QVERIFY(m_other->connect(service, path, service, QStringLiteral("PresenceChanged"), &listener,
        SLOT(handlePresence(QString, QString, QString))));
    QVERIFY(m_other->connect(service, path, service, QStringLiteral("StatusChanged"), &listener,
        SLOT(handleStatus(QString, QString))));
    const QString own = QString::fromUtf8(Test::alice);
    // Until the bus knows what is listened to.
    call(QStringLiteral("Status"));
    m_session->ns().say("NLN AWY bob@example.com Bob 0\r\n");
    QTRY_COMPARE(listener.heard.size(), 1);
    QCOMPARE(listener.heard.takeFirst(), (QStringList{own, bob.toString(), QStringLiteral("away")}));
    account().conversations().with(bob)->receive({{bob, {}}, Test::plainText("Hello\r\nthere")});
    QTRY_COMPARE(listener.heard.size(), 1);
    QCOMPARE(listener.heard.constFirst().first(2), (QStringList{own, bob.toString()}));
    QVERIFY(listener.heard.takeFirst().constLast().startsWith(QLatin1String("Hello")));
    m_accounts->remove(account());
    QTRY_COMPARE(listener.heard.size(), 1);
    QCOMPARE(listener.heard.takeFirst(), (QStringList{own, QStringLiteral("offline")}));
}

void TestBusService::canBeSwitchedOff()
{
    m_service->setEnabled(false);
    QVERIFY(m_service->name().isEmpty());
    QCOMPARE(call(QStringLiteral("Status")).type(), QDBusMessage::ErrorMessage);
    m_service->setEnabled(true);
    QCOMPARE(call(QStringLiteral("Status")).type(), QDBusMessage::ReplyMessage);
}

void TestBusService::secondProfileGetsANameOfItsOwn()
{
    BusService second(m_bus->connect(QStringLiteral("second")), *m_accounts, *m_places);
    second.setEnabled(true);
    QVERIFY(second.name().startsWith(QLatin1String("org.swallowtail.Messenger.instance")));
    QCOMPARE(m_service->name(), QStringLiteral("org.swallowtail.Messenger"));
}

void TestBusService::nobodySignedIn()
{
    m_accounts->remove(account());
    QCOMPARE(call(QStringLiteral("Status")).arguments(), QVariantList{QStringLiteral("offline")});
    for (const QString &method : {QStringLiteral("Open"), QStringLiteral("SetStatus")}) {
        const QString argument = method == QLatin1String("Open") ? bob.toString() : QStringLiteral("busy");
        QCOMPARE(call(method, {argument}).errorName(),
            QStringLiteral("org.swallowtail.Messenger.Error.NotSignedIn"));
    }
    QCOMPARE(call(QStringLiteral("Send"), {bob.toString(), QStringLiteral("Hello")}).errorName(),
        QStringLiteral("org.swallowtail.Messenger.Error.NotSignedIn"));
}

QTEST_GUILESS_MAIN(TestBusService)
#include "tst_busservice.moc"
