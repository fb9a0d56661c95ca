#include "ui/text/statustext.h"

#include <QSet>
#include <QTest>

using namespace Ui;
using Msn::Status;

class TestStatusText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesDiffer();
    void menuEntriesHaveTheirOwnLetter();
    void commandLine_data();
    void commandLine();
};

void TestStatusText::namesDiffer()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(Status::Offline); ++i)
        names.insert(StatusText::name(static_cast<Status>(i)));
    QCOMPARE(names.size(), static_cast<int>(Status::Offline) + 1);
}

void TestStatusText::menuEntriesHaveTheirOwnLetter()
{
    QSet<QChar> letters;
    const QList<Status> choosable = StatusText::choosable();
    for (const Status status : choosable) {
        const QString entry = StatusText::menuEntry(status);
        const qsizetype at = entry.indexOf(u'&');
        QVERIFY2(at >= 0, qPrintable(entry));
        letters.insert(entry.at(at + 1).toLower());
    }
    QCOMPARE(letters.size(), choosable.size());
    // A person does not choose to be idle or offline.
    QVERIFY(!choosable.contains(Status::Idle) && !choosable.contains(Status::Offline));
}

void TestStatusText::commandLine_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("status");
    QTest::newRow("online") << QStringLiteral("online") << static_cast<int>(Status::Online);
    QTest::newRow("busy") << QStringLiteral("busy") << static_cast<int>(Status::Busy);
    QTest::newRow("idle") << QStringLiteral("idle") << static_cast<int>(Status::Idle);
    QTest::newRow("brb") << QStringLiteral("brb") << static_cast<int>(Status::BeRightBack);
    QTest::newRow("away") << QStringLiteral("away") << static_cast<int>(Status::Away);
    QTest::newRow("phone") << QStringLiteral("phone") << static_cast<int>(Status::OnThePhone);
    QTest::newRow("lunch") << QStringLiteral("lunch") << static_cast<int>(Status::OutToLunch);
    QTest::newRow("hidden") << QStringLiteral("hidden") << static_cast<int>(Status::Hidden);
    QTest::newRow("capitals") << QStringLiteral("AWAY") << static_cast<int>(Status::Away);
    QTest::newRow("unknown") << QStringLiteral("asleep") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestStatusText::commandLine()
{
    QFETCH(QString, word);
    QFETCH(int, status);
    const auto found = StatusText::fromCommandLine(word);
    QCOMPARE(found ? static_cast<int>(*found) : -1, status);
}

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_statustext.moc"
