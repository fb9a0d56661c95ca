#include "app/hosting/hostednetwork.h"

#include "app/hosting/accountdatabase.h"
#include "app/hosting/reachablehosts.h"
#include "core/account/account.h"
#include "core/net/maketransport.h"
#include "core/net/notificationconnection.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/service/store/accountadministration.h"
#include "tests/core/service/somepng.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace App;
using Msn::Address;
using Msn::ErrorCode;

namespace {

const Address ana(QStringLiteral("ana@home.example"));
const Address ben(QStringLiteral("ben@home.example"));
const QString password = QStringLiteral("river-lamp-moon-kite");

NewPerson person(const Address &address)
{
    return {address, address.localPart(), password};
}

HostingChoices freePorts()
{
    HostingChoices choices;
    choices.name = QStringLiteral("Our house");
    choices.port = choices.tlsPort = choices.httpsPort = 0;
    return choices;
}

} // namespace

/// A network in the messenger's own process, seen by the messenger's own client.
class tst_HostedNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void signsInWithThePinnedCertificate();
    void refusesAnotherCertificate();
    void comesBackAsItWas();
    void portTaken();
    void oneProgramAtATime();
    void folderThatCannotBe();
    void addsAllOrNobody();
    void newPassword();
    void removedPersonIsSignedOut();
    void everybodyIsOnEverybodysList();
    void newcomersAreSeenAtOnce();
    void newcomersOfAnotherProcessAreSeenAtOnce();
    void removedByAnotherProcess();
    void ownNewcomersAreToldOnce();
    void filesNameAnAddressForOthers();
    void oldClientsOnlyWhereAllowed();
    void startsAgainWhileItStops();
    void rulesAreKeptAndTold();
    void wishesAreShownAtOnce();
    void picturesAreKept();
    void picturesArriveAtOnce();
    void whatIsNoPictureIsRefused();

private:
    bool add(const QList<Address> &people);
    std::unique_ptr<Msn::Account> signedIn(const Address &address, const QString &secret = password);
    void stop();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HostedNetwork> m_network;
};

void tst_HostedNetwork::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<HostedNetwork>(
        m_folder->filePath(QStringLiteral("network")), Msn::PasswordCost::least());
    QVERIFY(!m_network->isSetUp());
    QVERIFY(m_network->setChoices(freePorts()));
}

void tst_HostedNetwork::cleanup()
{
    m_network.reset();
}

bool tst_HostedNetwork::add(const QList<Address> &people)
{
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    QList<NewPerson> newcomers;
    for (const Address &address : people)
        newcomers.append(person(address));
    m_network->add(newcomers);
    return changed.wait();
}

std::unique_ptr<Msn::Account> tst_HostedNetwork::signedIn(const Address &address, const QString &secret)
{
    auto account = std::make_unique<Msn::Account>(m_network->localDescription(), address);
    account->signIn(secret, Msn::Status::Online);
    const bool isIn = QTest::qWaitFor([&] { return account->state() == Msn::Account::State::SignedIn; });
    return isIn ? std::move(account) : nullptr;
}

void tst_HostedNetwork::stop()
{
    QSignalSpy stopped(m_network.get(), &HostedNetwork::stopped);
    m_network->stop();
    QVERIFY(stopped.wait());
    QVERIFY(!m_network->isRunning());
}

void tst_HostedNetwork::signsInWithThePinnedCertificate()
{
    QVERIFY(add({ana, ben}));
    QVERIFY(m_network->start());
    const Msn::NetworkDescription network = m_network->localDescription();
    QCOMPARE(network.name, QStringLiteral("Our house"));
    QCOMPARE(network.security, Msn::NetworkDescription::Security::Tls);
    QCOMPARE(network.certificateSha256.size(), 32);
    const auto account = signedIn(ana);
    QVERIFY(account);
    const auto people = m_network->people();
    QVERIFY(people);
    QCOMPARE(*people,
        (QList<HostedPerson>{{ana, QStringLiteral("ana"), true}, {ben, QStringLiteral("ben"), false}}));
}

void tst_HostedNetwork::refusesAnotherCertificate()
{
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    Msn::NetworkDescription network = m_network->localDescription();
    network.certificateSha256[0] = static_cast<char>(~network.certificateSha256[0]);
    Msn::Account account(network, ana);
    QSignalSpy failed(&account, &Msn::Account::errorOccurred);
    account.signIn(password, Msn::Status::Online);
    QVERIFY(failed.wait());
    QCOMPARE(failed.constFirst().constFirst().value<Msn::Error>().code, ErrorCode::CertificateChanged);
}

