#include "ui/hosting/hostingwindow.h"

#include "ui/hosting/hostingcaredialog.h"
#include "ui/hosting/hostingpeoplepage.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturebutton.h"
#include "ui/pictures/picturechooser.h"
#include "ui/pictures/picturepopup.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/qrcodeview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Ui;
using Msn::Address;
using Phase = HostingState::Phase;

namespace {

HostingState runningState()
{
    HostingState state;
    state.phase = Phase::Running;
    state.name = QStringLiteral("Home");
    state.people = {{Address(QStringLiteral("ana@home.example")), QStringLiteral("Ana"), {}, true},
        {Address(QStringLiteral("ben@home.example")), QStringLiteral("Ben"), {}, false}};
    state.addresses = {{QStringLiteral("192.0.2.1"), QStringLiteral("wlan0")},
        {QStringLiteral("198.51.100.1"), QStringLiteral("eth0")}};
    state.fingerprint = QByteArray(32, '\0');
    state.link = QStringLiteral("msnp:192.0.2.1:1864");
    state.command = QStringLiteral("swallowtail-service serve --data /x");
    return state;
}

} // namespace

class TestHostingWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsUpByKeyboard();
    void nobodyOnIt();
    void refusesTheSameAddress();
    void ownAddressStays();
    void planCanBeChanged();
    void enterAddsInsteadOfStarting();
    void showsHowToJoin();
    void saysWhyItIsNotAnnounced();
    void stopAsks();
    void takenPortOffersOthers();
    void addsRemovesAndResets();
    void passphrasesAreForgotten();
    void passphrasesAreShownWhole();
    void signsIn();
    void signsInAsTheFirstOfThePlan();
    void choosesAnAddress();
    void settings();
    void rules();
    void wishesComeFirst();
    void everybodyGetsAPictureOfTheirOwn();
    void ownPictureStays();
    void pictureCanBeChangedInThePlan();
    void pictureCanBeChangedLater();
    void answerIsForWhoWasAsked();
    void pictureGivesWayToTheFields();
    void everyControlHasAName();

