#include "ui/contacts/contactview.h"

#include "core/models/contactlistmodel.h"
#include "tests/ui/contacts/samplelist.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactdrop.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/drophint.h"
#include "ui/widgets/contactmime.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using namespace Msn;

/// Notes what it paints.
class CountingDelegate : public ContactDelegate
{
public:
    using ContactDelegate::ContactDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painted.append(index.data().toString());
        ContactDelegate::paint(painter, option, index);
    }
    mutable QStringList painted;
};

class TestContactView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Address>();
        qRegisterMetaType<ContactDrop>();
    }
    void init();
    void cleanup();
    void groupsBeginUnfolded();
    void clickFoldsAGroup();
    void foldingIsRememberedThroughASearch();
    void foldingComesBackAfterAReset();
    void doubleClickAndEnterOpen();
    void typingSearches();
    void deleteAsksToRemove();
    void f2RenamesAGroup();
    void emptyNameRenamesNothing();
    void personWhoComesIsShown();
    void paintsWithoutRowsAndMirrored();
    void f2GivesANickname();
    void keysForPropertiesAndMenu();
    void statusChangeRepaintsOnlyItsRow();
    void draggingShowsWhereToAndDrops();
    void draggingOntoItselfIsRefused();
    void whoeverWasMovedIsSelectedInTheNewGroup();
    void whoeverWasMovedIntoAFoldedGroupLeavesItFolded();
    void anotherChoiceMeanwhileStays();
    void complaint24_rowsSpeakThroughTheAccessibilityInterface();
    void complaint31_mirroredRowsBeginAtTheRight();

private:
    QModelIndex row(int group, int person = -1) const;
    void click(const QModelIndex &index);
    void dropAna(const QModelIndex &group);

    std::unique_ptr<ContactList> m_list;
    std::unique_ptr<ContactListModel> m_model;
    std::unique_ptr<ContactListProxy> m_proxy;
    std::unique_ptr<ContactView> m_view;
};

void TestContactView::init()
{
    m_list = std::make_unique<ContactList>();
    m_list->replace({person(QStringLiteral("Ana"), QStringLiteral("ana@example.com"), {"1"}, Status::Online),
                        person(QStringLiteral("Ben"), QStringLiteral("ben@example.com"), {"1"}),
                        person(QStringLiteral("Cem"), QStringLiteral("cem@example.com"), {"2"})},
        {group("1", QStringLiteral("Family")), group("2", QStringLiteral("Work"))});
    m_model = std::make_unique<ContactListModel>();
    m_proxy = std::make_unique<ContactListProxy>();
    m_view = std::make_unique<ContactView>();
    m_model->setContactList(m_list.get());
    m_proxy->setSourceModel(m_model.get());
    m_view->setProxy(m_proxy.get());
    m_view->resize(300, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestContactView::cleanup()
{
    m_view.reset();
    m_proxy.reset();
    m_model.reset();
    m_list.reset();
}

QModelIndex TestContactView::row(int group, int person) const
{
    const QModelIndex index = m_proxy->index(group, 0);
    return person < 0 ? index : m_proxy->index(person, 0, index);
}

void TestContactView::click(const QModelIndex &index)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(index).center());
}

void TestContactView::groupsBeginUnfolded()
{
    QVERIFY(m_view->isExpanded(row(0)));
    QVERIFY(m_view->isExpanded(row(1)));
    QVERIFY(m_view->visualRect(row(0, 0)).isValid());
}

void TestContactView::clickFoldsAGroup()
{
    QSignalSpy changed(m_view.get(), &ContactView::collapsedGroupsChanged);
    click(row(0));
    QVERIFY(!m_view->isExpanded(row(0)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_view->collapsedGroups().size(), 1);
    click(row(0));
    QVERIFY(m_view->isExpanded(row(0)));
    QVERIFY(m_view->collapsedGroups().isEmpty());
}

void TestContactView::foldingIsRememberedThroughASearch()
{
    click(row(0));
    m_proxy->setFilterText(QStringLiteral("an"));
    m_view->setSearching(true);
    QVERIFY(m_view->isExpanded(row(0)));
    m_proxy->setFilterText({});
    m_view->setSearching(false);
    QVERIFY(!m_view->isExpanded(row(0)));
    QVERIFY(m_view->isExpanded(row(1)));
}

void TestContactView::foldingComesBackAfterAReset()
{
    click(row(1));
    const QList<Contact> contacts = m_list->contacts();
    const QList<Group> groups = m_list->groups();
    m_list->clear();
    m_list->replace(contacts, groups);
    QVERIFY(m_view->isExpanded(row(0)));
    QVERIFY(!m_view->isExpanded(row(1)));
}

void TestContactView::doubleClickAndEnterOpen()
{
    QSignalSpy opened(m_view.get(), &ContactView::openRequested);
    click(row(0, 1));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(row(0, 1)).center());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().first().value<Address>(), Address(QStringLiteral("ben@example.com")));
    m_view->setCurrentIndex(row(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().first().value<Address>(), Address(QStringLiteral("ana@example.com")));
    m_view->setCurrentIndex(row(0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QVERIFY(!m_view->isExpanded(row(0)));
}

void TestContactView::typingSearches()
{
    QSignalSpy typed(m_view.get(), &ContactView::typed);
    QTest::keyClick(m_view.get(), Qt::Key_B);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed.first().first().toString(), QStringLiteral("b"));
    QTest::keyClick(m_view.get(), Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(typed.count(), 1);
}

void TestContactView::deleteAsksToRemove()
{
    QSignalSpy removed(m_view.get(), &ContactView::removeRequested);
    m_view->setCurrentIndex(row(0, 1));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().value<QModelIndex>().data().toString(), QStringLiteral("Ben"));
}

void TestContactView::f2RenamesAGroup()
{
    QSignalSpy wanted(m_view.get(), &ContactView::groupRenameWanted);
    m_view->setCurrentIndex(row(0));
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    auto *editor = m_view->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("Family"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Clan"));
    QTest::keyClick(editor, Qt::Key_Return);
    // The view takes it over in its own time.
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(0).toByteArray(), QByteArray("1"));
    QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("Clan"));
    // The server has not agreed yet.
    QCOMPARE(row(0).data().toString(), QStringLiteral("Family"));
}

