#include "app/desktop/waylandidle.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <memory>

using namespace App;
using namespace std::chrono_literals;

namespace {

QByteArray word(quint32 value)
{
    return {reinterpret_cast<const char *>(&value), 4};
}

quint32 wordAt(const QByteArray &bytes, int place)
{
    quint32 value = 0;
    std::memcpy(&value, bytes.constData() + place, 4);
    return value;
}

QByteArray text(const char *words)
{
    QByteArray bytes(words, qsizetype(qstrlen(words)) + 1);
    const auto length = quint32(bytes.size());
    while (bytes.size() % 4 != 0)
        bytes.append('\0');
    return word(length) + bytes;
}

QByteArray message(quint32 object, quint32 opcode, const QByteArray &arguments = {})
{
    return word(object) + word(quint32(8 + arguments.size()) << 16 | opcode) + arguments;
}

QByteArray global(quint32 name, const char *interface, quint32 version)
{
    return message(2, 0, word(name) + text(interface) + word(version));
}

/// As much of a compositor as tells who is idle.
class Compositor : public QObject
{
    Q_OBJECT

public:
    explicit Compositor(QByteArray globals)
        : m_globals(std::move(globals))
    {
        m_server.listen(path());
        connect(&m_server, &QLocalServer::newConnection, this, &Compositor::take);
    }
    QString path() const { return m_folder.filePath(QStringLiteral("wayland-7")); }
    void say(const QByteArray &bytes) { m_client->write(bytes); }
    bool hasClient() const { return m_client && m_client->state() == QLocalSocket::ConnectedState; }
    void hangUp() { m_client->abort(); }

    /// Milliseconds that were asked for; 0: nothing yet.
    quint32 limit = 0;
    /// Objects bound to these names.
    QMap<quint32, QByteArray> bound;

private:
    void take()
    {
        m_client = m_server.nextPendingConnection();
        m_buffer.clear();
        connect(m_client, &QLocalSocket::readyRead, this, &Compositor::read);
    }
    void read()
    {
        m_buffer += m_client->readAll();
        while (m_buffer.size() >= 8 && m_buffer.size() >= qsizetype(wordAt(m_buffer, 4) >> 16)) {
            const auto size = qsizetype(wordAt(m_buffer, 4) >> 16);
            handle(wordAt(m_buffer, 0), wordAt(m_buffer, 4) & 0xFFFF, m_buffer.mid(8, size - 8));
            m_buffer.remove(0, size);
        }
    }
    void handle(quint32 object, quint32 opcode, const QByteArray &arguments)
    {
        if (object == 1 && opcode == 1) // get_registry
            say(m_globals);
        else if (object == 1 && opcode == 0) // sync
            say(message(wordAt(arguments, 0), 0, word(1)) + message(1, 1, arguments));
        else if (object == 2) // bind
            bound.insert(wordAt(arguments, 0), arguments.mid(8, wordAt(arguments, 4) - 1));
        else if (object == 5 && opcode == 1)
            limit = wordAt(arguments, 4);
    }

    QTemporaryDir m_folder;
    QLocalServer m_server;
    QLocalSocket *m_client = nullptr;
    QByteArray m_globals;
    QByteArray m_buffer;
};

QByteArray usualGlobals()
{
    return global(1, "wl_compositor", 5) + global(14, "wl_seat", 8) + global(23, "ext_idle_notifier_v1", 1);
}

const QByteArray idled = message(6, 0);
const QByteArray resumed = message(6, 1);

} // namespace

class TestWaylandIdle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_source.reset(); }
    void complaint21_theCompositorTellsByItself();
    void messagesMayComeInPieces();
    void saysWhenItCannotKnow_data();
    void saysWhenItCannotKnow();
    void noCompositor();
    void whoeverWasIdleIsBackWhenTheCompositorGoes();
    void stops();
    void findsTheSocketOfTheSession();

private:
    void watch(const QString &path)
    {
        m_source = std::make_unique<WaylandIdle>(path);
        m_went = std::make_unique<QSignalSpy>(m_source.get(), &IdleSource::wentIdle);
        m_back = std::make_unique<QSignalSpy>(m_source.get(), &IdleSource::cameBack);
        m_unavailable = std::make_unique<QSignalSpy>(m_source.get(), &IdleSource::unavailable);
        m_source->watch(5min);
    }

    std::unique_ptr<WaylandIdle> m_source;
    std::unique_ptr<QSignalSpy> m_went;
    std::unique_ptr<QSignalSpy> m_back;
    std::unique_ptr<QSignalSpy> m_unavailable;
};