private:
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_window->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text().remove(u'&') == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void click(const QString &text) const
    {
        QPushButton *found = button(text);
        QVERIFY2(found, qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void type(const QString &text) const { QTest::keyClicks(m_window->focusWidget(), text); }
    QTreeWidget *list() const { return m_window->findChild<QTreeWidget *>(); }
    QStringList names() const
    {
        QStringList names;
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            names.append(list()->topLevelItem(i)->text(0));
        return names;
    }
    PictureButton *newPicture() const { return m_window->findChild<PictureButton *>(); }
    /// Of the list.
    PictureChooser *chooser() const
    {
        return m_window->findChild<HostingPeoplePage *>()->findChild<PictureChooser *>(
            {}, Qt::FindDirectChildrenOnly);
    }
    HostingPlan plan() const
    {
        QSignalSpy wanted(m_window.get(), &HostingWindow::setUpRequested);
        click(QStringLiteral("Start hosting"));
        return wanted.isEmpty() ? HostingPlan() : wanted.constFirst().constFirst().value<HostingPlan>();
    }
    MessageBar *bar() const { return m_window->findChild<MessageBar *>(); }
    void toPeople() const
    {
        m_window->show();
        click(QStringLiteral("Next"));
    }
    void manage(HostingWindow::Page page) const
    {
        m_window->setState(runningState());
        m_window->show();
        m_window->showPage(page);
    }

    std::unique_ptr<HostingWindow> m_window;
};

void TestHostingWindow::init()
{
    m_window = std::make_unique<HostingWindow>();
}

void TestHostingWindow::setsUpByKeyboard()
{
    QSignalSpy wanted(m_window.get(), &HostingWindow::setUpRequested);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *name = qobject_cast<QLineEdit *>(m_window->focusWidget());
    QVERIFY(name);
    name->selectAll();
    type(QStringLiteral("Our house"));
    QTest::keyClick(name, Qt::Key_Return);
    type(QStringLiteral("Ana"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(names(), QStringList{QStringLiteral("Ana")});
    // The last one need not be added first.
    type(QStringLiteral("Ben"));
    click(QStringLiteral("Start hosting"));
    QCOMPARE(wanted.size(), 1);
    const auto plan = wanted.constFirst().constFirst().value<HostingPlan>();
    QCOMPARE(plan.name, QStringLiteral("Our house"));
    QVERIFY(plan.isEverybodyListed);
    QCOMPARE(plan.people.size(), 2);
    QCOMPARE(plan.people[0].address.toString(), QStringLiteral("ana@our-house.example"));
    QCOMPARE(plan.people[1].name, QStringLiteral("Ben"));
    QVERIFY(plan.people[0].passphrase != plan.people[1].passphrase);
    QVERIFY(!button(QStringLiteral("Start hosting"))->isEnabled());
    m_window->setState(runningState());
    QVERIFY(button(QStringLiteral("Stop hosting")));
}

void TestHostingWindow::nobodyOnIt()
{
    QSignalSpy wanted(m_window.get(), &HostingWindow::setUpRequested);
    toPeople();
    click(QStringLiteral("Start hosting"));
    QCOMPARE(wanted.size(), 0);
    QVERIFY(bar()->isVisible());
}

void TestHostingWindow::refusesTheSameAddress()
{
    toPeople();
    type(QStringLiteral("Ana"));
    click(QStringLiteral("Add"));
    type(QStringLiteral("Ana"));
    auto *address = m_window->findChildren<QLineEdit *>(QStringLiteral("personAddress")).constFirst();
    QCOMPARE(address->text(), QStringLiteral("ana2@home.example"));
    address->clear();
    QTest::keyClicks(address, QStringLiteral("ANA@home.example"));
    click(QStringLiteral("Add"));
    QCOMPARE(names().size(), 1);
    QCOMPARE(bar()->kind(), MessageBar::Kind::Error);
    QVERIFY(bar()->isVisible());
}

/// What somebody has typed is not replaced by a proposal.
void TestHostingWindow::ownAddressStays()
{
    toPeople();
    auto *address = m_window->findChildren<QLineEdit *>(QStringLiteral("personAddress")).constFirst();
    QTest::keyClicks(address, QStringLiteral("boss@home.example"));
    QLineEdit *name = m_window->findChildren<QLineEdit *>(QStringLiteral("personName")).constFirst();
    QTest::keyClicks(name, QStringLiteral("Ana"));
    QCOMPARE(address->text(), QStringLiteral("boss@home.example"));
}

void TestHostingWindow::planCanBeChanged()
{
    toPeople();
    type(QStringLiteral("Ana"));
    click(QStringLiteral("Add"));
    list()->setCurrentItem(list()->topLevelItem(0));
    const QString before = list()->topLevelItem(0)->text(2);
    click(QStringLiteral("New passphrase"));
    QVERIFY(list()->topLevelItem(0)->text(2) != before);
    click(QStringLiteral("Copy sign-in details"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(list()->topLevelItem(0)->text(2)));
    click(QStringLiteral("Back"));
    click(QStringLiteral("Next"));
    QCOMPARE(names().size(), 1);
    list()->setCurrentItem(list()->topLevelItem(0));
    click(QStringLiteral("Remove"));
    QCOMPARE(names().size(), 0);
}

void TestHostingWindow::enterAddsInsteadOfStarting()
{
    QSignalSpy wanted(m_window.get(), &HostingWindow::setUpRequested);
    toPeople();
    qobject_cast<QLineEdit *>(m_window->focusWidget())->setText(QStringLiteral("小雨"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Enter);
    QCOMPARE(wanted.size(), 0);
    QCOMPARE(names(), QStringList{QStringLiteral("小雨")});
    QCOMPARE(list()->topLevelItem(0)->text(1), QStringLiteral("friend@home.example"));
}

void TestHostingWindow::showsHowToJoin()
{
    manage(HostingWindow::Page::Joining);
    auto *code = m_window->findChild<QrCodeView *>();
    QVERIFY(code->isVisible());
    QCOMPARE(code->text(), runningState().link);
    click(QStringLiteral("Copy link"));
    QCOMPARE(QGuiApplication::clipboard()->text(), runningState().link);
    HostingState state = runningState();
    state.addresses.clear();
    m_window->setState(state);
    QVERIFY(!code->isVisible());
    state.phase = Phase::Elsewhere;
    m_window->setState(state);
    QVERIFY(!button(QStringLiteral("Start hosting")) && !button(QStringLiteral("Stop hosting")));
}

void TestHostingWindow::saysWhyItIsNotAnnounced()
{
    manage(HostingWindow::Page::Joining);
    HostingState state = runningState();
    state.whyNotAnnounced = QStringLiteral("Install what is missing.");
    m_window->setState(state);
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    const auto reason = std::find_if(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->text() == state.whyNotAnnounced; });
    QVERIFY(reason != labels.end());
    QVERIFY((*reason)->isVisible());
    m_window->setState(runningState());
    QVERIFY(!(*reason)->isVisible());
}

void TestHostingWindow::stopAsks()
{
    QSignalSpy stop(m_window.get(), &HostingWindow::stopRequested);
    manage(HostingWindow::Page::Joining);
    click(QStringLiteral("Stop hosting"));
    QCOMPARE(stop.size(), 0);
    QVERIFY2(bar()->text().contains(u'1'), qPrintable(bar()->text()));
    click(QStringLiteral("Stop now"));
    QCOMPARE(stop.size(), 1);
}

void TestHostingWindow::takenPortOffersOthers()
{
    QSignalSpy others(m_window.get(), &HostingWindow::otherPortsRequested);
    manage(HostingWindow::Page::Joining);
    m_window->showFailure(Msn::makeError(Msn::ErrorCode::StorageFull));
    QVERIFY(!button(QStringLiteral("Use other ports")));
    m_window->showFailure(Msn::makeError(Msn::ErrorCode::ConnectionRefused, QStringLiteral("0.0.0.0:1864")));
    click(QStringLiteral("Use other ports"));
    QCOMPARE(others.size(), 1);
}

void TestHostingWindow::addsRemovesAndResets()
{
    QSignalSpy added(m_window.get(), &HostingWindow::personAdded);
    QSignalSpy changed(m_window.get(), &HostingWindow::passphraseChanged);
    QSignalSpy removed(m_window.get(), &HostingWindow::personRemoved);
    manage(HostingWindow::Page::People);
    type(QStringLiteral("Carla"));
    click(QStringLiteral("Add"));
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.constFirst().constFirst().value<HostingPerson>().address.toString(),
        QStringLiteral("carla@home.example"));
    list()->setCurrentItem(list()->topLevelItem(1));
    click(QStringLiteral("New passphrase"));
    QCOMPARE(changed.size(), 0);
    QVERIFY(bar()->text().contains(QStringLiteral("Ben")));
    QTest::mouseClick(bar()->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    const auto person = changed.constFirst().constFirst().value<HostingPerson>();
    QCOMPARE(list()->topLevelItem(1)->text(2), person.passphrase);
    list()->setCurrentItem(list()->topLevelItem(0));
    click(QStringLiteral("Remove"));
    QCOMPARE(removed.size(), 0);
    QTest::mouseClick(bar()->findChildren<QPushButton *>().constLast(), Qt::LeftButton);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(
        removed.constFirst().constFirst().value<Address>().toString(), QStringLiteral("ana@home.example"));
}

void TestHostingWindow::passphrasesAreForgotten()
{
    manage(HostingWindow::Page::People);
    HostingState state = runningState();
    type(QStringLiteral("Carla"));
    click(QStringLiteral("Add"));
    state.people.append({Address(QStringLiteral("carla@home.example")), QStringLiteral("Carla"), {}, false});
    m_window->setState(state);
    const auto shown = [this] { return list()->topLevelItem(2)->text(2); };
    QCOMPARE(shown().count(u'-'), 3);
    m_window->close();
    m_window->show();
    QCOMPARE(shown().count(u'-'), 0);
}

/// `acorn-bucket-desert-pa…` cannot be read out to anybody.
void TestHostingWindow::passphrasesAreShownWhole()
{
    manage(HostingWindow::Page::People);
    HostingState state = runningState();
    state.people.first().passphrase = QStringLiteral("mushroom-elephant-sandwich-umbrella");
    m_window->setState(state);
    const int needed = list()->fontMetrics().horizontalAdvance(state.people.first().passphrase);
    QTRY_VERIFY(list()->columnWidth(2) > needed);
    QVERIFY(list()->header()->length() <= list()->viewport()->width());
}

void TestHostingWindow::signsIn()
{
    QSignalSpy wanted(m_window.get(), &HostingWindow::signInRequested);
    manage(HostingWindow::Page::Joining);
    QComboBox *people = m_window->findChild<QComboBox *>(QStringLiteral("signInAs"));
    people->setCurrentIndex(1);
    click(QStringLiteral("Sign in"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().value<HostingPerson>().name, QStringLiteral("Ben"));
    // It stays chosen when somebody comes or goes.
    m_window->setState(runningState());
    QCOMPARE(people->currentIndex(), 1);
}

/// Regression: whoever came first in the alphabet was offered, not whoever had begun with themselves.
void TestHostingWindow::signsInAsTheFirstOfThePlan()
{
    toPeople();
    for (const QString &name : {QStringLiteral("Ben"), QStringLiteral("Ana")}) {
        type(name);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(plan().people.size(), 2);
    m_window->setState(runningState());
    const auto *people = m_window->findChild<QComboBox *>(QStringLiteral("signInAs"));
    QVERIFY2(people->currentText().startsWith(QLatin1String("Ben")), qPrintable(people->currentText()));
}

void TestHostingWindow::choosesAnAddress()
{
    QSignalSpy chosen(m_window.get(), &HostingWindow::hostChosen);
    manage(HostingWindow::Page::Joining);
    QComboBox *hosts = m_window->findChild<QComboBox *>(QStringLiteral("hosts"));
    QCOMPARE(hosts->count(), 2);
    QTest::keyClick(hosts, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), QStringLiteral("198.51.100.1"));
    // One that this computer has no longer is shown all the same.
    HostingState state = runningState();
    state.chosenHost = QStringLiteral("203.0.113.9");
    m_window->setState(state);
    QCOMPARE(hosts->currentData().toString(), state.chosenHost);
}

void TestHostingWindow::settings()
{
    QSignalSpy starts(m_window.get(), &HostingWindow::startWithMessengerChosen);
    QSignalSpy old(m_window.get(), &HostingWindow::oldClientsChosen);
    QSignalSpy name(m_window.get(), &HostingWindow::nameChosen);
    manage(HostingWindow::Page::Settings);
    const QList<QCheckBox *> boxes = m_window->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (!box->isVisible())
            continue;
        QVERIFY(!box->isChecked());
        box->click();
    }
    QCOMPARE(starts.size(), 1);
    QCOMPARE(old.size(), 1);
    QLineEdit *edit = m_window->findChild<QLineEdit *>(QStringLiteral("networkName"));
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("Our house"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(name.size(), 1);
    QVERIFY(m_window->isVisible());
    click(QStringLiteral("Copy command"));
    QCOMPARE(QGuiApplication::clipboard()->text(), runningState().command);
}

void TestHostingWindow::rules()
{
    QSignalSpy changed(m_window.get(), &HostingWindow::rulesChanged);
    manage(HostingWindow::Page::People);
    list()->setCurrentItem(list()->topLevelItem(1));
    click(QStringLiteral("Rules…"));
    auto *dialog = m_window->findChild<HostingCareDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    // Everybody else can be chosen, and is, before there is a rule.
    const Address ana(QStringLiteral("ana@home.example"));
    QCOMPARE(dialog->care().people, (QList<HostingAcquaintance>{{ana, true, false}}));
    QVERIFY(!dialog->care().asks && !dialog->care().refusesFiles && !dialog->care().quiet);
    const QList<QCheckBox *> boxes = dialog->findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), 3);
    for (QCheckBox *box : boxes)
        box->click();
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).value<Address>(), Address(QStringLiteral("ben@home.example")));
    const auto care = changed.constFirst().at(1).value<HostingCare>();
    QVERIFY(care.asks && care.refusesFiles && care.quiet);
    QCOMPARE(care.quiet->first, QTime(21, 0));
}

/// What is wished for is approved with one tick.
void TestHostingWindow::wishesComeFirst()
{
    HostingState state = runningState();
    const Address carla(QStringLiteral("carla@example.com"));
    state.people[1].care = {true, {{carla, false, true}}, {}, false};
    m_window->setState(state);
    m_window->show();
    m_window->showPage(HostingWindow::Page::People);
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("Ben would like to meet"));
    }));
    HostingCareDialog dialog(state.people[1]);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *people = dialog.findChild<QTreeWidget *>();
    QCOMPARE(people->topLevelItemCount(), 1);
    people->topLevelItem(0)->setCheckState(0, Qt::Checked);
    QCOMPARE(dialog.care().people, (QList<HostingAcquaintance>{{carla, true, false}}));
}

