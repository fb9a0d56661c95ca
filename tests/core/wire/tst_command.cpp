#include "core/wire/command.h"

#include "tests/support/capture.h"
#include "tests/support/commands.h"
#include "tests/support/transcript.h"

#include <QTest>

using namespace Msn;
using Test::Sender;

class tst_Command : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
    void classicBytes_data();
    void classicBytes();
    void argumentsBeyondTheEndAreEmpty();
    void errorNumbers();
    void anArgumentCannotBeginAnotherCommand();
    void lineLeavesThePayloadOut();
};

void tst_Command::encodes_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("bare") << Command{"OUT", {}, {}, {}} << QByteArray("OUT\r\n");
    QTest::newRow("with id") << Command{"USR", 3, {"TWN", "I", "alice@example.com"}, {}}
                             << QByteArray("USR 3 TWN I alice@example.com\r\n");
    QTest::newRow("id 0") << Command{"CHL", 0, {"1234"}, {}} << QByteArray("CHL 0 1234\r\n");
    QTest::newRow("largest id") << Command{"PRP", 4294967295U, {"MOB", "Y"}, {}}
                                << QByteArray("PRP 4294967295 MOB Y\r\n");
    QTest::newRow("payload") << Command{"MSG", 5, {"N"}, "abc"} << QByteArray("MSG 5 N 3\r\nabc");
    QTest::newRow("empty payload") << Command{"MSG", {}, {"bob@example.com", "Bob"}, ""}
                                   << QByteArray("MSG bob@example.com Bob 0\r\n");
    QTest::newRow("payload with line breaks")
        << Command{"NOT", {}, {}, "a\r\nb"} << QByteArray("NOT 4\r\na\r\nb");
}

void tst_Command::encodes()
{
    QFETCH(Command, command);
    QTEST(encode(command), "bytes");
}

void tst_Command::classicBytes_data()
{
    QTest::addColumn<int>("sender");
    QTest::addColumn<QByteArray>("bytes");
    const QStringList names = Test::Transcript::names();
    for (const QString &name : names) {
        int number = 0;
        const auto connections = Test::Transcript::load(name).connections();
        for (const auto &connection : connections) {
            if (connection.isHttp())
                continue;
            ++number;
            QTest::addRow("%s/%d client", qPrintable(name), number)
                << int(Sender::Client) << connection.sentBy(Sender::Client);
            QByteArray fromServer = connection.sentBy(Sender::Server);
            if (name == QLatin1String("l3")) // trailing blanks, which mean the same as none
                fromServer.replace(" \r\n", "\r\n");
            QTest::addRow("%s/%d server", qPrintable(name), number) << int(Sender::Server) << fromServer;
        }
    }
}

/// Reading and writing gives back every byte of the classic streams.
void tst_Command::classicBytes()
{
    QFETCH(int, sender);
    QFETCH(QByteArray, bytes);
    QByteArray written;
    const auto result = Test::readCommands(bytes, Sender(sender));
    for (const Command &command : result.commands)
        written += encode(command);
    QCOMPARE(written, bytes);
}

void tst_Command::argumentsBeyondTheEndAreEmpty()
{
    const Command command{"QNG", {}, {"50"}, {}};
    QCOMPARE(command.argument(0), QByteArray("50"));
    QCOMPARE(command.argument(1), QByteArray());
    QCOMPARE(command.argument(-1), QByteArray());
}

void tst_Command::errorNumbers()
{
    QCOMPARE((Command{"911", 4, {}, {}}).errorNumber(), 911);
    QVERIFY((Command{"911", 4, {}, {}}).isError());
    QCOMPARE((Command{"USR", 4, {}, {}}).errorNumber(), 0);
    QVERIFY(!(Command{"9X1", 4, {}, {}}).isError());
    QVERIFY(!Command().isError());
}

void tst_Command::anArgumentCannotBeginAnotherCommand()
{
    const Command command{"REM", 5, {"FL", "bob@example.com\r\nOUT"}, {}};
    QCOMPARE(encode(command), QByteArray("REM 5 FL bob@example.comOUT\r\n"));
    QCOMPARE(encode(Command{"MSG", 5, {"N\n"}, "a\r\n"}), QByteArray("MSG 5 N 3\r\na\r\n"));
}

void tst_Command::lineLeavesThePayloadOut()
{
    QCOMPARE(encodeLine(Command{"MSG", 5, {"N"}, "secret"}), QByteArray("MSG 5 N 6"));
}

QTEST_GUILESS_MAIN(tst_Command)

#include "tst_command.moc"
