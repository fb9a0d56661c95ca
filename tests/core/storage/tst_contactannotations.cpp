#include "core/storage/contactannotations.h"

#include "core/base/friendlyname.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

class TestContactAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst();
    void comesBackFromTheFile();
    void caseOfTheAddressDoesNotMatter();
    void tellsOnlyRealChanges();
    void textIsTrimmedAndLimited();
    void nicknameIsOneCleanLine();
    void emptyOnesLeaveTheFile();
    void brokenFileIsNoHarm();
};

namespace {

const Address ana(QStringLiteral("Ana@example.com"));

} // namespace

void TestContactAnnotations::nothingIsKnownAtFirst()
{
    const ContactAnnotations annotations{QString()};
    QVERIFY(annotations.of(ana).isEmpty());
}

void TestContactAnnotations::comesBackFromTheFile()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("deeper/people.json"));
    const ContactAnnotation known{
        QStringLiteral("Aunt \u5c0f\u96e8"), QStringLiteral("Birthday 3 May\nlikes tea"), true};
    {
        ContactAnnotations annotations(file);
        annotations.set(ana, known);
        QVERIFY(annotations.flush());
    }
    const ContactAnnotations annotations(file);
    QCOMPARE(annotations.of(ana), known);
}

void TestContactAnnotations::caseOfTheAddressDoesNotMatter()
{
    ContactAnnotations annotations{QString()};
    annotations.setNickname(ana, QStringLiteral("Annie"));
    QCOMPARE(annotations.of(Address(QStringLiteral("ANA@EXAMPLE.COM"))).nickname, QStringLiteral("Annie"));
}

void TestContactAnnotations::tellsOnlyRealChanges()
{
    ContactAnnotations annotations{QString()};
    QSignalSpy changed(&annotations, &ContactAnnotations::changed);
    annotations.setNote(ana, QStringLiteral("tea"));
    annotations.setNote(ana, QStringLiteral("  tea  "));
    annotations.setFavourite(ana, false);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<Address>(), ana);
    annotations.setFavourite(ana, true);
    QCOMPARE(annotations.of(ana).note, QStringLiteral("tea"));
    QCOMPARE(changed.count(), 2);
}

void TestContactAnnotations::textIsTrimmedAndLimited()
{
    ContactAnnotations annotations{QString()};
    annotations.set(ana, {QString(500, u'n'), QString(50'000, u'x') + u' ', false});
    QCOMPARE(annotations.of(ana).nickname.size(), ContactAnnotations::maxNicknameLength);
    QCOMPARE(annotations.of(ana).note.size(), ContactAnnotations::maxNoteLength);
}

void TestContactAnnotations::nicknameIsOneCleanLine()
{
    ContactAnnotations annotations{QString()};
    const Address ana(QStringLiteral("ana@example.com"));
    QCOMPARE(annotations.nicknameOf(ana), QString());
    annotations.setNickname(ana, QStringLiteral("Little\nsister"));
    QCOMPARE(annotations.nicknameOf(ana), cleanedSingleLine(QStringLiteral("Little\nsister")));
    QVERIFY(!annotations.nicknameOf(ana).contains(u'\n'));
}

void TestContactAnnotations::emptyOnesLeaveTheFile()
{
    const QTemporaryDir directory;
    const QString name = directory.filePath(QStringLiteral("people.json"));
    ContactAnnotations annotations(name);
    annotations.setFavourite(ana, true);
    annotations.setFavourite(ana, false);
    QVERIFY(annotations.flush());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("ana@"));
}

void TestContactAnnotations::brokenFileIsNoHarm()
{
    const QTemporaryDir directory;
    const QString name = directory.filePath(QStringLiteral("people.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"people\": [1, {\"nickname\": 7}");
    file.close();
    ContactAnnotations annotations(name);
    QVERIFY(annotations.of(ana).isEmpty());
    annotations.setNickname(ana, QStringLiteral("Annie"));
    QVERIFY(annotations.flush());
}

QTEST_GUILESS_MAIN(TestContactAnnotations)
#include "tst_contactannotations.moc"