/// A family gets a cat, a boat and a butterfly without doing anything.
void TestHostingWindow::everybodyGetsAPictureOfTheirOwn()
{
    toPeople();
    const auto builtIn = BuiltInPictures::all();
    QList<QByteArray> proposed;
    for (qsizetype i = 0; i < builtIn.size(); ++i) {
        proposed.append(newPicture()->picture());
        type(QStringLiteral("Person"));
        click(QStringLiteral("Add"));
    }
    for (const QByteArray &png : std::as_const(proposed)) {
        QVERIFY(!png.isEmpty());
        QCOMPARE(proposed.count(png), 1);
    }
    // There are no more: one has the same as somebody else.
    QVERIFY(proposed.contains(newPicture()->picture()));
    const HostingPlan planned = plan();
    QCOMPARE(planned.people.size(), builtIn.size());
    for (qsizetype i = 0; i < builtIn.size(); ++i)
        QCOMPARE(planned.people[i].picture, proposed[i]);
}

/// What somebody has chosen is not replaced by a proposal.
void TestHostingWindow::ownPictureStays()
{
    toPeople();
    Q_EMIT newPicture()->chooser()->chosen({});
    type(QStringLiteral("Ana"));
    m_window->setState(m_window->state());
    QCOMPARE(newPicture()->picture(), QByteArray());
    click(QStringLiteral("Add"));
    QVERIFY(!newPicture()->picture().isEmpty());
    QCOMPARE(plan().people.constFirst().picture, QByteArray());
}

