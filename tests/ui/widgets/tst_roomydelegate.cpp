#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QHeaderView>
#include <QListWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Ui;

/// Rows with space at both ends behave as they look.
class TestRoomyDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxIsTickedWhereItIsDrawn();
    void wordsThatWrapMakeRowsTaller();
};

void TestRoomyDelegate::aBoxIsTickedWhereItIsDrawn()
{
    QListWidget list;
    list.setItemDelegate(new RoomyDelegate(&list));
    auto *item = new QListWidgetItem(QStringLiteral("Ana"), &list);
    item->setCheckState(Qt::Unchecked);
    list.resize(300, 200);
    list.show();
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.widget = &list;
    option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    const int margin = Metrics(list.font()).step(2);
    option.rect = list.visualItemRect(item).adjusted(margin, 0, -margin, 0);
    const QRect box = list.style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, &list);
    QVERIFY(box.isValid());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, {box.right() - 1, box.center().y()});
    QCOMPARE(item->checkState(), Qt::Checked);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, {box.left() - margin / 2, box.center().y()});
    QCOMPARE(item->checkState(), Qt::Checked);
}

void TestRoomyDelegate::wordsThatWrapMakeRowsTaller()
{
    QTreeWidget tree;
    tree.setItemDelegate(new RoomyDelegate(&tree));
    tree.setHeaderLabels({QStringLiteral("What is wrong")});
    auto *item
        = new QTreeWidgetItem(&tree, {QStringLiteral("A sentence of so many words that they do not fit.")});
    tree.setColumnWidth(0, 120);
    tree.resize(160, 300);
    tree.header()->setStretchLastSection(false);
    tree.show();
    const int oneLine = tree.visualItemRect(item).height();
    tree.setWordWrap(true);
    tree.doItemsLayout();
    QVERIFY(tree.visualItemRect(item).height() > oneLine);
    tree.setColumnWidth(0, 1000);
    tree.doItemsLayout();
    QCOMPARE(tree.visualItemRect(item).height(), oneLine);
}

QTEST_MAIN(TestRoomyDelegate)

#include "tst_roomydelegate.moc"