void TestContactView::emptyNameRenamesNothing()
{
    QSignalSpy wanted(m_view.get(), &ContactView::groupRenameWanted);
    m_view->setCurrentIndex(row(0));
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    auto *editor = m_view->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("  "));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!m_view->findChild<QLineEdit *>());
    QCOMPARE(wanted.count(), 0);
}

/// Contacts missing from the list until the group is folded and unfolded: e#949, e#1015.
void TestContactView::personWhoComesIsShown()
{
    m_list->setGroup(group("3", QStringLiteral("School")));
    m_list->setContact(person(QStringLiteral("Dan"), QStringLiteral("dan@example.com"), {"3"}));
    QVERIFY(m_view->isExpanded(row(1)));
    QCOMPARE(row(1, 0).data().toString(), QStringLiteral("Dan"));
    QVERIFY(m_view->visualRect(row(1, 0)).isValid());
    m_list->setContact(person(QStringLiteral("Eve"), QStringLiteral("eve@example.com")));
    QVERIFY(m_view->visualRect(row(3, 0)).isValid());
}

void TestContactView::paintsWithoutRowsAndMirrored()
{
    m_view->setEmptyText(QStringLiteral("Nobody"));
    m_view->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(!m_view->grab().isNull());
    m_list->clear();
    QVERIFY(!m_view->grab().isNull());
}

void TestContactView::f2GivesANickname()
{
    QSignalSpy wanted(m_view.get(), &ContactView::nicknameWanted);
    m_view->setCurrentIndex(row(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    auto *editor = m_view->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("Ana"));
    editor->setText(QStringLiteral(" Annie "));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(0).value<Address>(), Address(QStringLiteral("ana@example.com")));
    QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("Annie"));
}

