// The contact list with 1,000 people in 30 groups, beside the limits of the design and beside what
// Qt's own item widgets need for as many rows.
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"

#include "core/models/contactlistmodel.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTreeWidget>

namespace Bench {

using namespace Msn;

namespace {

constexpr int people = 1000;
constexpr int groups = 30;
constexpr int rounds = 9;
constexpr double listLimitMs = 100;
constexpr double keystrokeLimitMs = 16;

Contact person(int number)
{
    Contact contact;
    contact.address = Address(QStringLiteral("person%1@example.com").arg(number));
    contact.friendlyName = FriendlyName(QStringLiteral("P\u00E9rson %1 \u4F60\u597D").arg(number));
    contact.lists = Lists(List::Forward) | List::Allow | List::Reverse;
    contact.groups = {GroupId(QByteArray::number(number % groups))};
    contact.status = number % 3 == 0 ? Status::Online : Status::Offline;
    return contact;
}

QList<Contact> everybody()
{
    QList<Contact> contacts;
    for (int i = 0; i < people; ++i)
        contacts.append(person(i));
    return contacts;
}

QList<Group> allGroups()
{
    QList<Group> list;
    for (int i = 0; i < groups; ++i)
        list.append({GroupId(QByteArray::number(i)), FriendlyName(QStringLiteral("Group %1").arg(i))});
    return list;
}

/// Counts the rows it paints.
class CountingDelegate : public Ui::ContactDelegate
{
public:
    using ContactDelegate::ContactDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++painted;
        ContactDelegate::paint(painter, option, index);
    }
    mutable int painted = 0;
};

/// The list as the window shows it, on the screen.
struct Stage
{
    ContactList contacts;
    ContactListModel model;
    Ui::ContactListProxy proxy;
    Ui::ContactView view;
    CountingDelegate delegate;

    Stage()
    {
        proxy.setSourceModel(&model);
        model.setContactList(&contacts);
        view.setProxy(&proxy);
        view.setItemDelegate(&delegate);
        view.resize(330, 600);
        view.show();
        QApplication::processEvents();
    }
};

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    QApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// From the last LST, when the list is replaced, to the painted rows.
double listComplete(Stage &stage)
{
    const QList<Contact> contacts = everybody();
    const QList<Group> list = allGroups();
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        stage.contacts.clear();
        QApplication::processEvents();
        times.append(millisecondsOf([&] { stage.contacts.replace(contacts, list); }));
    }
    return median(times);
}

double filledTreeWidget()
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QTreeWidget tree;
        tree.resize(330, 600);
        tree.show();
        QApplication::processEvents();
        times.append(millisecondsOf([&] {
            for (int g = 0; g < groups; ++g) {
                auto *group = new QTreeWidgetItem(&tree, {QStringLiteral("Group %1").arg(g)});
                for (int i = g; i < people; i += groups)
                    new QTreeWidgetItem(group, {QStringLiteral("P\u00E9rson %1 \u4F60\u597D").arg(i)});
            }
            tree.sortItems(0, Qt::AscendingOrder);
            tree.expandAll();
        }));
    }
    return median(times);
}

/// Typing "person 99" letter by letter, the slowest of them.
double slowestKeystroke(Stage &stage)
{
    const QString text = QStringLiteral("person 99");
    QList<double> slowest;
    for (int round = 0; round < rounds; ++round) {
        double worst = 0;
        for (int length = 1; length <= text.size(); ++length) {
            worst = std::max(worst, millisecondsOf([&] {
                stage.proxy.setFilterText(text.left(length));
                stage.view.setSearching(true);
                stage.view.selectFirstContact();
            }));
        }
        slowest.append(worst);
        stage.proxy.setFilterText({});
        stage.view.setSearching(false);
        QApplication::processEvents();
    }
    return median(slowest);
}

int rowsRepaintedByAStatus(Stage &stage)
{
    // What is still to be painted from before does not count.
    do {
        stage.delegate.painted = 0;
        QApplication::processEvents();
    } while (stage.delegate.painted > 0);
    Contact contact = person(0);
    contact.status = Status::Busy;
    stage.contacts.setContact(contact);
    QApplication::processEvents();
    return stage.delegate.painted;
}

} // namespace

void measureContactList(BenchReport &report)
{
    Stage stage;
    const double complete = listComplete(stage);
    const QString milliseconds = QStringLiteral("ms");
    report.add({QStringLiteral("1,000 contacts in 30 groups, last LST to painted"), complete, milliseconds,
        QStringLiteral("limit"), listLimitMs});
    report.add({QStringLiteral("1,000 contacts in 30 groups, last LST to painted"), complete, milliseconds,
        QStringLiteral("QTreeWidget filled and sorted"), filledTreeWidget()});
    report.add({QStringLiteral("filter keystroke, the slowest of nine letters"), slowestKeystroke(stage),
        milliseconds, QStringLiteral("limit"), keystrokeLimitMs});
    report.add({QStringLiteral("rows repainted by a change of status"),
        static_cast<double>(rowsRepaintedByAStatus(stage)), QStringLiteral("rows"),
        QStringLiteral("the person's row"), 1});
}

} // namespace Bench
