#include "core/models/trafficmodel.h"
#include "core/net/trafficlog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Msn;

namespace {

QByteArray line(const QByteArray &text, const QByteArray &arrow = "->")
{
    return "2026-01-31T12:34:56.789Z " + arrow + ' ' + text;
}

} // namespace

class TestTrafficModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_model = std::make_unique<TrafficModel>(); }
    void takesALineApart_data();
    void takesALineApart();
    void readsWhatTheLogWrites();
    void saysWhoseLineItIs();
    void staysWithinItsBounds_data();
    void staysWithinItsBounds();
    void cutsAnEndlessLine();
    void linesWaitWhilePaused();
    void waitingLinesAreBoundedToo();
    void clearsEverything();

private:
    QVariant first(int role) const { return m_model->index(0).data(role); }

    std::unique_ptr<TrafficModel> m_model;
};

void TestTrafficModel::takesALineApart_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("text");
    QTest::newRow("sent") << line("VER 1 MSNP10") << true << QStringLiteral("VER")
                          << QStringLiteral("VER 1 MSNP10");
    QTest::newRow("received, line end escaped")
        << line("QNG\\r\\n", "<-") << false << QStringLiteral("QNG") << QStringLiteral("QNG\\r\\n");
    QTest::newRow("step of Passport")
        << line("HTTP 302 https://login.example.net/", "<-") << false << QStringLiteral("HTTP")
        << QStringLiteral("HTTP 302 https://login.example.net/");
    QTest::newRow("nothing") << QByteArray() << false << QString() << QString();
}

void TestTrafficModel::takesALineApart()
{
    QFETCH(QByteArray, whole);
    const QAbstractItemModelTester tester(m_model.get());
    m_model->append(whole);
    QTEST(first(TrafficModel::SentRole).toBool(), "sent");
    QTEST(first(TrafficModel::VerbRole).toString(), "verb");
    QTEST(first(TrafficModel::TextRole).toString(), "text");
    QCOMPARE(first(TrafficModel::LineRole).toString().toUtf8(), whole);
}

void TestTrafficModel::readsWhatTheLogWrites()
{
    TrafficLog log;
    connect(&log, &TrafficLog::lineWritten, m_model.get(), &TrafficModel::append);
    Command command;
    command.verb = "USR";
    command.transactionId = 7;
    command.args = {"TWN", "S", "t=secret"};
    log.sent(command);
    QVERIFY(first(TrafficModel::SentRole).toBool());
    QCOMPARE(first(TrafficModel::VerbRole).toString(), QStringLiteral("USR"));
    QVERIFY(!first(TrafficModel::LineRole).toString().contains(QLatin1String("secret")));
    QCOMPARE(first(TrafficModel::TimeRole).toString().size(), 12);
}

void TestTrafficModel::saysWhoseLineItIs()
{
    const QAbstractItemModelTester tester(m_model.get());
    TrafficLog log;
    connect(&log, &TrafficLog::lineWritten, m_model.get(), &TrafficModel::append);
    const QString alice = QStringLiteral("alice@example.com on Home");
    log.partOf(alice)->sent(Command{"PNG", {}, {}, {}});
    QCOMPARE(first(TrafficModel::AccountRole).toString(), alice);
    QVERIFY(!first(TrafficModel::LineRole).toString().contains(alice)); // there is nobody else
    log.partOf(QStringLiteral("bob@example.net on Home"))->received(Command{"QNG", {}, {}, {}});
    log.sentNote("GET https://example.org/"); // nobody's
    QCOMPARE(m_model->accounts().size(), 2);
    QVERIFY(first(TrafficModel::LineRole)
                .toString()
                .contains(QStringLiteral("Z [alice@example.com on Home] -> PNG")));
    QCOMPARE(m_model->index(2).data(TrafficModel::AccountRole).toString(), QString());
    QVERIFY(m_model->index(2).data(TrafficModel::LineRole).toString().contains(QStringLiteral("Z -> GET")));
}

void TestTrafficModel::staysWithinItsBounds_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("bytes");
    QTest::newRow("many short lines") << 2 * TrafficModel::maxLines + 1 << 40;
    QTest::newRow("fewer long ones") << 1000 << 12'000;
}

void TestTrafficModel::staysWithinItsBounds()
{
    QFETCH(int, lines);
    QFETCH(int, bytes);
    for (int i = 0; i < lines; ++i)
        m_model->append(line(QByteArray::number(i) + ' ' + QByteArray(bytes, 'x')));
    QVERIFY(m_model->rowCount() <= TrafficModel::maxLines);
    QVERIFY(qint64(m_model->rowCount()) * bytes <= TrafficModel::maxBytes);
    QVERIFY(m_model->rowCount() > 100);
    const QModelIndex newest = m_model->index(m_model->rowCount() - 1);
    QCOMPARE(newest.data(TrafficModel::VerbRole).toInt(), lines - 1);
}

void TestTrafficModel::cutsAnEndlessLine()
{
    m_model->append(line(QByteArray(1'000'000, 'x')));
    QVERIFY(first(TrafficModel::LineRole).toString().size() <= TrafficModel::maxLineBytes);
}

void TestTrafficModel::linesWaitWhilePaused()
{
    QSignalSpy waiting(m_model.get(), &TrafficModel::waitingCountChanged);
    m_model->append(line("VER 1"));
    m_model->setPaused(true);
    m_model->append(line("CVR 2"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->waitingCount(), 1);
    QCOMPARE(waiting.size(), 1);
    m_model->setPaused(false);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->waitingCount(), 0);
}

void TestTrafficModel::waitingLinesAreBoundedToo()
{
    m_model->setPaused(true);
    for (int i = 0; i < TrafficModel::maxLines + 10; ++i)
        m_model->append(line("PNG"));
    QCOMPARE(m_model->waitingCount(), TrafficModel::maxLines);
}

void TestTrafficModel::clearsEverything()
{
    m_model->append(line("VER 1"));
    m_model->setPaused(true);
    m_model->append(line("VER 2"));
    m_model->clear();
    m_model->setPaused(false);
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTrafficModel)
#include "tst_trafficmodel.moc"
