#include "core/p2p/publishedobjects.h"

#include "tests/support/goldenpeer.h"

#include <QTest>

using namespace Msn;
namespace GoldenPeer = Test::GoldenPeer;

class tst_PublishedObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void found_data();
    void found();
    void notFound_data();
    void notFound();
    void removed();

private:
    PublishedObjects m_published;
};

void tst_PublishedObjects::init()
{
    m_published = {};
    m_published.add(parseMsnObject(GoldenPeer::object()).value(), GoldenPeer::picture());
}

void tst_PublishedObjects::found_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("the same string") << GoldenPeer::object();
    QByteArray otherwise = GoldenPeer::object();
    QTest::newRow("the same data, other attributes")
        << otherwise.replace("TFR2C.tmp", "0").replace("bob@", "carol@");
    otherwise = GoldenPeer::object();
    QTest::newRow("the same attributes by their hash")
        << otherwise.replace("II8QSrX7c3xvhdmjsy6hlH8HypY=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
}

void tst_PublishedObjects::found()
{
    QFETCH(QByteArray, asked);
    QCOMPARE(m_published.find(asked), std::optional(GoldenPeer::picture()));
}

void tst_PublishedObjects::notFound_data()
{
    QTest::addColumn<QByteArray>("asked");
    const QByteArray other = makeMsnObject(Address(QStringLiteral("bob@example.com")),
        MsnObject::Type::CustomEmoticon, "other", QStringLiteral("../../../etc/passwd"), {})
                                 .xml;
    QTest::newRow("another object") << other;
    QTest::newRow("another without SHA1C") << other.left(other.indexOf(" SHA1C")) + "/>";
    QTest::newRow("no object") << QByteArray("TFR2C.tmp");
    QTest::newRow("nothing") << QByteArray();
}

void tst_PublishedObjects::notFound()
{
    QFETCH(QByteArray, asked);
    QVERIFY(!m_published.find(asked));
}

void tst_PublishedObjects::removed()
{
    m_published.remove(parseMsnObject(GoldenPeer::object())->sha1d);
    QVERIFY(!m_published.find(GoldenPeer::object()));
}

QTEST_GUILESS_MAIN(tst_PublishedObjects)

#include "tst_publishedobjects.moc"