void TestHostingWindow::pictureCanBeChangedInThePlan()
{
    toPeople();
    QVERIFY(!button(QStringLiteral("Picture…"))->isEnabled());
    type(QStringLiteral("Ana"));
    click(QStringLiteral("Add"));
    list()->setCurrentItem(list()->topLevelItem(0));
    click(QStringLiteral("Picture…"));
    QVERIFY(chooser()->popup()->isVisible());
    chooser()->popup()->close();
    const QByteArray guitar = BuiltInPictures::png(QStringLiteral("guitar"));
    Q_EMIT chooser()->chosen(guitar);
    QCOMPARE(plan().people.constFirst().picture, guitar);
}

void TestHostingWindow::pictureCanBeChangedLater()
{
    QSignalSpy changed(m_window.get(), &HostingWindow::pictureChanged);
    manage(HostingWindow::Page::People);
    list()->setCurrentItem(list()->topLevelItem(1));
    const qint64 before = list()->topLevelItem(1)->icon(0).cacheKey();
    click(QStringLiteral("Picture…"));
    chooser()->popup()->close();
    const QByteArray boat = BuiltInPictures::png(QStringLiteral("boat"));
    Q_EMIT chooser()->chosen(boat);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).value<Address>(), Address(QStringLiteral("ben@home.example")));
    QCOMPARE(changed.constFirst().at(1).toByteArray(), boat);
    HostingState state = runningState();
    state.people[1].picture = boat;
    m_window->setState(state);
    QVERIFY(list()->topLevelItem(1)->icon(0).cacheKey() != before);
    // Whoever comes next does not get the same.
    QVERIFY(newPicture()->picture() != boat);
    Q_EMIT chooser()->chosen({});
    QCOMPARE(changed.constLast().at(1).toByteArray(), QByteArray());
}

