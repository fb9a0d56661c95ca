#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QTest>

/// Plural forms come from the English file, or everybody reads "1 person(s)".
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsInPlainEnglish_data();
    void countsInPlainEnglish();
    void fallsBackToEnglish();
};

namespace {

QString mails(int count)
{
    return QCoreApplication::translate("Ui::InboxLine", "%n new e-mail(s), open the inbox", nullptr, count);
}

} // namespace

void TestTranslations::countsInPlainEnglish_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << 1 << QStringLiteral("1 new e-mail, open the inbox");
    QTest::newRow("two") << 2 << QStringLiteral("2 new e-mails, open the inbox");
    QTest::newRow("none") << 0 << QStringLiteral("0 new e-mails, open the inbox");
}

void TestTranslations::countsInPlainEnglish()
{
    QFETCH(int, count);
    QFETCH(QString, text);
    const Ui::Translations translations(*qApp, QLocale(QLocale::English));
    QCOMPARE(mails(count), text);
}

void TestTranslations::fallsBackToEnglish()
{
    {
        const Ui::Translations translations(*qApp, QLocale(QLocale::Icelandic));
        QCOMPARE(mails(2), QStringLiteral("2 new e-mails, open the inbox"));
    }
    QCOMPARE(mails(2), QStringLiteral("2 new e-mail(s), open the inbox"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
