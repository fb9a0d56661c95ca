#include "ui/contacts/contactdrop.h"

#include "core/models/contactlistroles.h"
#include "ui/widgets/contactmime.h"

#include <QMimeData>
#include <QStandardItemModel>
#include <QTest>

using namespace Ui;
using namespace Msn;

class TestContactDrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void over_data();
    void over();
    void nothingIsNoGroup();
    void mimeThereAndBack();
    void foreignMimeIsNobody();
};

void TestContactDrop::over_data()
{
    QTest::addColumn<GroupKind>("kind");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<bool>("ctrl");
    QTest::addColumn<QString>("deed");
    QTest::newRow("move") << GroupKind::Server << QByteArray("1") << false << "move";
    QTest::newRow("copy") << GroupKind::Server << QByteArray("1") << true << "copy";
    QTest::newRow("from nowhere") << GroupKind::Server << QByteArray() << false << "copy";
    QTest::newRow("its own group") << GroupKind::Server << QByteArray("7") << false << "none";
    QTest::newRow("its own group, copied") << GroupKind::Server << QByteArray("7") << true << "none";
    QTest::newRow("out of the group") << GroupKind::Ungrouped << QByteArray("1") << false << "out";
    QTest::newRow("out, copied") << GroupKind::Ungrouped << QByteArray("1") << true << "none";
    QTest::newRow("favourite") << GroupKind::Favourites << QByteArray("1") << false << "favourite";
    QTest::newRow("online") << GroupKind::Online << QByteArray("1") << false << "none";
    QTest::newRow("offline") << GroupKind::Offline << QByteArray("1") << false << "none";
    QTest::newRow("everybody") << GroupKind::Everybody << QByteArray() << false << "none";
}

void TestContactDrop::over()
{
    QFETCH(GroupKind, kind);
    QFETCH(QByteArray, from);
    QFETCH(bool, ctrl);
    QFETCH(QString, deed);
    QStandardItemModel model(1, 1);
    const QModelIndex group = model.index(0, 0);
    model.setData(group, static_cast<int>(kind), GroupKindRole);
    model.setData(group, kind == GroupKind::Server ? QByteArray("7") : QByteArray(), GroupIdRole);
    const DraggedContact ana{Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"), from};

    const auto drop = ContactDrop::over(group, ana, ctrl);
    if (deed == QLatin1String("none")) {
        QVERIFY(!drop);
        return;
    }
    QVERIFY(drop);
    const QStringList names{
        QStringLiteral("move"), QStringLiteral("copy"), QStringLiteral("out"), QStringLiteral("favourite")};
    QCOMPARE(names.at(static_cast<int>(drop->deed)), deed);
    QCOMPARE(drop->address, ana.address);
    QVERIFY(drop->words(QStringLiteral("Ana"), QStringLiteral("Work")).contains(QLatin1String("Ana")));
}

void TestContactDrop::nothingIsNoGroup()
{
    QVERIFY(!ContactDrop::over({}, {Address(QStringLiteral("ana@example.com")), {}, {}}, false));
}

void TestContactDrop::mimeThereAndBack()
{
    const std::unique_ptr<QMimeData> mime(ContactMime::make(
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("小雨"), QByteArray("1")}));
    const auto read = ContactMime::read(mime.get());
    QVERIFY(read);
    QCOMPARE(read->address, Address(QStringLiteral("ana@example.com")));
    QCOMPARE(read->name, QStringLiteral("小雨"));
    QCOMPARE(read->group, QByteArray("1"));
    QCOMPARE(mime->text(), QStringLiteral("ana@example.com"));
}

void TestContactDrop::foreignMimeIsNobody()
{
    QMimeData mime;
    mime.setText(QStringLiteral("ana@example.com"));
    QVERIFY(!ContactMime::read(&mime));
    QVERIFY(!ContactMime::read(nullptr));
}

QTEST_GUILESS_MAIN(TestContactDrop)
#include "tst_contactdrop.moc"
