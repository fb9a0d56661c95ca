#include "ui/signin/signinform.h"

#include "ui/widgets/passwordedit.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Msn::Status;

namespace {

Msn::KnownNetwork network(
    const QString &name, Msn::KnownNetwork::Source source = Msn::KnownNetwork::Source::BuiltIn)
{
    Msn::KnownNetwork known;
    known.description.name = name;
    known.source = source;
    return known;
}

template <typename Widget>
Widget *named(QWidget &parent, const QString &text)
{
    const QList<Widget *> widgets = parent.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        if (widget->text().remove(u'&') == text)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestSignInForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typingAndPressingEnterSubmits();
    void buttonNeedsAddressAndPassword();
    void enterWithoutPasswordGoesToTheField();
    void savedPasswordIsEnough();
    void choicesNeedEachOther();
    void requestComesBackAsItWasSet();
    void eyeShowsThePassword();
    void addingANetworkIsNoChoice();
    void keysGoThroughTheNetworksOnly();
    void longNameOfANetworkIsInItsToolTip();
    void everyFieldHasALabel();

private:
    QLineEdit *address() const { return m_form->findChildren<QComboBox *>().at(1)->lineEdit(); }
    PasswordEdit *password() const { return m_form->findChild<PasswordEdit *>(); }
    QPushButton *button() const { return named<QPushButton>(*m_form, QStringLiteral("Sign in")); }
    QCheckBox *box(const QString &text) const { return named<QCheckBox>(*m_form, text); }

    std::unique_ptr<SignInForm> m_form;
};

void TestSignInForm::init()
{
    m_form = std::make_unique<SignInForm>();
    m_form->networkBox()->setNetworks(
        {network(QStringLiteral("demo"), Msn::KnownNetwork::Source::Demo), network(QStringLiteral("Home"))});
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
}

void TestSignInForm::typingAndPressingEnterSubmits()
{
    QSignalSpy submitted(m_form.get(), &SignInForm::submitted);
    QTest::keyClicks(address(), QStringLiteral("ana@example.com"));
    QTest::keyClicks(password(), QStringLiteral("s3cret, yes"));
    QTest::keyClick(password(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    const SignInRequest request = m_form->request();
    QCOMPARE(request.address, Msn::Address(QStringLiteral("ana@example.com")));
    QCOMPARE(request.password, QStringLiteral("s3cret, yes"));
    QCOMPARE(request.network, QStringLiteral("demo"));
    QCOMPARE(request.status, Status::Online);
}

void TestSignInForm::buttonNeedsAddressAndPassword()
{
    QVERIFY(!button()->isEnabled());
    QTest::keyClicks(address(), QStringLiteral("ana@example.com"));
    QVERIFY(!button()->isEnabled());
    QTest::keyClicks(password(), QStringLiteral("x"));
    QVERIFY(button()->isEnabled());
    QSignalSpy submitted(m_form.get(), &SignInForm::submitted);
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
}

void TestSignInForm::enterWithoutPasswordGoesToTheField()
{
    m_form->activateWindow();
    QSignalSpy submitted(m_form.get(), &SignInForm::submitted);
    QTest::keyClicks(address(), QStringLiteral("ana@example.com"));
    QTest::keyClick(address(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_form->focusWidget(), password());
}

void TestSignInForm::savedPasswordIsEnough()
{
    QTest::keyClicks(address(), QStringLiteral("ana@example.com"));
    m_form->setPasswordSaved(true);
    QVERIFY(button()->isEnabled());
    QVERIFY(!password()->placeholderText().isEmpty());
    m_form->setPasswordSaved(false);
    QVERIFY(!button()->isEnabled());
}

void TestSignInForm::choicesNeedEachOther()
{
    QCheckBox *me = box(QStringLiteral("Remember me"));
    QCheckBox *secret = box(QStringLiteral("Remember my password"));
    QCheckBox *automatic = box(QStringLiteral("Sign me in automatically"));
    me->setChecked(false);
    automatic->click();
    QVERIFY(me->isChecked() && secret->isChecked() && automatic->isChecked());
    secret->click();
    QVERIFY(me->isChecked() && !secret->isChecked() && !automatic->isChecked());
    secret->click();
    me->click();
    QVERIFY(!me->isChecked() && !secret->isChecked() && !automatic->isChecked());
}

void TestSignInForm::requestComesBackAsItWasSet()
{
    const SignInRequest request{QStringLiteral("Home"), Msn::Address(QStringLiteral("ana@example.com")),
        QStringLiteral("pw"), Status::Hidden, true, true, true};
    m_form->setRequest(request);
    QCOMPARE(m_form->request(), request);
    const SignInRequest other{QStringLiteral("demo"), Msn::Address(QStringLiteral("ben@example.com")), {},
        Status::Busy, false, false, false};
    m_form->setRequest(other);
    QCOMPARE(m_form->request(), other);
}

void TestSignInForm::eyeShowsThePassword()
{
    password()->setText(QStringLiteral("secret"));
    QVERIFY(!password()->isShown());
    password()->actions().first()->trigger();
    QVERIFY(password()->isShown());
    password()->actions().first()->trigger();
    QVERIFY(!password()->isShown());
}

void TestSignInForm::addingANetworkIsNoChoice()
{
    NetworkBox *box = m_form->networkBox();
    box->setNetwork(QStringLiteral("Home"));
    const QSignalSpy wanted(box, &NetworkBox::addRequested);
    box->showPopup();
    QTRY_VERIFY(box->view()->isVisible());
    box->view()->setCurrentIndex(box->model()->index(box->count() - 1, 0));
    QTest::keyClick(box->view(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(box->network(), QStringLiteral("Home"));
    QCOMPARE(box->currentText(), QStringLiteral("Home"));
}

void TestSignInForm::keysGoThroughTheNetworksOnly()
{
    NetworkBox *box = m_form->networkBox();
    const QSignalSpy wanted(box, &NetworkBox::addRequested);
    const QSignalSpy nearby(box, &NetworkBox::nearbyRequested);
    box->setNearby({{QStringLiteral("id"), QStringLiteral("Near"), {}, false}}, {}, {});
    box->setFocus();
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->network(), QStringLiteral("Home"));
    QCOMPARE(wanted.count(), 0);
    QCOMPARE(nearby.count(), 0);
}

void TestSignInForm::longNameOfANetworkIsInItsToolTip()
{
    const QString name = QStringLiteral("Everybody in the <b>house</b> by the lake, guests as well");
    m_form->networkBox()->setNetworks({network(name)});
    QVERIFY(m_form->networkBox()->itemText(0).endsWith(u'…'));
    QCOMPARE(m_form->networkBox()->network(), name);
    QCOMPARE(m_form->networkBox()->itemData(0, Qt::ToolTipRole).toString(),
        QStringLiteral("<p>%1</p>").arg(name.toHtmlEscaped()));
    QCOMPARE(m_form->networkBox()->toolTip(), QStringLiteral("<p>%1</p>").arg(name.toHtmlEscaped()));
}

void TestSignInForm::everyFieldHasALabel()
{
    QSet<QWidget *> labelled;
    const QList<QLabel *> labels = m_form->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy())
            labelled.insert(label->buddy());
    }
    QCOMPARE(labelled.size(), 4);
    QVERIFY(labelled.contains(password()));
}

QTEST_MAIN(TestSignInForm)
#include "tst_signinform.moc"
