#include "app/desktop/autostart.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace App;

class TestAutostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAndOff();
    void switchedOffElsewhere_data();
    void switchedOffElsewhere();
    void cannotBeWritten();
    void quotesTheCommand_data();
    void quotesTheCommand();
    void standardIsThePersonsOwn();
};

void TestAutostart::onAndOff()
{
    const QTemporaryDir directory;
    const Autostart autostart(directory.filePath(QStringLiteral("autostart")),
        {QStringLiteral("/usr/bin/swallowtail"), QStringLiteral("--minimized")});
    QVERIFY(!autostart.isEnabled());
    QVERIFY(autostart.setEnabled(false));
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
    QFile file(directory.filePath(QStringLiteral("autostart/org.swallowtail.Swallowtail.desktop")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.startsWith("[Desktop Entry]\n"));
    QVERIFY(content.contains("\nExec=\"/usr/bin/swallowtail\" \"--minimized\"\n"));
    QVERIFY(autostart.setEnabled(false));
    QVERIFY(!autostart.isEnabled());
    QVERIFY(!file.exists());
}

void TestAutostart::switchedOffElsewhere_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("hidden") << QByteArray("Hidden=true");
    QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled=false");
}

void TestAutostart::switchedOffElsewhere()
{
    QFETCH(QByteArray, line);
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("org.swallowtail.Swallowtail.desktop")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[Desktop Entry]\nType=Application\nExec=swallowtail\n" + line + "\n");
    file.close();
    const Autostart autostart(directory.path(), {QStringLiteral("swallowtail")});
    QVERIFY(!autostart.isEnabled());
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
}

void TestAutostart::cannotBeWritten()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("autostart")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Autostart autostart(file.fileName(), {QStringLiteral("swallowtail")});
    QVERIFY(!autostart.setEnabled(true));
    QVERIFY(!autostart.isEnabled());
}

void TestAutostart::quotesTheCommand_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << QStringLiteral("swallowtail") << QStringLiteral("\"swallowtail\"");
    QTest::newRow("blank") << QStringLiteral("/opt/My Apps/s") << QStringLiteral("\"/opt/My Apps/s\"");
    QTest::newRow("percent") << QStringLiteral("/100%/s") << QStringLiteral("\"/100%%/s\"");
    QTest::newRow("dollar") << QStringLiteral("/$HOME/s") << QStringLiteral("\"/\\\\$HOME/s\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\\\\\"b\"");
}

void TestAutostart::quotesTheCommand()
{
    QFETCH(QString, argument);
    QFETCH(QString, quoted);
    QCOMPARE(desktopEntryCommand({argument}), quoted);
}

void TestAutostart::standardIsThePersonsOwn()
{
    const QTemporaryDir directory;
    qputenv("XDG_CONFIG_HOME", directory.path().toUtf8());
    const Autostart autostart = Autostart::standard();
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(
        QFile::exists(directory.filePath(QStringLiteral("autostart/org.swallowtail.Swallowtail.desktop"))));
    QVERIFY(autostart.setEnabled(false));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
