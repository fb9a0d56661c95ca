#include "ui/text/errortext.h"

#include "core/protocol/servererror.h"
#include "ui/text/servererrorrows.h"

#include <QMetaEnum>
#include <QTest>

using namespace Ui;
using Msn::ErrorCode;

namespace {

/// As the house wants it: one sentence, a capital at its start, a full stop at its end, no markup
/// and no exclamation mark.
void checkSentence(const QString &sentence)
{
    QVERIFY2(!sentence.isEmpty(), "no words");
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    const QChar first = sentence.front();
    QVERIFY2(
        first.isUpper() || first == u'“' || first.isDigit() || sentence.startsWith(QLatin1String("about")),
        qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'!') && !sentence.contains(u'<'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1String("%1")), qPrintable(sentence));
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasWords_data();
    void everyCodeHasWords();
    void everyServerNumberHasWords_data();
    void everyServerNumberHasWords();
    void unknownNumbersGetTheWordsOfTheirGroup();
    void subjectIsNamed();
    void numberStandsInTheDetails();
    void markupOfAServerStaysText();
    void percentInASubject();
    void aRefusedAccountHearsWhy();
};

void TestErrorText::everyCodeHasWords_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("subject");
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i) {
        if (codes.value(i) == static_cast<int>(ErrorCode::None)
            || codes.value(i) == static_cast<int>(ErrorCode::ServerRefused))
            continue;
        QTest::addRow("%s, with subject", codes.key(i)) << codes.value(i) << QStringLiteral("About");
        QTest::addRow("%s, without", codes.key(i)) << codes.value(i) << QString();
    }
}

void TestErrorText::everyCodeHasWords()
{
    QFETCH(int, code);
    QFETCH(QString, subject);
    const ErrorWords words = ErrorText::describe({static_cast<ErrorCode>(code), 0, subject, {}, {}, {}});
    checkSentence(words.what);
    checkSentence(words.remedy);
    const ErrorWords unknown = ErrorText::describe({static_cast<ErrorCode>(9999), 0, {}, {}, {}, {}});
    QVERIFY2(words.what != unknown.what, "only the words for what is unknown");
}

void TestErrorText::everyServerNumberHasWords_data()
{
    QTest::addColumn<int>("number");
    for (const Msn::ServerErrorRow &row : Msn::serverErrorTable())
        QTest::addRow("%d", row.number) << row.number;
}

void TestErrorText::everyServerNumberHasWords()
{
    QFETCH(int, number);
    QVERIFY2(findServerErrorWords(number), "no words of its own");
    for (const QString &subject : {QString(), QStringLiteral("About")}) {
        const ErrorWords words = ErrorText::describeServerNumber(number, subject);
        checkSentence(words.what);
        checkSentence(words.remedy);
    }
}

void TestErrorText::unknownNumbersGetTheWordsOfTheirGroup()
{
    QSet<QString> seen;
    for (const int number : {299, 599, 799, 999, 42}) {
        QVERIFY(!findServerErrorWords(number));
        const ErrorWords words = ErrorText::describeServerNumber(number, {});
        checkSentence(words.what);
        seen.insert(words.what);
    }
    QCOMPARE(seen.size(), 5);
}

void TestErrorText::subjectIsNamed()
{
    const QString host = QStringLiteral("msn.example.com:1863");
    QVERIFY(ErrorText::describe({ErrorCode::HostNotFound, 0, host, {}, {}, {}}).what.contains(host));
    const QString address = QStringLiteral("ana@example.com");
    QVERIFY(ErrorText::describe({ErrorCode::ServerRefused, 205, address, {}, {}, {}}).what.contains(address));
}

void TestErrorText::numberStandsInTheDetails()
{
    const ErrorWords words = ErrorText::describe(
        {ErrorCode::ServerRefused, 217, QStringLiteral("ana@example.com"), QStringLiteral("raw"), {}, {}});
    QVERIFY(words.details.contains(QLatin1String("217")));
    QVERIFY(words.details.contains(QLatin1String("raw")));
    QVERIFY(!words.what.contains(QLatin1String("217")));
}

void TestErrorText::markupOfAServerStaysText()
{
    const QString evil = QStringLiteral("<img src=x>");
    // Shown as plain text by MessageBar; here it only must not be changed or lost.
    QVERIFY(ErrorText::describe({ErrorCode::ServerRefused, 205, evil, {}, {}, {}}).what.contains(evil));
}

/// A subject that looks like a place for an argument must not be taken for one.
void TestErrorText::percentInASubject()
{
    const QString odd = QStringLiteral("%1%2@example.com");
    QVERIFY(ErrorText::describe({ErrorCode::ServerRefused, 205, odd, {}, {}, {}}).what.contains(odd));
    QVERIFY(ErrorText::brief({ErrorCode::ServerRefused, 205, odd, {}, {}, {}}).contains(odd));
}

/// Quiet hours, for example: trying again and again would not help.
void TestErrorText::aRefusedAccountHearsWhy()
{
    Msn::Error error = Msn::makeError(ErrorCode::AccountRefused, QStringLiteral("rosa@example.com"));
    const QString asked = ErrorText::describe(error).remedy;
    error.detail = QStringLiteral("Come back\nat 07:00 %1 <b>");
    const ErrorWords words = ErrorText::describe(error);
    QVERIFY(words.remedy != asked);
    QVERIFY2(words.remedy.contains(QStringLiteral("Come back at 07:00 %1 <b>")), qPrintable(words.remedy));
    error.detail = QString(10'000, u'x');
    QVERIFY(ErrorText::describe(error).remedy.size() < 400);
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
