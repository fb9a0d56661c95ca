#include "ui/options/connectionpage.h"

#include "core/storage/settings.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/widgets/passwordedit.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTest>

using namespace Ui;
using Msn::GatewayUse;
using Msn::ProxySettings;
using Kind = ProxySettings::Kind;

class TestConnectionPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fieldsOnlyWhereTheyMatter_data();
    void fieldsOnlyWhereTheyMatter();
    void everyFieldHoldsWhenItIsLeft();
    void portFollowsTheKind();
    void ownPortStays();
    void showsWhatWasChosen();
    void gatewayUse();
    void everyControlHasAName();

private:
    template <typename T>
    T *field(const QString &label) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *candidate : labels) {
            if (candidate->buddy() && QString(candidate->text()).remove(u'&') == label)
                return qobject_cast<T *>(candidate->buddy());
        }
        return nullptr;
    }
    QComboBox *kind() const { return field<QComboBox>(QStringLiteral("Kind")); }
    QLineEdit *host() const { return field<QLineEdit>(QStringLiteral("Server")); }
    QSpinBox *port() const { return field<QSpinBox>(QStringLiteral("Port")); }
    QLineEdit *user() const { return field<QLineEdit>(QStringLiteral("User name, if it asks for one")); }
    QLineEdit *password() const { return field<QLineEdit>(QStringLiteral("Password")); }
    /// As a person does with the keyboard.
    void choose(QComboBox *box, int index);
    void type(QLineEdit *edit, const QString &text);

    std::unique_ptr<Msn::Settings> m_settings;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<Msn::ConnectionChoices> m_choices;
    std::unique_ptr<ConnectionPage> m_page;
};

void TestConnectionPage::init()
{
    m_page.reset();
    m_choices.reset();
    m_settings = std::make_unique<Msn::Settings>(QString());
    m_secrets = std::make_unique<MemorySecretStore>();
    m_choices = std::make_unique<Msn::ConnectionChoices>(*m_settings, *m_secrets);
    m_page = std::make_unique<ConnectionPage>(*m_choices);
    m_page->show();
}

void TestConnectionPage::choose(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void TestConnectionPage::type(QLineEdit *edit, const QString &text)
{
    edit->setText(text);
    Q_EMIT edit->editingFinished();
}

void TestConnectionPage::fieldsOnlyWhereTheyMatter_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<Kind>("wanted");
    QTest::addColumn<bool>("visible");
    QTest::newRow("none") << 0 << Kind::None << false;
    QTest::newRow("system") << 1 << Kind::System << false;
    QTest::newRow("SOCKS5") << 2 << Kind::Socks5 << true;
    QTest::newRow("HTTP") << 3 << Kind::Http << true;
}

void TestConnectionPage::fieldsOnlyWhereTheyMatter()
{
    QFETCH(int, index);
    QFETCH(bool, visible);
    choose(kind(), index);
    for (QWidget *widget : {static_cast<QWidget *>(host()), static_cast<QWidget *>(port()),
             static_cast<QWidget *>(user()), static_cast<QWidget *>(password())})
        QCOMPARE(widget->isVisible(), visible);
    QTEST(m_choices->proxy().kind, "wanted");
}

void TestConnectionPage::everyFieldHoldsWhenItIsLeft()
{
    choose(kind(), 2);
    type(host(), QStringLiteral(" proxy.example.com "));
    port()->setValue(1085);
    Q_EMIT port()->editingFinished();
    type(user(), QStringLiteral("rosa"));
    type(password(), QStringLiteral("s3cret"));
    QCOMPARE(m_choices->proxy(),
        (ProxySettings{Kind::Socks5, QStringLiteral("proxy.example.com"), 1085, QStringLiteral("rosa"),
            QStringLiteral("s3cret")}));
}

void TestConnectionPage::portFollowsTheKind()
{
    choose(kind(), 2);
    QCOMPARE(port()->value(), 1080);
    choose(kind(), 3);
    QCOMPARE(port()->value(), 8080);
    choose(kind(), 0);
    choose(kind(), 2);
    QCOMPARE(port()->value(), 1080);
    QCOMPARE(int(m_choices->proxy().port), 1080);
}

void TestConnectionPage::ownPortStays()
{
    choose(kind(), 2);
    port()->setValue(9050);
    Q_EMIT port()->editingFinished();
    choose(kind(), 3);
    QCOMPARE(port()->value(), 9050);
}

void TestConnectionPage::showsWhatWasChosen()
{
    const ProxySettings office{Kind::Http, QStringLiteral("proxy.example.com"), 3128, QStringLiteral("rosa"),
        QStringLiteral("s3cret")};
    m_choices->setProxy(office); // elsewhere, while the page is open
    QCOMPARE(kind()->currentIndex(), 3);
    QCOMPARE(host()->text(), office.host);
    QCOMPARE(port()->value(), 3128);
    QCOMPARE(user()->text(), office.user);

    // After a restart the password comes from the keychain.
    m_page.reset();
    m_choices = std::make_unique<Msn::ConnectionChoices>(*m_settings, *m_secrets);
    m_page = std::make_unique<ConnectionPage>(*m_choices);
    QTRY_COMPARE(password()->text(), office.password);
    QCOMPARE(m_choices->proxy(), office);
}

void TestConnectionPage::gatewayUse()
{
    auto *box = field<QComboBox>(QStringLiteral("Where a network has one"));
    QVERIFY(box);
    for (const GatewayUse use : {GatewayUse::Fallback, GatewayUse::Always, GatewayUse::Ask}) {
        choose(box, static_cast<int>(use));
        QCOMPARE(int(m_choices->gatewayUse()), int(use));
    }
}

void TestConnectionPage::everyControlHasAName()
{
    choose(kind(), 2);
    QVERIFY(kind() && host() && port() && user() && password());
    QString mnemonics;
    const auto labels = m_page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const qsizetype mark = label->text().indexOf(u'&');
        if (label->buddy() && mark >= 0)
            mnemonics += label->text().at(mark + 1).toLower();
    }
    for (const QChar letter : mnemonics)
        QCOMPARE(mnemonics.count(letter), 1);
}

QTEST_MAIN(TestConnectionPage)

#include "tst_connectionpage.moc"
