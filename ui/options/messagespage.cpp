#include "ui/options/messagespage.h"

#include "core/storage/settings.h"
#include "ui/conversation/base/chatstyle.h"
#include "ui/spelling/spellcheckers.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontComboBox>
#include <QSpinBox>

namespace Ui {

namespace Setting = Msn::Setting;

MessagesPage::MessagesPage(Msn::Settings &settings, const QStringList &dictionaries, QWidget *parent)
    : OptionsForm(parent)
    , m_settings(settings)
{
    addPlaces();
    addLook();
    addWriting(dictionaries);
    addNudges();
    addHistory();
}

void MessagesPage::addChoice(const QString &label, const QString &name, const Msn::SettingKey<QString> &key,
    const QList<std::pair<QString, QString>> &rows)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    for (const auto &[value, text] : rows)
        box->addItem(text, value);
    const auto show = [this, box, &key] {
        const int index = box->findData(m_settings.value(key));
        box->setCurrentIndex(qMax(0, index));
    };
    show();
    connect(box, &QComboBox::activated, this,
        [this, box, &key] { m_settings.setValue(key, box->currentData().toString()); });
    connect(&m_settings, &Msn::Settings::changed, box, [show, &key](const QString &changed) {
        if (changed == QLatin1String(key.name))
            show();
    });
    addField(label, box);
}

void MessagesPage::addPlaces()
{
    addHeading(tr("Windows"));
    addChoice(tr("Show &conversations"), QStringLiteral("chatWindows"), Setting::chatWindows,
        {{QStringLiteral("tabs"), tr("as tabs of one window")},
            {QStringLiteral("separate"), tr("in a window for each")},
            {QStringLiteral("together"), tr("beside the contact list")}});
    addHint(tr("A new message never changes the tab and never raises a window."));
}

void MessagesPage::addLook()
{
    addHeading(tr("Look"));
    QList<std::pair<QString, QString>> styles;
    const QStringList ids = ChatStyle::ids();
    for (const QString &id : ids)
        styles.append({id, ChatStyle::load(id).shownTitle()});
    addChoice(tr("St&yle"), QStringLiteral("chatStyle"), Setting::chatStyle, styles);

    auto *font = new QFontComboBox(this);
    font->setObjectName(QStringLiteral("chatFont"));
    font->setEditable(false);
    const QString family = m_settings.value(Setting::chatTextFamily);
    font->setCurrentFont(family.isEmpty() ? Metrics::of(this).conversationFont() : QFont(family));
    connect(font, &QFontComboBox::activated, this,
        [this, font] { m_settings.setValue(Setting::chatTextFamily, font->currentFont().family()); });
    addField(tr("&Font"), font);
    QSpinBox *size = addNumber(tr("Text &size"), m_settings, Setting::chatTextSize, 60, 250);
    size->setSuffix(tr(" %"));
    size->setSingleStep(10);
    addSwitch(tr("Show others' fonts and c&olours"), m_settings, Setting::showFormats);
    addSwitch(tr("Show colours that are written as co&des"), m_settings, Setting::showCodes);
    addHint(tr("The codes themselves are never shown."));
    addSwitch(tr("Show the &time of messages"), m_settings, Setting::showTimes);
    addSwitch(tr("Show &emoticons as pictures"), m_settings, Setting::showEmoticons);
    addSwitch(tr("Show the &pictures of people beside a conversation"), m_settings, Setting::showPictures);
}

void MessagesPage::addWriting(const QStringList &dictionaries)
{
    addHeading(tr("Writing"));
    QCheckBox *check = addSwitch(tr("Check spe&lling"), m_settings, Setting::checkSpelling);
    if (dictionaries.isEmpty()) {
        check->setEnabled(false);
        addHint(tr("There is no dictionary on this computer. Hunspell dictionaries are found by "
                   "themselves once they are installed."));
        return;
    }
    QList<std::pair<QString, QString>> rows{{QString(), tr("Language of the system")}};
    for (const QString &language : dictionaries)
        rows.append({language, SpellCheckers::shownName(language)});
    addChoice(tr("Dict&ionary"), QStringLiteral("dictionary"), Setting::spelling, rows);
    addHint(tr("Another language for one person is chosen in the menu of the field you write in."));
}

void MessagesPage::addNudges()
{
    addHeading(tr("Nudges"));
    addSwitch(tr("S&hake when somebody nudges me"), m_settings, Setting::shakeOnNudge);
    addHint(tr("At most once in ten seconds, and never while you are Busy. Single people can be muted in the "
               "menu Contact."));
}

void MessagesPage::addHistory()
{
    addHeading(tr("History"));
    addSwitch(tr("&Keep my conversations"), m_settings, Setting::keepHistory);
    QSpinBox *days = addNumber(tr("Keep them fo&r"), m_settings, Setting::historyDays, 0, 3650);
    days->setSuffix(tr(" days"));
    //: How long conversations are kept, in place of a number of days.
    days->setSpecialValueText(tr("ever"));
    addHint(tr("What is older is removed for good when you sign in."));
}

} // namespace Ui
