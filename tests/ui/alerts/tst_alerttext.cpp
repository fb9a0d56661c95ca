#include "ui/alerts/alerttext.h"

#include <QSet>
#include <QTest>

using namespace Ui;

class TestAlertText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventHasWords();
    void everySoundHasItsName();
    void excerpts_data();
    void excerpts();
};

void TestAlertText::everyEventHasWords()
{
    QSet<QString> names;
    for (const AlertEvent event : alertEvents()) {
        QVERIFY(AlertText::title(event, QStringLiteral("Ana")).contains(QLatin1String("Ana")));
        QVERIFY(!AlertText::title(event, QStringLiteral("Ana")).contains(u'!'));
        names.insert(AlertText::eventName(event));
    }
    QCOMPARE(names.size(), alertEvents().size());
    const QString long40 = QString(40, u'x');
    QVERIFY(
        AlertText::title(AlertEvent::ContactOnline, long40).endsWith(QStringLiteral("x\u2026 is online")));
    QCOMPARE(AlertText::text(AlertEvent::Message, QStringLiteral("Hello")), QStringLiteral("Hello"));
}

void TestAlertText::everySoundHasItsName()
{
    QSet<QString> names;
    for (const Sound sound : allSounds())
        names.insert(AlertText::soundTitle(sound));
    QCOMPARE(names.size(), allSounds().size());
}

void TestAlertText::excerpts_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("short") << QStringLiteral("See you at six") << QStringLiteral("See you at six");
    QTest::newRow("lines") << QStringLiteral("one\r\ntwo\n\nthree") << QStringLiteral("one two three");
    QTest::newRow("turns the writing direction") << QStringLiteral("ab\u202ecd") << QStringLiteral("abcd");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("long") << QString(500, u'x') << QString(199, u'x') + QChar(0x2026);
    const QString butterfly = QStringLiteral("\U0001F98B");
    QTest::newRow("not through a character")
        << butterfly.repeated(300) << butterfly.repeated(99) + QChar(0x2026);
}

void TestAlertText::excerpts()
{
    QFETCH(QString, message);
    QFETCH(QString, excerpt);
    QCOMPARE(alertExcerpt(message), excerpt);
}

QTEST_GUILESS_MAIN(TestAlertText)
#include "tst_alerttext.moc"
