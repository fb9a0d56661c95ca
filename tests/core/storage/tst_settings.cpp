#include "core/storage/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fallbackWhileNothingIsSet();
    void keepsEveryType();
    void writesByItself();
    void announcesOnlyRealChanges();
    void wrongTypeCountsAsNotSet();
    void brokenFileIsKeptAside_data();
    void brokenFileIsKeptAside();
    void tellsWhenItCannotWrite();

private:
    QString file() const { return m_directory->filePath(QStringLiteral("deep/settings.json")); }
    void put(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSettings::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestSettings::put(const QByteArray &bytes)
{
    QDir().mkpath(m_directory->filePath(QStringLiteral("deep")));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

void TestSettings::fallbackWhileNothingIsSet()
{
    const Settings settings(file());
    QCOMPARE(settings.value(Setting::showOffline), true);
    QCOMPARE(settings.value(Setting::lastAddress), QString());
    QVERIFY(!settings.brokenFile());
}

void TestSettings::keepsEveryType()
{
    const QByteArray geometry("\x00\xff\x01geometry", 11);
    {
        Settings settings(file());
        settings.setValue(Setting::showOffline, false);
        settings.setValue(Setting::lastAddress, QStringLiteral("小雨@example.com"));
        settings.setValue(Setting::mainWindowGeometry, geometry);
        settings.setValue(Setting::collapsedGroups, QStringList{QStringLiteral("1"), QStringLiteral("2")});
    }
    const Settings settings(file());
    QCOMPARE(settings.value(Setting::showOffline), false);
    QCOMPARE(settings.value(Setting::lastAddress), QStringLiteral("小雨@example.com"));
    QCOMPARE(settings.value(Setting::mainWindowGeometry), geometry);
    QCOMPARE(
        settings.value(Setting::collapsedGroups), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
}

void TestSettings::writesByItself()
{
    Settings settings(file());
    settings.setValue(Setting::showOffline, false);
    QTRY_VERIFY(QFile::exists(file()));
}

void TestSettings::announcesOnlyRealChanges()
{
    Settings settings(file());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.setValue(Setting::showOffline, false);
    settings.setValue(Setting::showOffline, false);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), QStringLiteral("list.showOffline"));
}

void TestSettings::wrongTypeCountsAsNotSet()
{
    put(R"({"list.showOffline": "perhaps", "signIn.address": 7})");
    const Settings settings(file());
    QCOMPARE(settings.value(Setting::showOffline), true);
    QCOMPARE(settings.value(Setting::lastAddress), QString());
}

void TestSettings::brokenFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("half a file") << QByteArray(R"({"list.showOffline": fal)");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("bytes") << QByteArray("\x7f"
                                         "ELF\x00\x01",
        6);
}

void TestSettings::brokenFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    put(content);
    Settings settings(file());
    QVERIFY(settings.brokenFile());
    QFile aside(*settings.brokenFile());
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    settings.setValue(Setting::showOffline, false);
    QVERIFY(settings.flush());
    QVERIFY(!Settings(file()).brokenFile());
}

void TestSettings::tellsWhenItCannotWrite()
{
    // A file where a directory is needed: nobody can write below it, not even root.
    QFile blocker(m_directory->filePath(QStringLiteral("deep")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    Settings settings(file());
    QSignalSpy failed(&settings, &Settings::writeFailed);
    settings.setValue(Setting::showOffline, false);
    QVERIFY(!settings.flush());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::StorageFailed);
    QCOMPARE(failed.first().first().value<Error>().subject, file());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
