#include "core/listcopies/contactlistfile.h"
#include "tests/support/testdata.h"

#include <QBuffer>
#include <QTest>

using namespace Msn;
using Reason = ImportProblem::Reason;

namespace {

ListedContacts sampleContacts()
{
    ListedPerson bob;
    bob.address = Address(QStringLiteral("bob@example.com"));
    bob.name = QStringLiteral("Bob & co ☀");
    bob.nickname = QStringLiteral("Bobby");
    bob.note = QStringLiteral("from school\n2003");
    bob.isFavourite = true;
    bob.groups = {QStringLiteral("Friends"), QStringLiteral("家族")};
    ListedPerson eve;
    eve.address = Address(QStringLiteral("eve@example.net"));
    eve.isBlocked = true;
    eve.isContact = false;
    return {{QStringLiteral("Friends"), QStringLiteral("家族"), QStringLiteral("Empty")}, {bob, eve}};
}

ContactListReading read(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    return readAnyContactList(buffer);
}

QStringList addressesOf(const ContactListReading &reading)
{
    QStringList addresses;
    for (const ListedPerson &person : reading.contacts.people)
        addresses.append(person.address.toString());
    return addresses;
}

} // namespace

class tst_ContactListFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses();
    void writesWhatItReads();
    void keepsEverythingInJson();
    void writesJsonForPeople();
    void problems_data();
    void problems();
    void brokenJsonKeepsWhoIsWhole();
    void isCutAnywhere();
};

void tst_ContactListFile::readsAddresses()
{
    const ContactListReading reading = read(Test::readData(QStringLiteral("history/contacts/friends.ctt")));
    QCOMPARE(addressesOf(reading),
        (QStringList{QStringLiteral("bob@example.com"), QStringLiteral("eve@example.net")}));
    QCOMPARE(reading.problems.size(), 1);
    QCOMPARE(reading.problems.at(0).line, 8);
    QCOMPARE(reading.problems.at(0).reason, Reason::Unexpected);
}

void tst_ContactListFile::writesWhatItReads()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QVERIFY(writeContactListFile(buffer, sampleContacts()));
    QVERIFY(buffer.data().contains("<service name=\".NET Messenger Service\">"));
    const ContactListReading reading = read(buffer.data());
    QCOMPARE(addressesOf(reading),
        (QStringList{QStringLiteral("bob@example.com"), QStringLiteral("eve@example.net")}));
    QVERIFY(reading.problems.isEmpty());
}

void tst_ContactListFile::keepsEverythingInJson()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QVERIFY(writeContactListJson(buffer, sampleContacts()));
    const ContactListReading reading = read(buffer.data());
    QCOMPARE(reading.contacts, sampleContacts());
    QVERIFY(reading.problems.isEmpty());
}

void tst_ContactListFile::writesJsonForPeople()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QVERIFY(writeContactListJson(buffer, sampleContacts()));
    QVERIFY(buffer.data().contains("\"nickname\": \"Bobby\""));
    QVERIFY(!buffer.data().contains("\"favourite\": false"));
}

void tst_ContactListFile::problems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << Reason::UnknownFormat << 0;
    QTest::newRow("text") << QByteArray("Dear Bob,") << Reason::UnknownFormat << 0;
    QTest::newRow("another JSON") << QByteArray("{\"a\": 1}") << Reason::UnknownFormat << 0;
    QTest::newRow("broken JSON") << QByteArray("{\n\"a\": ]}") << Reason::BadMarkup << 2;
    QTest::newRow("without people") << QByteArray(R"({"format": "swallowtail-contacts", "peeple": []})")
                                    << Reason::Incomplete << 0;
    QTest::newRow("nested") << QByteArray("{\"a\":").repeated(5000) << Reason::BadMarkup << 1;
    QTest::newRow("no address") << QByteArray(
        R"({"format": "swallowtail-contacts", "people": [{"address": "x"}, 7]})")
                                << Reason::Unexpected << 0;
}

void tst_ContactListFile::problems()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Reason, reason);
    QFETCH(int, line);
    const ContactListReading reading = read(bytes);
    QVERIFY(reading.contacts.people.isEmpty());
    QVERIFY(!reading.problems.isEmpty());
    QCOMPARE(reading.problems.at(0).reason, reason);
    QCOMPARE(reading.problems.at(0).line, line);
}

/// Nothing but the broken entry is lost, and it is told with its line.
void tst_ContactListFile::brokenJsonKeepsWhoIsWhole()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QVERIFY(writeContactListJson(buffer, sampleContacts()));
    QByteArray bytes = buffer.data();
    const qsizetype first = bytes.indexOf("\"address\": \"bob@example.com\",");
    QVERIFY(first > 0);
    bytes.replace(first, 1, "x");
    const ContactListReading reading = read(bytes);
    QCOMPARE(addressesOf(reading), QStringList{QStringLiteral("eve@example.net")});
    QCOMPARE(reading.contacts.people.at(0), sampleContacts().people.at(1));
    QVERIFY(reading.problems.size() >= 1);
    QCOMPARE(reading.problems.at(0).reason, Reason::BadMarkup);
    QCOMPARE(reading.problems.at(0).line, bytes.first(first).count('\n') + 1);
}

void tst_ContactListFile::isCutAnywhere()
{
    const QByteArray bytes = Test::readData(QStringLiteral("history/contacts/friends.ctt"));
    const QStringList whole = addressesOf(read(bytes));
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        const QStringList found = addressesOf(read(bytes.first(cut)));
        QCOMPARE(found, whole.first(found.size()));
    }
}

QTEST_GUILESS_MAIN(tst_ContactListFile)

#include "tst_contactlistfile.moc"
