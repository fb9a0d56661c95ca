#include "tests/core/history/historysamples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

/// Kills a program that writes to its history, again and again.
class TestHistoryKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint14_nothingThatWasShownIsMissing();

private:
    QList<int> runAndKill(const QString &file, int first, qsizetype lines);
};

namespace {

constexpr int rounds = 200;

QList<int> shownIn(const QByteArray &output)
{
    QList<int> shown;
    const QByteArrayList lines = output.split('\n');
    // Behind the last line break there may be half a line.
    for (const QByteArray &line : lines.first(lines.size() - 1)) {
        if (line.startsWith("shown "))
            shown.append(line.mid(6).toInt());
    }
    return shown;
}

QSet<int> numbersIn(SqliteConnection &connection, int first)
{
    QSet<int> numbers;
    auto query = connection.prepare(QStringLiteral("SELECT CAST(text AS INTEGER) FROM message "
                                                   "WHERE CAST(text AS INTEGER) >= %1")
                                        .arg(first));
    connection.execute(query.value());
    while (query.value().next())
        numbers.insert(query.value().value(0).toInt());
    return numbers;
}

} // namespace

/// Lets it confirm about \p lines of them; returns all that it has.
QList<int> TestHistoryKilled::runAndKill(const QString &file, int first, qsizetype lines)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QCoreApplication::applicationDirPath() + QStringLiteral("/history_writer"),
        {file, QString::number(first)});
    QByteArray output;
    while (output.count('\n') < lines && writer.waitForReadyRead(20'000))
        output += writer.readAllStandardOutput();
    writer.kill();
    writer.waitForFinished();
    output += writer.readAllStandardOutput();
    return shownIn(output);
}

void TestHistoryKilled::complaint14_nothingThatWasShownIsMissing()
{
    const QTemporaryDir folder;
    const SqliteOptions options{folder.filePath(QStringLiteral("history.sqlite")), 1000, 0};
    int next = 1;
    for (int round = 0; round < rounds; ++round) {
        const int lines = QRandomGenerator::global()->bounded(1, 60);
        const QList<int> shown = runAndKill(options.file, next, lines);
        QVERIFY2(!shown.isEmpty(), "the program has shown nothing");

        auto opened = HistoryDatabase::open(options);
        QVERIFY(opened.has_value());
        QVERIFY(!opened.value()->putAside());
        SqliteConnection &connection = opened.value()->connection();
        const QSet<int> kept = numbersIn(connection, next);
        for (const int number : shown)
            QVERIFY2(kept.contains(number),
                qPrintable(QStringLiteral("round %1: line %2").arg(round).arg(number)));
        if (round % 20 == 0 || round == rounds - 1) {
            QCOMPARE(
                connection.value(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
            QVERIFY(
                connection
                    .run(QStringLiteral("INSERT INTO message_text (message_text) VALUES ('integrity-check')"))
                    .has_value());
        }
        next = *std::max_element(kept.cbegin(), kept.cend()) + 1;
    }
}

QTEST_GUILESS_MAIN(TestHistoryKilled)
#include "tst_historykilled.moc"
