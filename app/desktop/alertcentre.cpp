#include "app/desktop/alertcentre.h"

#include "app/desktop/conversationplaces.h"
#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/alerts/alertsettings.h"
#include "ui/alerts/alerttext.h"
#include "ui/pictures/picturebook.h"

namespace App {

using namespace Msn;
using Ui::AlertEvent;
using Ui::AlertWay;

namespace {

/// Alerts that are remembered for an answer; a desktop may keep them for days.
constexpr qsizetype mostRemembered = 200;

} // namespace

AlertCentre::AlertCentre(AccountList &accounts, Ui::AlertSettings &settings, ConversationPlaces &places,
    Surroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_places(places)
    , m_surroundings(std::move(surroundings))
{
    for (const AccountList::Entry &entry : m_accounts.entries())
        watch(*entry.account);
    connect(&m_accounts, &AccountList::added, this, [this](Account *account) { watch(*account); });
    connect(&m_accounts, &AccountList::removed, this, [this](Account *account) {
        closeAbout([account](const Happening &happening) {
            return happening.account == account && happening.event != AlertEvent::ConnectionLost;
        });
        m_events.erase(account);
    });
    connect(&m_places, &ConversationPlaces::lookedAt, this, [this](Conversation *conversation) {
        setWaiting(conversation, false);
        closeAbout(
            [conversation](const Happening &happening) { return happening.conversation == conversation; });
    });
}

AlertCentre::~AlertCentre()
{
    disconnect();
    closeAbout([](const Happening &) { return true; });
}

void AlertCentre::attach(Ui::AlertDisplay &display)
{
    connect(&display, &Ui::AlertDisplay::activated, this, &AlertCentre::handleActivated);
    connect(&display, &Ui::AlertDisplay::replied, this, &AlertCentre::handleReply);
    connect(&display, &Ui::AlertDisplay::closed, this, [this](quint64 id) { m_shown.remove(id); });
}

void AlertCentre::watch(Account &account)
{
    auto events = std::make_unique<AccountEvents>(account);
    connect(events.get(), &AccountEvents::happened, this, &AlertCentre::handle);
    connect(events.get(), &AccountEvents::connectionRestored, this, [this, lost = &account] {
        closeAbout([lost](const Happening &happening) {
            return happening.account == lost && happening.event == AlertEvent::ConnectionLost;
        });
    });
    m_events[&account] = std::move(events);
}

void AlertCentre::handle(const Happening &happening)
{
    if (!happening.conversation) {
        act(happening);
        return;
    }
    // The window that shows it may hear of it only after us.
    QMetaObject::invokeMethod(
        this,
        [this, happening] {
            if (happening.conversation && m_accounts.find(*happening.account))
                act(happening);
        },
        Qt::QueuedConnection);
}

void AlertCentre::act(const Happening &happening)
{
    const Ui::AlertSituation situation = situationOf(happening);
    const AccountList::Entry *entry = m_accounts.find(*happening.account);
    const Ui::ContactAlerts contact = entry
        ? m_settings.contact(
            Ui::alertAccountKey(happening.account->address(), entry->network), happening.contact)
        : Ui::ContactAlerts();
    const Ui::AlertDecision decision
        = decideAlert(happening.event, m_settings.choicesFor(happening.event), situation, contact);
    if (happening.conversation && !situation.conversationInFront)
        setWaiting(happening.conversation, true);
    if (decision.ways.testFlag(AlertWay::Popup))
        show(happening);
    if (decision.ways.testFlag(AlertWay::Sound))
        m_surroundings.play(decision.sound);
    if (decision.ways.testFlag(AlertWay::Flash) && happening.conversation)
        m_places.flash(*happening.conversation);
}

Ui::AlertSituation AlertCentre::situationOf(const Happening &happening) const
{
    Ui::AlertSituation situation;
    situation.ownStatus = happening.account->status();
    situation.doNotDisturb = m_surroundings.isDoNotDisturb();
    situation.fullScreen = m_settings.quietInFullScreen() && m_surroundings.isFullScreen();
    situation.muted = m_settings.isMuted();
    if (happening.conversation) {
        situation.conversationInFront = m_places.isInFront(*happening.conversation);
        situation.isFirst = !m_waiting.contains(happening.conversation);
    }
    return situation;
}

void AlertCentre::show(const Happening &happening)
{
    Ui::AlertDisplay *display = m_surroundings.display();
    if (!display)
        return;
    const Ui::AlertDisplay::Id id = idFor(happening);
    if (const Shown known = m_shown.value(id); known.display && known.display != display)
        known.display->close(id);
    while (m_shown.size() >= mostRemembered)
        m_shown.remove(*std::min_element(m_shown.keyBegin(), m_shown.keyEnd()));
    m_shown.insert(id, {happening, display});
    display->show(id, noticeOf(happening));
}

/// Of one conversation there is one alert, and of one person's comings and goings.
Ui::AlertDisplay::Id AlertCentre::idFor(const Happening &happening)
{
    const bool isPresence
        = !happening.conversation && !happening.contact.isEmpty() && happening.event != AlertEvent::AddedMe;
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        const Happening &other = shown->happening;
        const bool sameTalk = happening.conversation && other.conversation == happening.conversation;
        const bool samePerson = isPresence && !other.conversation && other.event != AlertEvent::AddedMe
            && other.account == happening.account && other.contact == happening.contact;
        if (sameTalk || samePerson)
            return shown.key();
    }
    return ++m_lastId;
}

Ui::AlertNotice AlertCentre::noticeOf(const Happening &happening) const
{
    const AccountList::Entry *entry = m_accounts.find(*happening.account);
    const QString network = entry ? entry->networkTitle : QString();
    const bool isAboutAccount = happening.event == AlertEvent::ConnectionLost;
    Ui::AlertNotice notice;
    notice.event = happening.event;
    // What this person calls them comes before what they call themselves.
    const bool isKnown = entry && happening.account->contacts().find(happening.contact);
    const QString name = isKnown ? entry->nameOf(happening.contact) : happening.name;
    notice.title = Ui::AlertText::title(happening.event, isAboutAccount ? network : name);
    QString words = happening.words;
    if (happening.event == AlertEvent::Message && !m_settings.showsText())
        words = Ui::AlertText::hiddenText();
    notice.text = Ui::alertExcerpt(Ui::AlertText::text(happening.event, words));
    // Which of several networks somebody came to.
    if (notice.text.isEmpty() && m_accounts.entries().size() > 1)
        notice.text = network;
    notice.avatar.address = happening.contact;
    notice.avatar.name = name;
    if (!happening.contact.isEmpty())
        notice.avatar.picture = Ui::pictureAtOnce(happening.account->pictures(), happening.contact);
    if (const Contact *contact = happening.account->contacts().find(happening.contact))
        notice.status = contact->status;
    notice.canReply = happening.conversation && happening.account->state() == Account::State::SignedIn;
    return notice;
}

void AlertCentre::handleActivated(quint64 id, const QByteArray &token)
{
    const Shown shown = m_shown.take(id);
    if (shown.happening.account)
        openSubject(shown.happening, token);
}

void AlertCentre::handleReply(quint64 id, const QString &text)
{
    const Shown shown = m_shown.take(id);
    if (shown.happening.conversation && !text.trimmed().isEmpty())
        shown.happening.conversation->sendText(text, {});
}

void AlertCentre::openSubject(const Happening &happening, const QByteArray &token)
{
    const bool isThere = m_accounts.find(*happening.account) != nullptr;
    const bool canChat = happening.event != AlertEvent::AddedMe && !happening.contact.isEmpty();
    if (isThere && happening.conversation)
        m_places.present(*happening.account, *happening.conversation, token);
    else if (isThere && canChat)
        m_places.open(*happening.account, happening.contact, token);
    else
        m_places.presentList(token);
}

void AlertCentre::setWaiting(Conversation *conversation, bool waiting)
{
    const qsizetype before = m_waiting.size();
    if (!waiting) {
        m_waiting.remove(conversation);
    } else if (!m_waiting.contains(conversation)) {
        m_waiting.insert(conversation);
        connect(conversation, &QObject::destroyed, this,
            [this, conversation] { setWaiting(conversation, false); });
    }
    if (m_waiting.size() != before)
        Q_EMIT waitingChanged(m_waiting.size());
}

void AlertCentre::closeAbout(const std::function<bool(const Happening &)> &matches)
{
    const QHash<quint64, Shown> all = m_shown;
    for (auto shown = all.cbegin(); shown != all.cend(); ++shown) {
        if (!matches(shown->happening))
            continue;
        m_shown.remove(shown.key());
        shown->display->close(shown.key());
    }
}

} // namespace App