void tst_HostedNetwork::comesBackAsItWas()
{
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const Msn::NetworkDescription before = m_network->description();
    stop();
    m_network = std::make_unique<HostedNetwork>(m_network->directory().path(), Msn::PasswordCost::least());
    QVERIFY(m_network->isSetUp());
    QVERIFY(m_network->start());
    QCOMPARE(m_network->description(), before);
    QVERIFY(signedIn(ana));
}

void tst_HostedNetwork::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::Any));
    HostingChoices choices = freePorts();
    choices.tlsPort = other.serverPort();
    QVERIFY(m_network->setChoices(choices));
    const auto started = m_network->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::ConnectionRefused);
    QVERIFY(started.error().subject.endsWith(QLatin1Char(':') + QString::number(choices.tlsPort)));
    QVERIFY(!m_network->isRunning());
    other.close();
    QVERIFY(m_network->start());
}

void tst_HostedNetwork::oneProgramAtATime()
{
    QVERIFY(add({ana}));
    HostedNetwork other(m_network->directory().path(), Msn::PasswordCost::least());
    QVERIFY(!other.isServedElsewhere());
    QVERIFY(m_network->start());
    QVERIFY(!m_network->isServedElsewhere());
    QVERIFY(other.isServedElsewhere());
    const auto started = other.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::StorageBusy);
    QCOMPARE(started.error().subject, other.directory().path());
    QCOMPARE(other.people()->size(), 1);
    stop();
    QVERIFY(other.start());
}

void tst_HostedNetwork::folderThatCannotBe()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    HostedNetwork network(file.fileName() + QStringLiteral("/network"));
    QCOMPARE(network.setChoices(freePorts()).error().code, ErrorCode::StorageFailed);
    QCOMPARE(network.start().error().code, ErrorCode::StorageFailed);
    QSignalSpy failed(&network, &HostedNetwork::failed);
    network.add({person(ana)});
    QVERIFY(failed.wait());
    QCOMPARE(failed.constFirst().constFirst().value<Msn::Error>().code, ErrorCode::StorageFailed);
}

void tst_HostedNetwork::addsAllOrNobody()
{
    QVERIFY(add({ana}));
    QSignalSpy failed(m_network.get(), &HostedNetwork::failed);
    m_network->add({person(ben), person(ana)});
    QVERIFY(failed.wait());
    const auto error = failed.constFirst().constFirst().value<Msn::Error>();
    QCOMPARE(error.code, ErrorCode::InvalidArgument);
    QCOMPARE(error.subject, ana.toString());
    QCOMPARE(m_network->people()->size(), 1);
}

void tst_HostedNetwork::newPassword()
{
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    QSignalSpy set(m_network.get(), &HostedNetwork::passwordSet);
    m_network->setPassword(ana, QStringLiteral("another-one"));
    QVERIFY(set.wait());
    QVERIFY(signedIn(ana, QStringLiteral("another-one")));
    QSignalSpy failed(m_network.get(), &HostedNetwork::failed);
    m_network->setPassword(ben, QStringLiteral("x"));
    QVERIFY(failed.wait());
}

