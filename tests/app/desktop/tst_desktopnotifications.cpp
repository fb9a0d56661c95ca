#include "app/desktop/desktopnotifications.h"
#include "app/desktop/imagedata.h"
#include "tests/app/desktop/notificationserver.h"
#include "tests/app/desktop/privatebus.h"

#include <QDBusArgument>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace App;
using Test::NotificationServer;
using Test::PrivateBus;
using Ui::AlertEvent;
using Ui::AlertNotice;

namespace {

const QStringList everything{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup"),
    QStringLiteral("inline-reply")};

AlertNotice message(const QString &text = QStringLiteral("Hello"))
{
    AlertNotice notice;
    notice.event = AlertEvent::Message;
    notice.title = QStringLiteral("Ana");
    notice.text = text;
    notice.avatar.address = Msn::Address(QStringLiteral("ana@example.com"));
    notice.avatar.name = notice.title;
    notice.canReply = true;
    return notice;
}

} // namespace

/// Against a notification service of our own on a bus of our own.
class TestDesktopNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutAServiceThereIsNone();
    void saysWhatTheSpecificationAsks();
    void plainWhereThatIsAllThereIs();
    void replacesAndCloses();
    void closedBeforeItWasShown();
    void complaint6_clickCarriesTheToken();
    void repliesInPlace();
    void complaint5_serviceRestarts();
    void foreignNotificationsAreNotOurs();

private:
    bool start(const QStringList &capabilities = everything);
    const NotificationServer::Shown &last() const { return m_server->shown().constLast(); }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<NotificationServer> m_server;
    std::unique_ptr<DesktopNotifications> m_notifications;
};

void TestDesktopNotifications::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->error().isEmpty(), qPrintable(m_bus->error()));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Swallowtail"));
}

void TestDesktopNotifications::cleanup()
{
    m_notifications.reset();
    m_server.reset();
    m_bus.reset();
}

bool TestDesktopNotifications::start(const QStringList &capabilities)
{
    if (!capabilities.isEmpty())
        m_server
            = std::make_unique<NotificationServer>(m_bus->connect(QStringLiteral("server")), capabilities);
    m_notifications = std::make_unique<DesktopNotifications>(m_bus->connect(QStringLiteral("client")));
    QSignalSpy available(m_notifications.get(), &DesktopNotifications::availableChanged);
    m_notifications->start();
    return capabilities.isEmpty() || (available.wait() && m_notifications->isAvailable());
}

void TestDesktopNotifications::withoutAServiceThereIsNone()
{
    QVERIFY(start({}));
    QVERIFY(!m_notifications->isAvailable());
    m_server = std::make_unique<NotificationServer>(m_bus->connect(QStringLiteral("server")), everything);
    QTRY_VERIFY(m_notifications->isAvailable());
}

void TestDesktopNotifications::saysWhatTheSpecificationAsks()
{
    QVERIFY(start());
    m_notifications->show(1, message(QStringLiteral("<b>5 & 6</b>")));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(last().application, QStringLiteral("Swallowtail"));
    QCOMPARE(last().summary, QStringLiteral("Ana"));
    QCOMPARE(last().body, QStringLiteral("&lt;b&gt;5 &amp; 6&lt;/b&gt;"));
    QCOMPARE(last().timeout, -1);
    const QVariantMap &hints = last().hints;
    QCOMPARE(hints.value(QStringLiteral("desktop-entry")), QStringLiteral("org.swallowtail.Swallowtail"));
    QCOMPARE(hints.value(QStringLiteral("category")), QStringLiteral("im.received"));
    QCOMPARE(hints.value(QStringLiteral("suppress-sound")), true);
    const auto picture = qdbus_cast<ImageData>(hints.value(QStringLiteral("image-data")));
    QCOMPARE(picture.width, 96);
    QCOMPARE(picture.pixels.size(), qsizetype(picture.rowStride) * picture.height);
    QVERIFY(last().actions.contains(QStringLiteral("default")));
    QVERIFY(last().actions.contains(QStringLiteral("inline-reply")));
    QVERIFY(!hints.contains(QStringLiteral("transient")));

    AlertNotice online = message();
    online.event = AlertEvent::ContactOnline;
    online.canReply = false;
    m_notifications->show(2, online);
    QTRY_COMPARE(m_server->shown().size(), 2);
    QCOMPARE(last().hints.value(QStringLiteral("category")), QStringLiteral("presence.online"));
    QCOMPARE(last().hints.value(QStringLiteral("transient")), true);
    QVERIFY(!last().actions.contains(QStringLiteral("inline-reply")));
}

