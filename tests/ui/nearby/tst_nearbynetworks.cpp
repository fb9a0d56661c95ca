#include "ui/nearby/nearbynetworks.h"

#include "core/discovery/networkannouncement.h"
#include "core/storage/networkcatalog.h"
#include "tests/support/fakednssd/fakednssd.h"
#include "ui/nearby/joinnetworkdialog.h"
#include "ui/nearby/joinnetworks.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/linkbutton.h"

#include <QAbstractItemView>
#include <QPushButton>
#include <QTest>

using namespace Ui;
namespace Daemon = Test::FakeDnsSd;

/// From an announcement on the link to the choice on the sign-in page.
class TestNearbyNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void inTheChoiceAndGoneAgain();
    void looksOnlyWhileThePageIsShown();
    void chosenItAsks();
    void theLinkAsksForTheOneAndOpensTheListForMore();
    void aKnownOneIsNotOfferedAgain();
    void anotherCertificateIsMarkedAndNotPromoted();
    void aKnownOneIsFollowedToItsNewAddress();
    void nobodyIsFollowedWhereTwoClaimIt();
    void saysThatNothingIsThere();
    void saysThatItCannotLook();
    void anOpenListStaysAsItIs();

private:
    NetworkBox *box() const { return m_page->form()->networkBox(); }
    int indexOf(const QString &text) const { return box()->findText(text); }
    QPushButton *link() const;
    void makeNearby(const QString &library = QStringLiteral(FAKE_DNSSD_FILE));
    void announce(const QString &name, char digit, const QByteArray &id = {});
    void chooseInList(const QString &text);

    std::unique_ptr<Msn::NetworkCatalog> m_known;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<JoinNetworks> m_joining;
    std::unique_ptr<NearbyNetworks> m_nearby;
};

namespace {

const QString homeName = QStringLiteral("小雨的家");

Msn::NetworkAnnouncement announcementFor(const QString &name, char digit)
{
    return {name, QByteArray(32, digit), 8443, false};
}

} // namespace

