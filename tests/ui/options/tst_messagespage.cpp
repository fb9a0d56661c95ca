#include "core/storage/settings.h"
#include "ui/options/messagespage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QtTest>

using namespace Ui;
namespace Setting = Msn::Setting;

class tst_MessagesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesAreSettings();
    void followsSettings();
    void noDictionarySaysSo();
    void mnemonicsDoNotClash();
};

void tst_MessagesPage::choicesAreSettings()
{
    Msn::Settings settings{QString()};
    MessagesPage page(settings, {QStringLiteral("en_GB"), QStringLiteral("pt_BR")});
    const auto choose = [&page](const QString &name, const QString &value) {
        auto *box = page.findChild<QComboBox *>(name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(QStringLiteral("chatWindows"), QStringLiteral("together"));
    choose(QStringLiteral("chatStyle"), QStringLiteral("bubbles"));
    choose(QStringLiteral("dictionary"), QStringLiteral("pt_BR"));
    QCOMPARE(settings.value(Setting::chatWindows), QStringLiteral("together"));
    QCOMPARE(settings.value(Setting::chatStyle), QStringLiteral("bubbles"));
    QCOMPARE(settings.value(Setting::spelling), QStringLiteral("pt_BR"));
}

void tst_MessagesPage::followsSettings()
{
    Msn::Settings settings{QString()};
    MessagesPage page(settings, {});
    settings.setValue(Setting::chatStyle, QStringLiteral("irc"));
    QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("chatStyle"))->currentData().toString(),
        QStringLiteral("irc"));
    settings.setValue(Setting::chatTextSize, 150);
    QCOMPARE(page.findChild<QSpinBox *>()->value(), 150);
}

void tst_MessagesPage::noDictionarySaysSo()
{
    Msn::Settings settings{QString()};
    MessagesPage page(settings, {});
    QVERIFY(!page.findChild<QComboBox *>(QStringLiteral("dictionary")));
    const QList<QCheckBox *> switches = page.findChildren<QCheckBox *>();
    QVERIFY(std::any_of(
        switches.begin(), switches.end(), [](const QCheckBox *box) { return !box->isEnabled(); }));
}

void tst_MessagesPage::mnemonicsDoNotClash()
{
    Msn::Settings settings{QString()};
    MessagesPage page(settings, {QStringLiteral("en_GB")});
    QStringList seen;
    const auto note = [&seen](const QString &text) {
        const qsizetype place = text.indexOf(u'&');
        if (place < 0)
            return true;
        const QString letter = text.mid(place + 1, 1).toLower();
        const bool isNew = !seen.contains(letter);
        seen.append(letter);
        return isNew;
    };
    for (const QCheckBox *box : page.findChildren<QCheckBox *>())
        QVERIFY2(note(box->text()), qPrintable(box->text()));
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->buddy())
            QVERIFY2(note(label->text()), qPrintable(label->text()));
    }
}

QTEST_MAIN(tst_MessagesPage)
#include "tst_messagespage.moc"
