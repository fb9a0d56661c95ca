#include "ui/nearby/joinnetworks.h"

#include "core/discovery/nearbynetwork.h"
#include "core/discovery/networkannouncement.h"
#include "core/protocol/networklink.h"
#include "core/storage/networkcatalog.h"
#include "ui/nearby/joinnetworkdialog.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/text/fingerprintwords.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;

/// The question, and what becomes of the answer.
class TestJoinNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsTrusted();
    void joinedIsPinnedAndChosen();
    void refusedNothingIsKept();
    void knownIsChosenWithoutAQuestion();
    void anotherCertificateIsAWarning();
    void aLinkAsksFirst();
    void aLinkWithoutEncryptionSaysSo();
    void aBadLinkIsSaid();
    void aSecondOfferTakesThePlaceOfTheFirst();

private:
    const Msn::KnownNetwork *find(const QString &name) const { return m_known->find(name); }
    NetworkOffer home(char digit) const;

    std::unique_ptr<Msn::NetworkCatalog> m_known;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<JoinNetworks> m_joining;
};

namespace {

Msn::NetworkDescription homeNetwork(char digit)
{
    const Msn::NetworkAnnouncement announcement{QStringLiteral("Home"), QByteArray(32, digit), 8443, true};
    return announcement.networkAt({QStringLiteral("192.168.1.10"), 1864});
}

} // namespace

void TestJoinNetworks::init()
{
    m_joining.reset();
    m_known = std::make_unique<Msn::NetworkCatalog>(QStringLiteral(":/none"), QString());
    m_page = std::make_unique<SignInPage>();
    NetworkBox *box = m_page->form()->networkBox();
    box->setNetworks(m_known->networks());
    connect(m_known.get(), &Msn::NetworkCatalog::changed, box,
        [this, box] { box->setNetworks(m_known->networks()); });
    m_joining = std::make_unique<JoinNetworks>(*m_page, *m_known);
    m_page->show();
}

NetworkOffer TestJoinNetworks::home(char digit) const
{
    return offerOf({QStringLiteral("Home"), QStringLiteral("living-room"), homeNetwork(digit)}, *m_known);
}

void TestJoinNetworks::showsWhatIsTrusted()
{
    m_joining->offer(home('a'));
    const QString words = m_joining->dialog()->words();
    QVERIFY(words.contains(QStringLiteral("“Home”")));
    QVERIFY(words.contains(QStringLiteral("living-room")));
    QVERIFY(words.contains(QStringLiteral("192.168.1.10")));
    QVERIFY(words.contains(fingerprintLines(QByteArray(32, 'a'))));
}

void TestJoinNetworks::joinedIsPinnedAndChosen()
{
    const QSignalSpy chosen(m_joining.get(), &JoinNetworks::chosen);
    m_joining->offer(home('a'));
    QVERIFY(!find(QStringLiteral("Home")));
    m_joining->dialog()->joinButton()->click();
    QVERIFY(find(QStringLiteral("Home")));
    QCOMPARE(find(QStringLiteral("Home"))->description, homeNetwork('a'));
    QCOMPARE(m_page->form()->networkBox()->network(), QStringLiteral("Home"));
    QCOMPARE(chosen.size(), 1);
}

void TestJoinNetworks::refusedNothingIsKept()
{
    m_joining->offer(home('a'));
    m_joining->dialog()->refuseButton()->click();
    QVERIFY(!find(QStringLiteral("Home")));
    QTRY_VERIFY(!m_joining->dialog());
}

void TestJoinNetworks::knownIsChosenWithoutAQuestion()
{
    QVERIFY(m_known->add(homeNetwork('a')));
    m_joining->offer(home('a'));
    QVERIFY(!m_joining->dialog());
    QCOMPARE(m_page->form()->networkBox()->network(), QStringLiteral("Home"));
}

/// Never silently accepted: both fingerprints are shown, and Enter keeps the one that is known.
void TestJoinNetworks::anotherCertificateIsAWarning()
{
    QVERIFY(m_known->add(homeNetwork('a')));
    m_joining->offer(home('b'));
    JoinNetworkDialog *dialog = m_joining->dialog();
    QVERIFY(dialog->words().contains(fingerprintLines(QByteArray(32, 'a'))));
    QVERIFY(dialog->words().contains(fingerprintLines(QByteArray(32, 'b'))));
    QVERIFY(dialog->words().contains(QStringLiteral("This is not the “Home” you know")));
    QVERIFY(dialog->refuseButton()->isDefault());
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(find(QStringLiteral("Home"))->description, homeNetwork('a'));

    m_joining->offer(home('b'));
    m_joining->dialog()->joinButton()->click();
    QCOMPARE(find(QStringLiteral("Home"))->description, homeNetwork('b'));
}

void TestJoinNetworks::aLinkAsksFirst()
{
    QVERIFY(m_joining->openLink(Msn::encodeNetworkLink(homeNetwork('a'))));
    JoinNetworkDialog *dialog = m_joining->dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->words().contains(fingerprintLines(QByteArray(32, 'a'))));
    QTest::keyClick(dialog, Qt::Key_Return); // somebody was typing
    QVERIFY(!find(QStringLiteral("Home")));
    QVERIFY(m_joining->openLink(Msn::encodeNetworkLink(homeNetwork('a'))));
    m_joining->dialog()->joinButton()->click();
    QCOMPARE(find(QStringLiteral("Home"))->description.certificateSha256, QByteArray(32, 'a'));
}

void TestJoinNetworks::aLinkWithoutEncryptionSaysSo()
{
    QVERIFY(m_joining->openLink(QStringLiteral("msnp:chat.example.com")));
    QVERIFY(m_joining->dialog()->words().contains(QStringLiteral("not encrypted")));
}

void TestJoinNetworks::aBadLinkIsSaid()
{
    QVERIFY(!m_joining->openLink(QStringLiteral("msnp:?name=Home")));
    QVERIFY(!m_joining->dialog());
    QVERIFY(m_page->bar()->isVisible());
    QCOMPARE(m_page->bar()->kind(), MessageBar::Kind::Error);
}

void TestJoinNetworks::aSecondOfferTakesThePlaceOfTheFirst()
{
    m_joining->offer(home('a'));
    const QPointer<JoinNetworkDialog> first = m_joining->dialog();
    m_joining->offer(home('b'));
    QTRY_VERIFY(!first);
    QVERIFY(m_joining->dialog()->words().contains(fingerprintLines(QByteArray(32, 'b'))));
}

QTEST_MAIN(TestJoinNetworks)
#include "tst_joinnetworks.moc"