void TestDesktopNotifications::plainWhereThatIsAllThereIs()
{
    QVERIFY(start({QStringLiteral("body")}));
    m_notifications->show(1, message(QStringLiteral("5 < 6")));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(last().body, QStringLiteral("5 < 6"));
    QVERIFY(last().actions.isEmpty());
}

void TestDesktopNotifications::replacesAndCloses()
{
    QVERIFY(start());
    QSignalSpy closed(m_notifications.get(), &DesktopNotifications::closed);
    m_notifications->show(1, message(QStringLiteral("one")));
    // Before the number of the first is known.
    m_notifications->show(1, message(QStringLiteral("two")));
    m_notifications->show(1, message(QStringLiteral("three")));
    QTRY_COMPARE(m_server->shown().size(), 2);
    QCOMPARE(last().body, QStringLiteral("three"));
    QCOMPARE(last().id, m_server->shown().constFirst().id);
    m_notifications->show(2, message());
    QTRY_COMPARE(m_server->shown().size(), 3);
    QVERIFY(last().id != m_server->shown().constFirst().id);
    m_notifications->close(1);
    QTRY_COMPARE(m_server->closed().size(), 1);
    QCOMPARE(closed.count(), 1);
    // The person closes the other.
    Q_EMIT m_server->NotificationClosed(last().id, 2);
    QTRY_COMPARE(closed.count(), 2);
    QCOMPARE(closed.constLast().constFirst().toULongLong(), 2U);
}

void TestDesktopNotifications::closedBeforeItWasShown()
{
    QVERIFY(start());
    m_notifications->show(1, message());
    m_notifications->close(1);
    QTRY_COMPARE(m_server->closed().size(), 1);
    QCOMPARE(m_server->closed().constFirst(), m_server->shown().constFirst().id);
}

void TestDesktopNotifications::complaint6_clickCarriesTheToken()
{
    QVERIFY(start());
    QSignalSpy activated(m_notifications.get(), &DesktopNotifications::activated);
    m_notifications->show(1, message());
    m_notifications->show(2, message());
    QTRY_COMPARE(m_server->shown().size(), 2);
    // Shown, and its number known here too.
    m_notifications->show(3, message());
    QTRY_COMPARE(m_server->shown().size(), 3);
    const uint second = m_server->shown()[1].id;
    Q_EMIT m_server->ActivationToken(second, QStringLiteral("token-4711"));
    Q_EMIT m_server->ActionInvoked(second, QStringLiteral("default"));
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst()[0].toULongLong(), 2U);
    QCOMPARE(activated.constFirst()[1].toByteArray(), QByteArray("token-4711"));
    Q_EMIT m_server->ActionInvoked(m_server->shown()[0].id, QStringLiteral("reply"));
    QTRY_COMPARE(activated.count(), 2);
    QCOMPARE(activated.constLast()[1].toByteArray(), QByteArray());
}

void TestDesktopNotifications::repliesInPlace()
{
    QVERIFY(start());
    QSignalSpy replied(m_notifications.get(), &DesktopNotifications::replied);
    m_notifications->show(5, message());
    m_notifications->show(6, message());
    QTRY_COMPARE(m_server->shown().size(), 2);
    Q_EMIT m_server->NotificationReplied(m_server->shown()[0].id, QStringLiteral("On my way"));
    QTRY_COMPARE(replied.count(), 1);
    QCOMPARE(replied.constFirst()[0].toULongLong(), 5U);
    QCOMPARE(replied.constFirst()[1].toString(), QStringLiteral("On my way"));
}

void TestDesktopNotifications::complaint5_serviceRestarts()
{
    QVERIFY(start());
    QSignalSpy closed(m_notifications.get(), &DesktopNotifications::closed);
    m_notifications->show(1, message());
    QTRY_COMPARE(m_server->shown().size(), 1);
    m_server.reset();
    QTRY_VERIFY(!m_notifications->isAvailable());
    QCOMPARE(closed.count(), 1);
    m_server = std::make_unique<NotificationServer>(m_bus->connect(QStringLiteral("again")), everything);
    QTRY_VERIFY(m_notifications->isAvailable());
    m_notifications->show(1, message());
    QTRY_COMPARE(m_server->shown().size(), 1);
}

void TestDesktopNotifications::foreignNotificationsAreNotOurs()
{
    QVERIFY(start());
    QSignalSpy activated(m_notifications.get(), &DesktopNotifications::activated);
    m_notifications->show(1, message());
    m_notifications->show(2, message());
    QTRY_COMPARE(m_server->shown().size(), 2);
    Q_EMIT m_server->ActionInvoked(4711, QStringLiteral("default"));
    Q_EMIT m_server->ActionInvoked(m_server->shown()[0].id, QStringLiteral("default"));
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst()[0].toULongLong(), 1U);
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
