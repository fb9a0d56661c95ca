#include "app/hosting/datadirectory.h"
#include "app/hosting/hostingchoices.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace App;

class tst_HostingChoices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack();
    void nonsense_data();
    void nonsense();
};

void tst_HostingChoices::thereAndBack()
{
    const QTemporaryDir folder;
    const DataDirectory directory(folder.path());
    QCOMPARE(HostingChoices::load(directory), HostingChoices());
    const HostingChoices choices{
        QStringLiteral("我们家"), QStringLiteral("ana-laptop.local"), 2863, 2864, 9443, true};
    QVERIFY(choices.save(directory));
    QCOMPARE(HostingChoices::load(directory), choices);
}

void tst_HostingChoices::nonsense_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[1, 2]");
    QTest::newRow("other kinds") << QByteArray(R"({"name": 3, "ports": [1], "oldClients": "yes"})");
    QTest::newRow("no ports") << QByteArray(R"({"ports": {"plain": 65536, "tls": -1, "https": "x"}})");
}

void tst_HostingChoices::nonsense()
{
    QFETCH(QByteArray, json);
    const QTemporaryDir folder;
    const DataDirectory directory(folder.path());
    QFile file(directory.choicesFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    QCOMPARE(HostingChoices::load(directory), HostingChoices());
}

QTEST_GUILESS_MAIN(tst_HostingChoices)
#include "tst_hostingchoices.moc"