void TestNearbyNetworks::init()
{
    Daemon::reset();
    m_known = std::make_unique<Msn::NetworkCatalog>(QStringLiteral(":/none"), QString());
    m_page = std::make_unique<SignInPage>();
    box()->setNetworks(m_known->networks());
    connect(m_known.get(), &Msn::NetworkCatalog::changed, box(),
        [this] { box()->setNetworks(m_known->networks()); });
    m_joining = std::make_unique<JoinNetworks>(*m_page, *m_known);
    makeNearby();
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestNearbyNetworks::cleanup()
{
    m_nearby.reset();
    m_joining.reset();
    m_page.reset();
    QCOMPARE(Daemon::openOperations(), 0);
}

void TestNearbyNetworks::makeNearby(const QString &library)
{
    Msn::DiscoverySetup setup;
    setup.library = library;
    setup.collect = std::chrono::milliseconds(1);
    m_nearby = std::make_unique<NearbyNetworks>(*m_page, *m_known, *m_joining, setup);
}

QPushButton *TestNearbyNetworks::link() const
{
    const QList<LinkButton *> links = m_page->form()->findChildren<LinkButton *>();
    for (LinkButton *button : links) {
        if (button->text().startsWith(QLatin1String("Join"))
            || button->text().contains(QLatin1String(" here")))
            return button;
    }
    return nullptr;
}

void TestNearbyNetworks::announce(const QString &name, char digit, const QByteArray &id)
{
    Daemon::Instance instance;
    instance.name = id.isEmpty() ? name.toUtf8() : id;
    instance.address4 = QByteArray::fromHex("c0a8010a"); // 192.168.1.10
    instance.txt = encodeAnnouncement(announcementFor(name, digit));
    Daemon::add(instance);
}

/// As a person does with the keyboard.
void TestNearbyNetworks::chooseInList(const QString &text)
{
    box()->showPopup();
    QTRY_VERIFY(box()->view()->isVisible());
    box()->view()->setCurrentIndex(box()->model()->index(indexOf(text), 0));
    QTest::keyClick(box()->view(), Qt::Key_Return);
}

void TestNearbyNetworks::inTheChoiceAndGoneAgain()
{
    QTRY_VERIFY(indexOf(QStringLiteral("None found")) >= 0);
    const QString chosen = box()->network();
    announce(homeName, 'a');
    QTRY_VERIFY(indexOf(homeName) >= 0);
    QVERIFY(indexOf(QStringLiteral("On this network")) < indexOf(homeName));
    QCOMPARE(indexOf(QStringLiteral("None found")), -1);
    QVERIFY(link()->isVisible());
    QVERIFY(link()->text().contains(homeName));
    QCOMPARE(box()->network(), chosen);
    Daemon::remove(homeName.toUtf8());
    QTRY_COMPARE(indexOf(homeName), -1);
    QVERIFY(!link()->isVisible());
    QCOMPARE(box()->network(), chosen);
}

void TestNearbyNetworks::looksOnlyWhileThePageIsShown()
{
    announce(homeName, 'a');
    QTRY_VERIFY(indexOf(homeName) >= 0);
    m_page->hide();
    QVERIFY(!m_nearby->browser().isRunning());
    QCOMPARE(indexOf(homeName), -1);
    QTRY_COMPARE(Daemon::openOperations(), 0);
    m_page->show();
    QTRY_VERIFY(indexOf(homeName) >= 0);
}

void TestNearbyNetworks::chosenItAsks()
{
    announce(homeName, 'a');
    QTRY_VERIFY(indexOf(homeName) >= 0);
    const QString before = box()->network();
    chooseInList(homeName);
    QTRY_VERIFY(m_joining->dialog());
    QCOMPARE(box()->network(), before);
    m_joining->dialog()->joinButton()->click();
    QCOMPARE(box()->network(), homeName);
    QCOMPARE(m_known->find(homeName)->description.certificateSha256, QByteArray(32, 'a'));
    // It is among the known ones now, and not offered any more.
    QCOMPARE(box()->findText(homeName), box()->currentIndex());
    QVERIFY(!link()->isVisible());
}

void TestNearbyNetworks::theLinkAsksForTheOneAndOpensTheListForMore()
{
    announce(homeName, 'a');
    QTRY_VERIFY(link()->isVisible());
    link()->click();
    QVERIFY(m_joining->dialog());
    m_joining->dialog()->refuseButton()->click();
    announce(QStringLiteral("Class 4b"), 'b');
    QTRY_VERIFY(link()->text().startsWith(u'2'));
    link()->click();
    QTRY_VERIFY(box()->view()->isVisible());
    box()->hidePopup();
}

void TestNearbyNetworks::aKnownOneIsNotOfferedAgain()
{
    QVERIFY(m_known->add(
        announcementFor(QStringLiteral("Our home"), 'a').networkAt({QStringLiteral("192.168.1.10"), 1864})));
    announce(homeName, 'a');
    announce(QStringLiteral("Class 4b"), 'b');
    QTRY_VERIFY(indexOf(QStringLiteral("Class 4b")) >= 0);
    QTRY_COMPARE(m_nearby->browser().networks().size(), 2);
    QCOMPARE(indexOf(homeName), -1);
    QCOMPARE(link()->text(), QStringLiteral("Join “Class 4b”"));
}

void TestNearbyNetworks::anotherCertificateIsMarkedAndNotPromoted()
{
    QVERIFY(m_known->add(announcementFor(homeName, 'a').networkAt({QStringLiteral("192.168.1.99"), 1864})));
    announce(homeName, 'b');
    QTRY_COMPARE(m_nearby->browser().networks().size(), 1);
    QVERIFY(!link() || !link()->isVisible());
    QCOMPARE(m_known->find(homeName)->description.dispatch.host, QStringLiteral("192.168.1.99"));
    const int second = box()->count() - 3; // before the separator and the last entry
    QCOMPARE(box()->itemText(second), homeName);
    Q_EMIT box()->nearbyRequested(homeName);
    QVERIFY(m_joining->dialog()->words().contains(QStringLiteral("This is not the")));
}

void TestNearbyNetworks::aKnownOneIsFollowedToItsNewAddress()
{
    QVERIFY(m_known->add(announcementFor(homeName, 'a').networkAt({QStringLiteral("192.168.1.99"), 1864})));
    announce(homeName, 'a');
    QTRY_COMPARE(m_known->find(homeName)->description.dispatch.host, QStringLiteral("192.168.1.10"));
    QCOMPARE(m_known->find(homeName)->description.certificateSha256, QByteArray(32, 'a'));
}

/// A fingerprint is no secret: somebody else may announce it with an address that leads nowhere.
void TestNearbyNetworks::nobodyIsFollowedWhereTwoClaimIt()
{
    QVERIFY(m_known->add(announcementFor(homeName, 'a').networkAt({QStringLiteral("192.168.1.99"), 1864})));
    m_nearby.reset();
    announce(homeName, 'a', "One");
    announce(homeName, 'a', "Two");
    Msn::DiscoverySetup setup;
    setup.library = QStringLiteral(FAKE_DNSSD_FILE);
    setup.collect = std::chrono::milliseconds(300); // both are told together
    m_nearby = std::make_unique<NearbyNetworks>(*m_page, *m_known, *m_joining, setup);
    QTRY_COMPARE(m_nearby->browser().networks().size(), 2);
    QCOMPARE(m_known->find(homeName)->description.dispatch.host, QStringLiteral("192.168.1.99"));
}

void TestNearbyNetworks::saysThatNothingIsThere()
{
    QTRY_VERIFY(indexOf(QStringLiteral("None found")) >= 0);
    const QModelIndex note = box()->model()->index(indexOf(QStringLiteral("None found")), 0);
    QVERIFY(!(note.flags() & Qt::ItemIsEnabled));
}

void TestNearbyNetworks::saysThatItCannotLook()
{
    makeNearby(QStringLiteral("no-such-library"));
    QTRY_VERIFY(indexOf(QStringLiteral("None can be shown")) >= 0);
    const int index = indexOf(QStringLiteral("None can be shown"));
    QVERIFY(box()->itemData(index, Qt::ToolTipRole).toString().contains(QStringLiteral("avahi-daemon")));
}

/// Nothing moves away under the pointer.
void TestNearbyNetworks::anOpenListStaysAsItIs()
{
    QTRY_VERIFY(indexOf(QStringLiteral("None found")) >= 0);
    box()->showPopup();
    announce(homeName, 'a');
    QTRY_VERIFY(link() && link()->isVisible());
    QCOMPARE(indexOf(homeName), -1);
    box()->hidePopup();
    QTRY_VERIFY(indexOf(homeName) >= 0);
}

QTEST_MAIN(TestNearbyNetworks)
#include "tst_nearbynetworks.moc"