void TestContactView::keysForPropertiesAndMenu()
{
    QSignalSpy properties(m_view.get(), &ContactView::propertiesRequested);
    QSignalSpy opened(m_view.get(), &ContactView::openRequested);
    QSignalSpy menu(m_view.get(), &ContactView::menuRequested);
    m_view->setCurrentIndex(row(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(properties.count(), 1);
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(menu.count(), 1);
    QCOMPARE(menu.first().first().value<QModelIndex>(), row(0, 0));
}

void TestContactView::statusChangeRepaintsOnlyItsRow()
{
    CountingDelegate delegate;
    m_view->setItemDelegate(&delegate);
    QTRY_VERIFY(delegate.painted.size() > 3);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    const auto isAtRest = [&delegate] {
        delegate.painted.clear();
        QCoreApplication::processEvents();
        return delegate.painted.isEmpty();
    };
    QTRY_VERIFY(isAtRest());
    QSignalSpy changed(m_proxy.get(), &QAbstractItemModel::dataChanged);
    m_list->setContact(person(QStringLiteral("Ana"), QStringLiteral("ana@example.com"), {"1"}, Status::Away));
    QTRY_VERIFY(!delegate.painted.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(delegate.painted, QStringList{QStringLiteral("Ana")});
    QCOMPARE(changed.count(), 1);
    m_view->setItemDelegate(nullptr);
}

void TestContactView::draggingShowsWhereToAndDrops()
{
    QSignalSpy dropped(m_view.get(), &ContactView::dropped);
    const std::unique_ptr<QMimeData> mime(ContactMime::make(
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"), QByteArray("1")}));
    const QPoint place = m_view->visualRect(row(1, 0)).center();
    QDragEnterEvent enter(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QVERIFY(move.isAccepted());
    const auto *hint = m_view->findChild<DropHint *>();
    QVERIFY(hint->isVisible());
    QVERIFY2(hint->text().contains(QLatin1String("Ana")) && hint->text().contains(QLatin1String("Work")),
        qPrintable(hint->text()));
    QDropEvent drop(place, Qt::MoveAction | Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::ControlModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(dropped.count(), 1);
    const auto deed = dropped.first().first().value<ContactDrop>();
    QCOMPARE(deed.deed, ContactDrop::Deed::Copy);
    QCOMPARE(deed.to, QByteArray("2"));
    QVERIFY(!hint->isVisible());
}

void TestContactView::draggingOntoItselfIsRefused()
{
    const std::unique_ptr<QMimeData> mime(ContactMime::make(
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"), QByteArray("1")}));
    const QPoint place = m_view->visualRect(row(0)).center();
    QDragEnterEvent enter(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QDragMoveEvent move(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QVERIFY(!move.isAccepted());
    QVERIFY(!m_view->findChild<DropHint *>()->isVisible());
    QMimeData stranger;
    stranger.setText(QStringLiteral("ana@example.com"));
    QDragEnterEvent other(place, Qt::MoveAction, &stranger, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &other);
    QVERIFY(!other.isAccepted());
}

void TestContactView::dropAna(const QModelIndex &group)
{
    const std::unique_ptr<QMimeData> mime(ContactMime::make(
        {Address(QStringLiteral("ana@example.com")), QStringLiteral("Ana"), QByteArray("1")}));
    const QPoint place = m_view->visualRect(group).center();
    QDragEnterEvent enter(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QDropEvent drop(place, Qt::MoveAction | Qt::CopyAction, mime.get(), Qt::LeftButton, {});
    const QSignalSpy dropped(m_view.get(), &ContactView::dropped);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(dropped.count(), 1);
}

/// The choice stayed behind, with a neighbour of the old row.
void TestContactView::whoeverWasMovedIsSelectedInTheNewGroup()
{
    const auto ana = [](const QList<QByteArray> &groups) {
        return person(QStringLiteral("Ana"), QStringLiteral("ana@example.com"), groups, Status::Online);
    };
    m_view->setCurrentIndex(row(0, 0));
    dropAna(row(1));
    // The server tells of it in two steps.
    m_list->setContact(ana({"1", "2"}));
    m_list->setContact(ana({"2"}));
    QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("Ana"));
    QCOMPARE(m_view->currentIndex().parent().data().toString(), QStringLiteral("Work"));
    QCOMPARE(m_view->selectionModel()->selectedIndexes(), QModelIndexList{m_view->currentIndex()});
    // Only that once.
    m_view->setCurrentIndex(row(0, 0));
    m_list->setContact(ana({}));
    m_list->setContact(ana({"2"}));
    QCOMPARE(m_view->currentIndex(), row(0, 0));
}

void TestContactView::whoeverWasMovedIntoAFoldedGroupLeavesItFolded()
{
    click(row(1));
    m_view->setCurrentIndex(row(0, 0));
    dropAna(row(1));
    m_list->setContact(
        person(QStringLiteral("Ana"), QStringLiteral("ana@example.com"), {"2"}, Status::Online));
    QVERIFY(!m_view->isExpanded(row(1)));
    QCOMPARE(m_view->currentIndex(), row(1));
}

void TestContactView::anotherChoiceMeanwhileStays()
{
    dropAna(row(1));
    click(row(0, 1));
    m_list->setContact(
        person(QStringLiteral("Ana"), QStringLiteral("ana@example.com"), {"2"}, Status::Online));
    QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("Ben"));
}

void TestContactView::complaint24_rowsSpeakThroughTheAccessibilityInterface()
{
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(tree);
    QStringList spoken;
    for (int i = 0; i < tree->childCount(); ++i)
        spoken.append(tree->child(i)->text(QAccessible::Name));
    QVERIFY2(spoken.contains(QStringLiteral("Group Family, 1 of 2 online")), qPrintable(spoken.join(u'|')));
    QVERIFY(spoken.contains(QStringLiteral("Ana, Online")));
    QCOMPARE(tree->text(QAccessible::Name), QStringLiteral("Contacts"));
}

void TestContactView::complaint31_mirroredRowsBeginAtTheRight()
{
    const auto pictureIsAt = [this](int fromLeft) {
        const QRect rect = m_view->visualRect(row(0, 0));
        const QImage image = m_view->viewport()->grab().toImage();
        const QRgb ground = image.pixel(rect.center());
        return image.pixel(rect.left() + fromLeft, rect.center().y()) != ground;
    };
    const int width = m_view->visualRect(row(0, 0)).width();
    QVERIFY(pictureIsAt(22));
    QVERIFY(!pictureIsAt(width - 22));
    m_view->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(!pictureIsAt(22));
    QVERIFY(pictureIsAt(width - 22));
}

QTEST_MAIN(TestContactView)
#include "tst_contactview.moc"
