#include "app/messenger/chatsettings.h"
#include "core/base/address.h"
#include "core/storage/settings.h"
#include "ui/conversation/base/chatpreferences.h"

#include <QtTest>

using Ui::ChatPreferences;

class tst_ChatSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSetIsTheUsual();
    void everythingComesBack();
    void nonsenseIsIgnored();
};

void tst_ChatSettings::nothingSetIsTheUsual()
{
    const Msn::Settings settings{QString()};
    ChatPreferences preferences;
    QSignalSpy changed(&preferences, &ChatPreferences::changed);
    App::ChatSettings::read(settings, preferences);
    QCOMPARE(changed.size(), 0);
}

void tst_ChatSettings::everythingComesBack()
{
    Msn::Settings settings{QString()};
    ChatPreferences written;
    written.setStyle(QStringLiteral("bubbles"));
    written.setWindows(ChatPreferences::Windows::Together);
    written.setShowsTimes(false);
    written.setShowsCodes(false);
    written.setShowsEmoticons(false);
    written.setShowsToolBar(false);
    written.setShowsMenuBar(false);
    written.setChecksSpelling(false);
    written.setSpelling(QStringLiteral("pt_BR"));
    written.setTextSize(130);
    written.setTextFamily(QStringLiteral("Noto Serif"));
    const Msn::Address ana(QStringLiteral("Ana@example.com"));
    written.setOf(ana, {QStringLiteral("en_GB"), true, true});
    App::ChatSettings::write(written, settings);

    ChatPreferences read;
    App::ChatSettings::read(settings, read);
    QCOMPARE(read.style(), written.style());
    QCOMPARE(read.windows(), written.windows());
    QVERIFY(!read.showsTimes() && !read.showsCodes() && !read.showsEmoticons() && !read.showsToolBar()
        && !read.showsMenuBar() && !read.checksSpelling());
    QCOMPARE(read.spelling(), written.spelling());
    QCOMPARE(read.textSize(), 130);
    QCOMPARE(read.textFamily(), written.textFamily());
    QCOMPARE(read.of(Msn::Address(QStringLiteral("ana@example.com"))), written.of(ana));
}

void tst_ChatSettings::nonsenseIsIgnored()
{
    Msn::Settings settings{QString()};
    settings.setValue(Msn::Setting::chatWindows, QStringLiteral("sideways"));
    settings.setJson(QLatin1String(Msn::Setting::chatPeers), 3);
    ChatPreferences preferences;
    App::ChatSettings::read(settings, preferences);
    QCOMPARE(preferences.windows(), ChatPreferences::Windows::Tabs);
    QVERIFY(preferences.peers().isEmpty());
}

QTEST_MAIN(tst_ChatSettings)
#include "tst_chatsettings.moc"
