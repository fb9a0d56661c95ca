#include "core/wire/commandreader.h"

#include "core/protocol/verb.h"
#include "tests/support/capture.h"
#include "tests/support/chunks.h"
#include "tests/support/commands.h"
#include "tests/support/transcript.h"

#include <QTest>

using namespace Msn;
using Test::readCommands;
using Test::ReadResult;
using Test::Sender;

class tst_CommandReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedStreams_data();
    void recordedStreams();
};

namespace {

void addStreamRows(const QByteArray &name, const QByteArray &fromClient, const QByteArray &fromServer)
{
    if (!fromClient.isEmpty())
        QTest::addRow("%s client", name.constData()) << int(Sender::Client) << fromClient;
    if (!fromServer.isEmpty())
        QTest::addRow("%s server", name.constData()) << int(Sender::Server) << fromServer;
}

} // namespace

void tst_CommandReader::recordedStreams_data()
{
    QTest::addColumn<int>("sender");
    QTest::addColumn<QByteArray>("stream");
    const QStringList transcripts = Test::Transcript::names();
    for (const QString &name : transcripts) {
        int number = 0;
        const auto connections = Test::Transcript::load(name).connections();
        for (const auto &connection : connections) {
            if (!connection.isHttp())
                addStreamRows(name.toUtf8() + '/' + QByteArray::number(++number),
                    connection.sentBy(Sender::Client), connection.sentBy(Sender::Server));
        }
    }
    const QStringList captures = Test::Capture::names();
    for (const QString &name : captures) {
        int number = 0;
        const Test::Capture capture = Test::Capture::load(name);
        for (const auto &connection : capture.connections()) {
            if (!connection.isHttp)
                addStreamRows(name.toUtf8() + '/' + QByteArray::number(++number) + ' ' + connection.who,
                    connection.sentBy(Sender::Client), connection.sentBy(Sender::Server));
        }
    }
}

/// However a stream is cut, the same commands come out; together they are the stream.
void tst_CommandReader::recordedStreams()
{
    QFETCH(int, sender);
    QFETCH(QByteArray, stream);
    const ReadResult whole = readCommands(stream, Sender(sender));
    QVERIFY(!whole.error);
    QVERIFY(!whole.commands.isEmpty());
    const QList<qsizetype> sizes = Test::chunkSizes();
    for (const qsizetype size : sizes) {
        const ReadResult cut = readCommands(stream, Sender(sender), size);
        QVERIFY(!cut.error);
        QCOMPARE(cut.isMidCommand, whole.isMidCommand);
        QCOMPARE(cut.commands, whole.commands);
    }
}

QTEST_GUILESS_MAIN(tst_CommandReader)

#include "tst_commandreader.moc"
