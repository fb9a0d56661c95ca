#include "ui/text/fingerprintwords.h"

#include "core/base/spokenwords.h"

#include <QSet>
#include <QTest>

using namespace Ui;

class TestFingerprintWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsFitForReadingAloud();
    void eightBytesBecomeEightWords();
    void shortDigest();
};

void TestFingerprintWords::listIsFitForReadingAloud()
{
    QSet<QString> seen;
    for (const char *entry : Msn::spokenWords()) {
        const QString word = QLatin1String(entry);
        QVERIFY2(word.size() >= 3 && word.size() <= 8, entry);
        for (const QChar c : word)
            QVERIFY2(c >= u'a' && c <= u'z', entry);
        seen.insert(word);
    }
    QCOMPARE(seen.size(), 256);
}

void TestFingerprintWords::eightBytesBecomeEightWords()
{
    const QByteArray digest = QByteArray::fromHex("00ff000102030405") + QByteArray(24, '\x11');
    const QStringList words = fingerprintWords(digest);
    QCOMPARE(words.size(), 8);
    QCOMPARE(words.at(0), QLatin1String(Msn::spokenWords()[0]));
    QCOMPARE(words.at(1), QLatin1String(Msn::spokenWords()[255]));
    QCOMPARE(words.at(2), words.at(0));
}

void TestFingerprintWords::shortDigest()
{
    QCOMPARE(fingerprintWords(QByteArray("ab")).size(), 2);
    QVERIFY(fingerprintWords({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestFingerprintWords)
#include "tst_fingerprintwords.moc"
