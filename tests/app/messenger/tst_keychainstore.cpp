#include "app/messenger/keychainstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <optional>

using namespace App;

/// On a desktop without a Secret Service: every request ends, says so, and nothing is written
/// anywhere instead.
class TestKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reading();
    void complaint25_nothingIsWrittenInstead();
    void removing();

private:
    template <typename T>
    using Answer = std::optional<Msn::Expected<T, Msn::Error>>;

    template <typename T>
    static bool isRefused(const Answer<T> &answer)
    {
        return answer && !*answer && answer->error().code == Msn::ErrorCode::StorageFailed
            && !answer->error().detail.isEmpty();
    }

    KeychainStore m_store;
};

void TestKeychainStore::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
}

void TestKeychainStore::reading()
{
    Answer<QString> answer;
    m_store.read(QStringLiteral("marta@example.com on Home"),
        {this, [&](const Msn::Expected<QString, Msn::Error> &read) { answer = read; }});
    QVERIFY(!answer);
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
    QVERIFY(isRefused(answer));
}

void TestKeychainStore::complaint25_nothingIsWrittenInstead()
{
    Answer<std::monostate> answer;
    const QString secret = QStringLiteral("s3cret-nobody-writes-down");
    m_store.write(QStringLiteral("marta@example.com on Home"), secret,
        {this, [&](const Msn::Expected<std::monostate, Msn::Error> &written) { answer = written; }});
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
    QVERIFY(isRefused(answer));
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(secret.toUtf8()));
    }
}

void TestKeychainStore::removing()
{
    Answer<std::monostate> answer;
    m_store.remove(QStringLiteral("marta@example.com on Home"),
        {this, [&](const Msn::Expected<std::monostate, Msn::Error> &removed) { answer = removed; }});
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
}

QTEST_MAIN(TestKeychainStore)
#include "tst_keychainstore.moc"
