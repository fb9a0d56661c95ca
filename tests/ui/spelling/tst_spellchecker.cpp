#include "tests/support/testdata.h"
#include "ui/spelling/spellchecker.h"
#include "ui/spelling/spellcheckers.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Ui;

/// Complaint 26: spell check, several languages, can be switched off.
class tst_SpellChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsDictionaries();
    void complaint26_severalLanguages();
    void languageCSpeaksEnglish();
    void neverBlocks();
    void suggests();
    void ignoresForNow();
    void namesLanguages();

private:
    const QStringList m_folders{Test::dataPath(QStringLiteral("spelling"))};
};

void tst_SpellChecker::findsDictionaries()
{
    const Dictionaries dictionaries(m_folders);
    QCOMPARE(dictionaries.all().keys(), QStringList({QStringLiteral("en_TT"), QStringLiteral("pt_TT")}));
    QCOMPARE(dictionaries.closest(QStringLiteral("pt_TT")), QStringLiteral("pt_TT"));
    QCOMPARE(dictionaries.closest(QStringLiteral("pt-BR")), QStringLiteral("pt_TT"));
    QCOMPARE(dictionaries.closest(QStringLiteral("en")), QStringLiteral("en_TT"));
    QVERIFY(dictionaries.closest(QStringLiteral("fr_FR")).isEmpty());
    QVERIFY(Dictionaries({QStringLiteral("/nowhere")}).all().isEmpty());
}

void tst_SpellChecker::complaint26_severalLanguages()
{
    SpellCheckers checkers(m_folders);
    SpellChecker *english = checkers.checker(QStringLiteral("en_TT"));
    SpellChecker *portuguese = checkers.checker(QStringLiteral("pt_BR"));
    QVERIFY(english && portuguese && english != portuguese);
    QCOMPARE(checkers.checker(QStringLiteral("en")), english);
    QVERIFY(!checkers.checker(QStringLiteral("fr")));
    english->isWrong(QStringLiteral("barco"));
    QTRY_VERIFY(english->isWrong(QStringLiteral("barco")));
    // The dictionary is in Latin 1.
    portuguese->isWrong(QString::fromUtf8("olá"));
    portuguese->isWrong(QStringLiteral("ola"));
    QTRY_VERIFY(portuguese->isWrong(QStringLiteral("ola")));
    QVERIFY(!portuguese->isWrong(QString::fromUtf8("olá")));
    QVERIFY(!portuguese->isWrong(QStringLiteral("barco")));
    QVERIFY(!portuguese->isWrong(QString::fromUtf8("مرحبا")));
}

/// Without a language of its own the system has no word in its name to look a dictionary up by.
void tst_SpellChecker::languageCSpeaksEnglish()
{
    QCOMPARE(QLocale::system().language(), QLocale::C);
    SpellCheckers checkers(m_folders);
    QVERIFY(checkers.checker({}));
    QCOMPARE(checkers.checker({}), checkers.checker(QStringLiteral("en_TT")));
}

void tst_SpellChecker::neverBlocks()
{
    SpellCheckers checkers(m_folders);
    SpellChecker &english = *checkers.checker(QStringLiteral("en_TT"));
    QSignalSpy changed(&english, &SpellChecker::changed);
    // Nothing is known yet, and nothing waits for it.
    QVERIFY(!english.isWrong(QStringLiteral("wrod")));
    QVERIFY(!english.isWrong(QStringLiteral("world")));
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QVERIFY(english.isWrong(QStringLiteral("wrod")));
    QVERIFY(!english.isWrong(QStringLiteral("world")));
}

void tst_SpellChecker::suggests()
{
    SpellCheckers checkers(m_folders);
    SpellChecker &english = *checkers.checker(QStringLiteral("en_TT"));
    QSignalSpy suggested(&english, &SpellChecker::suggested);
    english.suggest(QStringLiteral("wrold"));
    QVERIFY(suggested.wait());
    QCOMPARE(suggested.first().first().toString(), QStringLiteral("wrold"));
    QVERIFY(suggested.first().at(1).toStringList().contains(QStringLiteral("world")));
}

void tst_SpellChecker::ignoresForNow()
{
    SpellCheckers checkers(m_folders);
    SpellChecker &english = *checkers.checker(QStringLiteral("en_TT"));
    english.isWrong(QStringLiteral("Swallowtail"));
    QTRY_VERIFY(english.isWrong(QStringLiteral("Swallowtail")));
    QSignalSpy changed(&english, &SpellChecker::changed);
    english.ignore(QStringLiteral("Swallowtail"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!english.isWrong(QStringLiteral("Swallowtail")));
}

void tst_SpellChecker::namesLanguages()
{
    QVERIFY(SpellCheckers::shownName(QStringLiteral("pt_BR")).contains(QStringLiteral("Brasil")));
    QVERIFY(!SpellCheckers::shownName(QStringLiteral("zz")).isEmpty());
}

QTEST_MAIN(tst_SpellChecker)
#include "tst_spellchecker.moc"
