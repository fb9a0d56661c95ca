#include "ui/mainwindow/statusmenu.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traymenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Msn::Address;
using Msn::Status;

namespace {

QList<TrayPerson> people(int count)
{
    QList<TrayPerson> list;
    for (int i = 0; i < count; ++i)
        list.append(
            {Address(QStringLiteral("me@example.com")), Address(QStringLiteral("p%1@example.com").arg(i)),
                QStringLiteral("Person & %1").arg(99 - i), Status::Away});
    return list;
}

QImage imageOf(const TrayState &state, int size = 22)
{
    return trayPicture(state).pixmap(size, size).toImage();
}

bool hasColour(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() > 100 && colour.saturation() > 60)
                return true;
        }
    }
    return false;
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaint5_genericIconWhileSignedOut();
    void showsStatusAndWhatWaits();
    void saysItInWords();
    void menuOffersWhatIsPossible();
    void menuSendsWhatWasChosen();
    void peopleAreThoseOfNow();
    void manyPeople();
    void noMnemonicTwice();
};

void TestTray::complaint5_genericIconWhileSignedOut()
{
    for (const int size : {16, 22, 48}) {
        QVERIFY(!hasColour(imageOf({}, size)));
        QVERIFY(hasColour(imageOf({true, Status::Online, 0}, size)));
    }
}

void TestTray::showsStatusAndWhatWaits()
{
    const QImage online = imageOf({true, Status::Online, 0});
    QVERIFY(online != imageOf({true, Status::Busy, 0}));
    QVERIFY(online != imageOf({true, Status::Online, 1}));
    QCOMPARE(imageOf({true, Status::Online, 1}), imageOf({true, Status::Online, 7}));
}

void TestTray::saysItInWords()
{
    TrayIcon icon([] { return people(0); });
    QCOMPARE(icon.toolTip(), QStringLiteral("Swallowtail: signed out"));
    icon.setState({true, Status::Away, 0});
    QCOMPARE(icon.toolTip(), QStringLiteral("Swallowtail: Away"));
    icon.setState({true, Status::Away, 2});
    QVERIFY(icon.toolTip().contains(u'2'));
}

void TestTray::menuOffersWhatIsPossible()
{
    TrayMenu menu([] { return people(2); });
    QVERIFY(!menu.statusMenu()->isEnabled());
    QVERIFY(!menu.sendMenu()->isEnabled());
    menu.setState({true, Status::Busy, 0});
    QVERIFY(menu.statusMenu()->isEnabled());
    QVERIFY(menu.sendMenu()->isEnabled());
    for (const QAction *action : menu.statusMenu()->actions())
        QCOMPARE(action->isChecked(), action->data().value<Status>() == Status::Busy);
    menu.setMuted(true);
    QVERIFY(menu.muteAction()->isChecked());
}

void TestTray::menuSendsWhatWasChosen()
{
    TrayMenu menu([] { return people(1); });
    menu.setState({true, Status::Online, 0});
    QSignalSpy chat(&menu, &TrayMenu::chatWanted);
    QSignalSpy mute(&menu, &TrayMenu::muteChosen);
    QSignalSpy status(&menu, &TrayMenu::statusChosen);
    menu.sendMenu()->actions().constFirst()->trigger();
    QCOMPARE(chat.count(), 1);
    QCOMPARE(chat.constFirst()[0].value<Address>(), Address(QStringLiteral("me@example.com")));
    QCOMPARE(chat.constFirst()[1].value<Address>(), Address(QStringLiteral("p0@example.com")));
    menu.muteAction()->trigger();
    QCOMPARE(mute.constFirst().constFirst().toBool(), true);
    menu.statusMenu()->actions()[1]->trigger();
    QCOMPARE(status.constFirst().constFirst().value<Status>(), Status::Busy);
}

void TestTray::peopleAreThoseOfNow()
{
    int count = 0;
    TrayMenu menu([&] { return people(count); });
    menu.setState({true, Status::Online, 0});
    QVERIFY(!menu.sendMenu()->actions().constFirst()->isEnabled());
    count = 3;
    Q_EMIT menu.aboutToShow();
    const QList<QAction *> actions = menu.sendMenu()->actions();
    QVERIFY(actions.constFirst()->isEnabled());
    // By name, and what people call themselves is no mnemonic.
    QCOMPARE(actions[0]->text(), QStringLiteral("Person && 97"));
    QCOMPARE(actions[2]->text(), QStringLiteral("Person && 99"));
}

void TestTray::manyPeople()
{
    TrayMenu menu([] { return people(500); });
    menu.setState({true, Status::Online, 0});
    QCOMPARE(menu.sendMenu()->actions().size(), TrayMenu::mostPeople + 2);
    QSignalSpy open(&menu, &TrayMenu::openRequested);
    menu.sendMenu()->actions().constLast()->trigger();
    QCOMPARE(open.count(), 1);
}

void TestTray::noMnemonicTwice()
{
    const TrayMenu menu([] { return people(1); });
    QSet<QChar> used;
    for (const QAction *action : menu.actions()) {
        const qsizetype at = action->text().indexOf(u'&');
        if (action->isSeparator())
            continue;
        QVERIFY2(at >= 0, qPrintable(action->text()));
        const QChar letter = action->text().at(at + 1).toLower();
        QVERIFY2(!used.contains(letter), qPrintable(action->text()));
        used.insert(letter);
    }
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
