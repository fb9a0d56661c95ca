#include "core/chat/typists.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;

class TestTypists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAndClears();
    void expires();
    void repeatedNoticesKeepItUp();
    void aCrowdIsBounded();
};

void TestTypists::notesAndClears()
{
    const Address bob(QStringLiteral("bob@example.com"));
    Typists typists{Timing{}};
    QSignalSpy changed(&typists, &Typists::changed);
    typists.note(bob);
    typists.note(bob);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(typists.addresses(), QList<Address>{bob});
    typists.clear(bob);
    typists.clear(bob);
    QCOMPARE(changed.size(), 2);
    QVERIFY(typists.addresses().isEmpty());
}

void TestTypists::expires()
{
    Timing timing;
    timing.typingExpiry = 30ms;
    Typists typists(timing);
    typists.note(Address(QStringLiteral("bob@example.com")));
    QTRY_VERIFY(typists.addresses().isEmpty());
}

void TestTypists::repeatedNoticesKeepItUp()
{
    const Address bob(QStringLiteral("bob@example.com"));
    Timing timing;
    timing.typingExpiry = 300ms;
    Typists typists(timing);
    QSignalSpy changed(&typists, &Typists::changed);
    typists.note(bob);
    QTimer again;
    int notices = 0;
    connect(&again, &QTimer::timeout, this, [&] {
        ++notices;
        typists.note(bob);
    });
    again.start(20ms);
    QTRY_VERIFY(notices > 25);
    QCOMPARE(changed.size(), 1);
}

void TestTypists::aCrowdIsBounded()
{
    Typists typists{Timing{}};
    for (int i = 0; i < 10'000; ++i)
        typists.note(Address(QStringLiteral("a%1@example.com").arg(i)));
    QVERIFY(typists.addresses().size() <= 100);
}

QTEST_GUILESS_MAIN(TestTypists)
#include "tst_typists.moc"
