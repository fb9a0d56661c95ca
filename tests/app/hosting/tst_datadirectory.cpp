#include "app/hosting/datadirectory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace App;
using Msn::ErrorCode;

class tst_DataDirectory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complaint3_certificateStaysWhereverTheComputerIs();
    void oneServesAtATime();
    void lockOfAProgramThatIsGone();
    void folderThatCannotBe();

private:
    QTemporaryDir m_folder;
};

/// A messenger that has pinned it would refuse another one.
void tst_DataDirectory::complaint3_certificateStaysWhereverTheComputerIs()
{
    const DataDirectory directory(m_folder.filePath(QStringLiteral("a")));
    QVERIFY(directory.create());
    const auto first = directory.certificate({QStringLiteral("192.0.2.1")});
    QVERIFY(first);
    QVERIFY(first->names().contains(QStringLiteral("192.0.2.1")));
    const auto second = directory.certificate({QStringLiteral("192.0.2.2")});
    QVERIFY(second);
    QCOMPARE(*second, *first);
}

void tst_DataDirectory::oneServesAtATime()
{
    const DataDirectory directory(m_folder.filePath(QStringLiteral("b")));
    QVERIFY(directory.create());
    {
        const auto lock = directory.lock();
        QVERIFY(lock);
        const auto other = directory.lock();
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::StorageBusy);
        QCOMPARE(other.error().subject, directory.path());
    }
    QVERIFY(directory.lock());
}

void tst_DataDirectory::lockOfAProgramThatIsGone()
{
    const DataDirectory directory(m_folder.filePath(QStringLiteral("c")));
    QVERIFY(directory.create());
    QFile file(directory.path() + QStringLiteral("/service.lock"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2147483646\nswallowtail-service\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    file.close();
    QVERIFY(directory.lock());
}

void tst_DataDirectory::folderThatCannotBe()
{
    QFile file(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const DataDirectory directory(file.fileName() + QStringLiteral("/network"));
    const auto created = directory.create();
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::StorageFailed);
    QCOMPARE(created.error().subject, directory.path());
}

QTEST_GUILESS_MAIN(tst_DataDirectory)
#include "tst_datadirectory.moc"