void TestWaylandIdle::complaint21_theCompositorTellsByItself()
{
    Compositor compositor(usualGlobals());
    watch(compositor.path());
    QTRY_COMPARE(compositor.limit, 300'000u);
    QCOMPARE(compositor.bound.value(14), QByteArray("wl_seat"));
    QCOMPARE(compositor.bound.value(23), QByteArray("ext_idle_notifier_v1"));
    compositor.say(message(4, 0, word(3))); // capabilities of the seat: nothing to us
    compositor.say(idled);
    QTRY_COMPARE(m_went->count(), 1);
    QCOMPARE(m_back->count(), 0);
    compositor.say(resumed + idled);
    QTRY_COMPARE(m_went->count(), 2);
    QCOMPARE(m_back->count(), 1);
    QCOMPARE(m_unavailable->count(), 0);
}

void TestWaylandIdle::messagesMayComeInPieces()
{
    Compositor compositor(usualGlobals());
    watch(compositor.path());
    QTRY_COMPARE(compositor.limit, 300'000u);
    compositor.say(idled.left(3));
    compositor.say(idled.mid(3) + resumed.left(6));
    QTRY_COMPARE(m_went->count(), 1);
    compositor.say(resumed.mid(6));
    QTRY_COMPARE(m_back->count(), 1);
}

void TestWaylandIdle::saysWhenItCannotKnow_data()
{
    QTest::addColumn<QByteArray>("globals");
    QTest::newRow("no such protocol") << global(1, "wl_seat", 8);
    QTest::newRow("nobody sits there") << global(1, "ext_idle_notifier_v1", 1);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an error") << message(1, 0, word(2) + word(1) + text("no"));
    QTest::newRow("no message") << word(1) + word(0);
    QTest::newRow("text without an end") << message(2, 0, word(1) + word(0xFFFF'FFFF));
}

void TestWaylandIdle::saysWhenItCannotKnow()
{
    QFETCH(QByteArray, globals);
    Compositor compositor(globals);
    watch(compositor.path());
    QTRY_COMPARE(m_unavailable->count(), 1);
    QTRY_VERIFY(!compositor.hasClient());
    QCOMPARE(m_went->count(), 0);
}

void TestWaylandIdle::noCompositor()
{
    watch(QString());
    QCOMPARE(m_unavailable->count(), 1);
    watch(QStringLiteral("/nowhere/wayland-0"));
    QTRY_COMPARE(m_unavailable->count(), 1);
}

void TestWaylandIdle::whoeverWasIdleIsBackWhenTheCompositorGoes()
{
    Compositor compositor(usualGlobals());
    watch(compositor.path());
    QTRY_COMPARE(compositor.limit, 300'000u);
    compositor.say(idled);
    QTRY_COMPARE(m_went->count(), 1);
    compositor.hangUp();
    QTRY_COMPARE(m_unavailable->count(), 1);
    QCOMPARE(m_back->count(), 1);
}

void TestWaylandIdle::stops()
{
    Compositor compositor(usualGlobals());
    watch(compositor.path());
    QTRY_COMPARE(compositor.limit, 300'000u);
    m_source->watch(0ms);
    QTRY_VERIFY(!compositor.hasClient());
    QCOMPARE(m_unavailable->count(), 0);
    m_source->watch(1min);
    QTRY_COMPARE(compositor.limit, 60'000u);
}

void TestWaylandIdle::findsTheSocketOfTheSession()
{
    qunsetenv("WAYLAND_DISPLAY");
    qputenv("XDG_RUNTIME_DIR", "/run/user/1000");
    QCOMPARE(WaylandIdle::standardSocket(), QString());
    qputenv("WAYLAND_DISPLAY", "wayland-1");
    QCOMPARE(WaylandIdle::standardSocket(), QStringLiteral("/run/user/1000/wayland-1"));
    qputenv("WAYLAND_DISPLAY", "/elsewhere/wayland-1");
    QCOMPARE(WaylandIdle::standardSocket(), QStringLiteral("/elsewhere/wayland-1"));
}

QTEST_GUILESS_MAIN(TestWaylandIdle)
#include "tst_waylandidle.moc"
