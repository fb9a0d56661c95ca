#include "core/storage/settings.h"
#include "ui/options/optionsform.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace Ui;

namespace {

const Msn::SettingKey<bool> someSwitch{"test.switch", true};
const Msn::SettingKey<int> someNumber{"test.number", 5};

} // namespace

class TestOptionsForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSwitchShowsAndChangesItsSetting();
    void aNumberShowsAndChangesItsSetting();
    void followsASettingThatChangesElsewhere();
    void aFieldHasItsLabelAsBuddy();
};

void TestOptionsForm::aSwitchShowsAndChangesItsSetting()
{
    Msn::Settings settings{QString()};
    OptionsForm form;
    QCheckBox *box = form.addSwitch(QStringLiteral("On"), settings, someSwitch);
    QVERIFY(box->isChecked());
    box->click();
    QVERIFY(!settings.value(someSwitch));
}

void TestOptionsForm::aNumberShowsAndChangesItsSetting()
{
    Msn::Settings settings{QString()};
    OptionsForm form;
    QSpinBox *box = form.addNumber(QStringLiteral("Minutes"), settings, someNumber, 1, 60);
    QCOMPARE(box->value(), 5);
    box->setValue(7);
    QCOMPARE(settings.value(someNumber), 7);
}

void TestOptionsForm::followsASettingThatChangesElsewhere()
{
    Msn::Settings settings{QString()};
    OptionsForm form;
    const QCheckBox *box = form.addSwitch(QStringLiteral("On"), settings, someSwitch);
    const QSpinBox *number = form.addNumber(QStringLiteral("Minutes"), settings, someNumber, 1, 60);
    settings.setValue(someSwitch, false);
    settings.setValue(someNumber, 42);
    QVERIFY(!box->isChecked());
    QCOMPARE(number->value(), 42);
}

void TestOptionsForm::aFieldHasItsLabelAsBuddy()
{
    OptionsForm form;
    auto *field = new QLineEdit(&form);
    QCOMPARE(form.addField(QStringLiteral("&Name"), field)->buddy(), field);
}

QTEST_MAIN(TestOptionsForm)
#include "tst_optionsform.moc"