void tst_HostedNetwork::removedPersonIsSignedOut()
{
    QVERIFY(add({ana, ben}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    QVERIFY(m_network->remove(ana));
    QTRY_VERIFY(account->state() != Msn::Account::State::SignedIn);
    QCOMPARE(m_network->people()->size(), 1);
    QCOMPARE(m_network->remove(ana).error().code, ErrorCode::InvalidArgument);
}

void tst_HostedNetwork::everybodyIsOnEverybodysList()
{
    QVERIFY(m_network->listEverybody());
    QVERIFY(add({ana}));
    QVERIFY(add({ben}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    QTRY_VERIFY(account->contacts().find(ben));
}

/// By those who are signed in while the host adds somebody, and takes them away again.
void tst_HostedNetwork::newcomersAreSeenAtOnce()
{
    QVERIFY(m_network->listEverybody());
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    QVERIFY(!account->contacts().find(ben));
    QVERIFY(add({ben}));
    QTRY_VERIFY(account->contacts().find(ben));
    const Msn::Contact *shown = account->contacts().find(ben);
    QTRY_COMPARE(shown->lists, Msn::Lists(Msn::List::Forward | Msn::List::Allow | Msn::List::Reverse));
    QCOMPARE(shown->groups.size(), 1);
    QVERIFY(m_network->remove(ben));
    QTRY_VERIFY(!account->contacts().find(ben));
}

/// As `swallowtail-service account` does it beside the program that serves.
void tst_HostedNetwork::newcomersOfAnotherProcessAreSeenAtOnce()
{
    QVERIFY(m_network->listEverybody());
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    const auto accounts = openAccounts(m_network->directory());
    QVERIFY(accounts);
    QVERIFY(Msn::AccountAdministration(**accounts)
                .create(ben, Msn::FriendlyName(QStringLiteral("Ben")), password, Msn::PasswordCost::least()));
    QVERIFY((*accounts)->commit());
    QTRY_VERIFY(account->contacts().find(ben));
    QVERIFY(!changed.isEmpty());
    QVERIFY(signedIn(ben));
}

void tst_HostedNetwork::removedByAnotherProcess()
{
    QVERIFY(add({ana, ben}));
    QVERIFY(m_network->start());
    const auto anas = signedIn(ana);
    const auto bens = signedIn(ben);
    QVERIFY(anas && bens);
    const auto accounts = openAccounts(m_network->directory());
    QVERIFY(accounts);
    QVERIFY(Msn::AccountAdministration(**accounts).remove(ben));
    QVERIFY((*accounts)->commit());
    QTRY_VERIFY(bens->state() != Msn::Account::State::SignedIn);
    QCOMPARE(anas->state(), Msn::Account::State::SignedIn);
}

/// What this process adds is on the disk like the rest, but has been told already.
void tst_HostedNetwork::ownNewcomersAreToldOnce()
{
    QVERIFY(m_network->listEverybody());
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    QSignalSpy told(&account->contacts(), &Msn::ContactList::contactAdded);
    QVERIFY(add({ben}));
    QTRY_COMPARE(told.size(), 1);
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    const Address carol(QStringLiteral("carol@home.example"));
    QVERIFY(add({carol}));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(changed.size(), 1); // the watch has nothing to add
}

void tst_HostedNetwork::filesNameAnAddressForOthers()
{
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const auto hosts = reachableHosts();
    QCOMPARE(m_network->description().dispatch.host,
        hosts.isEmpty() ? QStringLiteral("127.0.0.1") : hosts.constFirst().host);
    HostingChoices choices = m_network->choices();
    choices.host = QStringLiteral("ana-laptop.local");
    choices.name = QStringLiteral("Another name");
    QVERIFY(m_network->setChoices(choices));
    QFile file(m_network->directory().networkFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto network = Msn::parseNetworkFile(file.readAll());
    QVERIFY(network);
    QCOMPARE(network->name, choices.name);
    QCOMPARE(network->dispatch.host, choices.host);
    QCOMPARE(network->nexus.host(), choices.host);
    // The certificate does not cover that name: the fingerprint alone is to be trusted.
    QVERIFY(network->certificatePem.isEmpty());
    QCOMPARE(network->certificateSha256, m_network->localDescription().certificateSha256);
}

void tst_HostedNetwork::oldClientsOnlyWhereAllowed()
{
    const auto hosts = reachableHosts();
    // Without a network another address of this computer: it is not the one that is open to it either.
    const QString elsewhere = hosts.isEmpty() ? QStringLiteral("127.0.0.2") : hosts.constFirst().host;
    const auto answers = [](const QString &host, quint16 port) {
        QTcpSocket client;
        client.connectToHost(host, port);
        return client.waitForConnected(3000);
    };
    QVERIFY(m_network->start());
    const quint16 port = m_network->choices().port;
    QVERIFY(answers(QStringLiteral("127.0.0.1"), port));
    QVERIFY(!answers(elsewhere, port));
    stop();
    HostingChoices choices = m_network->choices();
    choices.takesOldClients = true;
    QVERIFY(m_network->setChoices(choices));
    QVERIFY(m_network->start());
    QVERIFY(answers(elsewhere, port));
}

void tst_HostedNetwork::startsAgainWhileItStops()
{
    QVERIFY(add({ana}));
    QVERIFY(m_network->start());
    const auto account = signedIn(ana);
    QVERIFY(account);
    m_network->stop();
    QVERIFY(!m_network->isRunning());
    QVERIFY(m_network->start());
    QVERIFY(m_network->isRunning());
    QVERIFY(signedIn(ana));
    QVERIFY(m_network->isRunning());
}

void tst_HostedNetwork::rulesAreKeptAndTold()
{
    QVERIFY(add({ana, ben}));
    QVERIFY(m_network->start());
    {
        const auto account = signedIn(ana);
        QVERIFY(account);
        QVERIFY(account->profile().care().isNone());
        Msn::AccountCare care;
        care.asks = true;
        care.people = {{ben, true}};
        QVERIFY(m_network->setCare(ana, care));
        QTRY_VERIFY(account->state() != Msn::Account::State::SignedIn);
        QCOMPARE(m_network->people()->constFirst().care, care);
        care.people = {{ben, false}};
        QVERIFY(m_network->setCare(ana, care));
        QVERIFY(m_network->people()->constFirst().care.people.isEmpty());
    }
    const auto account = signedIn(ana);
    QVERIFY(account);
    QVERIFY(account->profile().care().asks);
    QCOMPARE(m_network->setCare(Address(QStringLiteral("nobody@home.example")), {}).error().code,
        ErrorCode::InvalidArgument);
}

void tst_HostedNetwork::wishesAreShownAtOnce()
{
    QVERIFY(add({ana, ben}));
    QVERIFY(m_network->start());
    Msn::AccountCare care;
    care.asks = true;
    QVERIFY(m_network->setCare(ana, care));
    const auto account = signedIn(ana);
    QVERIFY(account);
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    account->editor().addContact(ben, {}, {});
    QVERIFY(changed.wait());
    const QMap<Address, bool> wished{{ben, false}};
    QCOMPARE(m_network->people()->constFirst().care.people, wished);
}

void tst_HostedNetwork::picturesAreKept()
{
    const QByteArray boat = Test::somePng(96, 96);
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    NewPerson withPicture = person(ana);
    withPicture.picture = boat;
    m_network->add({withPicture, person(ben)});
    QVERIFY(changed.wait());
    QCOMPARE(m_network->people()->constFirst().picture, boat);
    QCOMPARE(m_network->people()->constLast().picture, QByteArray());
    changed.clear();
    QVERIFY(m_network->setPicture(ana, {}));
    QVERIFY(m_network->setPicture(ben, boat));
    QCOMPARE(changed.size(), 2);
    m_network = std::make_unique<HostedNetwork>(m_network->directory().path(), Msn::PasswordCost::least());
    QCOMPARE(m_network->people()->constFirst().picture, QByteArray());
    QCOMPARE(m_network->people()->constLast().picture, boat);
}

/// With the sign-in, when it changes, and when it is taken away.
void tst_HostedNetwork::picturesArriveAtOnce()
{
    const QByteArray boat = Test::somePng(96, 96, 5000);
    const QByteArray cat = Test::somePng(64, 64);
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    NewPerson withPicture = person(ana);
    withPicture.picture = boat;
    m_network->add({withPicture});
    QVERIFY(changed.wait());
    QVERIFY(m_network->start());
    const Msn::NetworkDescription description = m_network->localDescription();
    const Msn::Timing timing;
    Msn::NotificationConnection client(
        description, [&] { return Msn::makeTransport(description, {}, timing); }, nullptr, timing);
    QByteArrayList pictures;
    connect(&client, &Msn::NotificationConnection::serverMessageReceived, this,
        [&pictures](const Msn::ServerMessage &message) {
            if (const auto *given = std::get_if<Msn::GivenPicture>(&message))
                pictures.append(given->png);
        });
    client.signIn(ana, password, {});
    QTRY_COMPARE(pictures, QByteArrayList{boat});
    QVERIFY(m_network->setPicture(ana, cat));
    QTRY_COMPARE(pictures, (QByteArrayList{boat, cat}));
    QVERIFY(m_network->setPicture(ana, {}));
    QTRY_COMPARE(pictures, (QByteArrayList{boat, cat, {}}));
    QVERIFY(client.isSignedIn());
}

void tst_HostedNetwork::whatIsNoPictureIsRefused()
{
    QSignalSpy failed(m_network.get(), &HostedNetwork::failed);
    NewPerson withPicture = person(ben);
    withPicture.picture = "GIF89a";
    m_network->add({person(ana), withPicture});
    QVERIFY(failed.wait());
    QVERIFY(m_network->people()->isEmpty());
    QVERIFY(add({ana}));
    const auto tooLarge = m_network->setPicture(ana, Test::somePng(1000, 96));
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, ErrorCode::InvalidArgument);
    const auto toNobody = m_network->setPicture(ben, Test::somePng(96, 96));
    QVERIFY(!toNobody);
    QCOMPARE(toNobody.error().subject, ben.toString());
    QCOMPARE(m_network->people()->constFirst().picture, QByteArray());
}

QTEST_GUILESS_MAIN(tst_HostedNetwork)
#include "tst_hostednetwork.moc"