/// The file dialog leaves time to choose somebody else, or for somebody to be removed.
void TestHostingWindow::answerIsForWhoWasAsked()
{
    QSignalSpy changed(m_window.get(), &HostingWindow::pictureChanged);
    manage(HostingWindow::Page::People);
    list()->setCurrentItem(list()->topLevelItem(0));
    click(QStringLiteral("Picture…"));
    chooser()->popup()->close();
    list()->setCurrentItem(list()->topLevelItem(1));
    Q_EMIT chooser()->chosen({});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).value<Address>(), Address(QStringLiteral("ana@home.example")));
}

void TestHostingWindow::pictureGivesWayToTheFields()
{
    manage(HostingWindow::Page::People);
    QVERIFY(newPicture()->isVisible());
    m_window->resize(360, 520);
    QTRY_VERIFY(!newPicture()->isVisible());
    QVERIFY(button(QStringLiteral("Picture…")));
    m_window->resize(780, 640);
    QTRY_VERIFY(newPicture()->isVisible());
}

void TestHostingWindow::everyControlHasAName()
{
    manage(HostingWindow::Page::Joining);
    const auto named = [](QWidget *widget) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        return interface && !interface->text(QAccessible::Name).isEmpty();
    };
    for (const auto page :
        {HostingWindow::Page::Joining, HostingWindow::Page::People, HostingWindow::Page::Settings}) {
        m_window->showPage(page);
        const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool isControl = widget->focusPolicy() & Qt::TabFocus && widget->isVisible()
                && !widget->objectName().startsWith(QLatin1String("qt_"));
            QVERIFY2(!isControl || named(widget), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestHostingWindow)
#include "tst_hostingwindow.moc"
