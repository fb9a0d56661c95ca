#include "core/base/friendlyname.h"

#include <QTest>

using Msn::FriendlyName;

class tst_FriendlyName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleLine_data();
    void singleLine();
    void keepsWhatWasReceived();
};

void tst_FriendlyName::singleLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("Bob (work)") << QStringLiteral("Bob (work)");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("line breaks") << QStringLiteral("Bob\r\nis\tback\u2028now\u2029")
                                 << QStringLiteral("Bob  is back now");
    QTest::newRow("controls") << QStringLiteral("B\u0000o\u0007b\u007F\u009F") << QStringLiteral("Bob");
    QTest::newRow("direction override") << QStringLiteral("gpj.\u202Etxt\u202C") << QStringLiteral("gpj.txt");
    QTest::newRow("direction isolates")
        << QStringLiteral("\u2066a\u2067b\u2068c\u2069\u061C") << QStringLiteral("abc");
    QTest::newRow("right to left stays") << QStringLiteral("\u0645\u0631\u062D\u0628\u0627")
                                         << QStringLiteral("\u0645\u0631\u062D\u0628\u0627");
    QTest::newRow("emoji stays") << QStringLiteral("\U0001F98B\U0001F468\u200D\U0001F469\u200D\U0001F467")
                                 << QStringLiteral("\U0001F98B\U0001F468\u200D\U0001F469\u200D\U0001F467");
    QTest::newRow("nothing but blanks") << QStringLiteral(" \n\t ") << QString();
}

void tst_FriendlyName::singleLine()
{
    QFETCH(QString, text);
    QTEST(FriendlyName(text).singleLine(), "shown");
}

void tst_FriendlyName::keepsWhatWasReceived()
{
    const QString text = QStringLiteral("a\nb");
    QCOMPARE(FriendlyName(text).text(), text);
    QVERIFY(FriendlyName(text) != FriendlyName(QStringLiteral("a b")));
    QVERIFY(FriendlyName().isEmpty());
}

QTEST_GUILESS_MAIN(tst_FriendlyName)

#include "tst_friendlyname.moc"
