#include "core/service/security/passwordhash.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Msn;

class tst_PasswordHash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rightAndWrong_data();
    void rightAndWrong();
    void ownSaltEach();
    void ofEarlierVersions();
    void broken_data();
    void broken();
    void outdated();
    void costsTime();
};

void tst_PasswordHash::rightAndWrong_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("word") << QStringLiteral("secret");
    QTest::newRow("empty") << QString();
    QTest::newRow("not Latin") << QStringLiteral("пароль 你好 ♥");
    QTest::newRow("with a zero") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("long") << QString(5000, QLatin1Char('x'));
}

void tst_PasswordHash::rightAndWrong()
{
    QFETCH(QString, password);
    const PasswordHash hash = PasswordHash::make(password, PasswordCost::least());
    QVERIFY(hash.text.startsWith("$argon2id$"));
    QVERIFY(hash.matches(password));
    QVERIFY(!hash.matches(password + QLatin1Char('x')));
    QVERIFY(!hash.matches(QStringLiteral("a")));
}

void tst_PasswordHash::ownSaltEach()
{
    const QString password = QStringLiteral("secret");
    QVERIFY(!(PasswordHash::make(password, PasswordCost::least())
        == PasswordHash::make(password, PasswordCost::least())));
}

/// Made with Python's hashlib.
void tst_PasswordHash::ofEarlierVersions()
{
    const PasswordHash hash
        = PasswordHash::fromPbkdf2(QByteArray::fromHex("000102030405060708090a0b0c0d0e0f"),
            QByteArray::fromHex("f8332ea7a39557af003df934f09c9a92e648b4fe4cd432aeea7b4d017c35ab3f"), 10);
    QVERIFY(hash.matches(QStringLiteral("secret")));
    QVERIFY(!hash.matches(QStringLiteral("Secret")));
    QVERIFY(PasswordHash::fromPbkdf2("salt", {}, 10).isEmpty());
}

void tst_PasswordHash::broken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another way") << QByteArray("$2b$10$abcdefghijklmnopqrstuv");
    QTest::newRow("cut off") << QByteArray("$argon2id$v=19$m=8,t=1,p=1$");
    QTest::newRow("too long") << QByteArray("$argon2id$v=19$m=8,t=1,p=1$").leftJustified(4000, 'A');
    QTest::newRow("no iterations") << QByteArray("$pbkdf2-sha256$0$c2FsdA==$ZGlnZXN0");
    QTest::newRow("no digest") << QByteArray("$pbkdf2-sha256$10$c2FsdA==$");
    QTest::newRow("too few parts") << QByteArray("$pbkdf2-sha256$10");
}

void tst_PasswordHash::broken()
{
    QFETCH(QByteArray, text);
    const PasswordHash hash{text};
    QVERIFY(!hash.matches({}));
    QVERIFY(!hash.matches(QStringLiteral("secret")));
    QVERIFY(hash.isOutdated(PasswordCost::least()));
}

void tst_PasswordHash::outdated()
{
    const PasswordHash hash = PasswordHash::make(QStringLiteral("x"), PasswordCost::least());
    QVERIFY(!hash.isOutdated(PasswordCost::least()));
    QVERIFY(hash.isOutdated(PasswordCost()));
    QVERIFY(PasswordHash::fromPbkdf2("salt", "digest", 10).isOutdated(PasswordCost::least()));
}

/// More than a thousand passwords in a second would be too many for whoever guesses.
void tst_PasswordHash::costsTime()
{
    const PasswordHash hash = PasswordHash::make(QStringLiteral("x"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!hash.matches(QStringLiteral("y")));
    QVERIFY(timer.elapsed() > 5);
}

QTEST_GUILESS_MAIN(tst_PasswordHash)

#include "tst_passwordhash.moc"
