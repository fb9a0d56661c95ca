#include "core/base/passwordgenerator.h"
#include "core/base/spokenwords.h"

#include <QSet>
#include <QTest>

#include <algorithm>

class TestPasswordGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsEveryNetwork();
    void neverTheSame();
    void phraseCanBeSaid();
};

void TestPasswordGenerator::fitsEveryNetwork()
{
    for (int i = 0; i < 200; ++i) {
        const QString password = Msn::generatePassword();
        QCOMPARE(password.size(), 16);
        QVERIFY(std::all_of(password.begin(), password.end(), [](QChar c) {
            return c.unicode() < 128 && c.isLetterOrNumber() && !QStringLiteral("lIO01").contains(c);
        }));
    }
}

void TestPasswordGenerator::neverTheSame()
{
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(Msn::generatePassword());
    QCOMPARE(seen.size(), 1000);
}

void TestPasswordGenerator::phraseCanBeSaid()
{
    QSet<QString> known;
    for (const char *word : Msn::spokenWords())
        known.insert(QLatin1String(word));
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString phrase = Msn::generatePassphrase();
        const QStringList words = phrase.split(QLatin1Char('-'));
        QCOMPARE(words.size(), 4);
        for (const QString &word : words)
            QVERIFY2(known.contains(word), qPrintable(word));
        seen.insert(phrase);
    }
    QCOMPARE(seen.size(), 200);
}

QTEST_GUILESS_MAIN(TestPasswordGenerator)
#include "tst_passwordgenerator.moc"
