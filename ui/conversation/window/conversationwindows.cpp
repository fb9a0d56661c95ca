#include "ui/conversation/window/conversationwindows.h"

#include "core/chat/conversation.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/window/conversationactions.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationmenus.h"
#include "ui/conversation/window/conversationtabs.h"
#include "ui/conversation/window/conversationwindow.h"

#include <QApplication>

#include <algorithm>

namespace Ui {

using Windows = ChatPreferences::Windows;

ConversationWindows::ConversationWindows(
    const EmoticonSet &emoticons, ChatPreferences &preferences, SpellCheckers *spelling, QObject *parent)
    : QObject(parent)
    , m_emoticons(emoticons)
    , m_preferences(preferences)
    , m_spelling(spelling)
    , m_mode(preferences.windows())
{
    connect(&preferences, &ChatPreferences::changed, this, [this] {
        if (std::exchange(m_mode, m_preferences.windows()) != m_preferences.windows())
            applyMode();
    });
}

ConversationWindows::~ConversationWindows()
{
    setHost(nullptr);
}

void ConversationWindows::setHost(ConversationHost *host)
{
    if (m_host && m_open.hosted)
        m_host->setSidePane(nullptr);
    m_host = host;
    if (!host) {
        m_open.hosted.reset();
        return;
    }
    if (m_mode == Windows::Together)
        applyMode();
}

ConversationWidget *ConversationWindows::find(const Msn::Conversation &conversation) const
{
    return m_open.find(conversation);
}

QList<ConversationWidget *> ConversationWindows::conversations() const
{
    return m_open.conversations();
}

ConversationWidget *ConversationWindows::inFront() const
{
    return m_open.inFront();
}

QList<ConversationWindow *> ConversationWindows::windows() const
{
    QList<ConversationWindow *> all;
    for (const auto &window : m_open.windows)
        all.append(window.get());
    return all;
}

ConversationWindow &ConversationWindows::makeWindow()
{
    m_open.windows.push_back(std::make_unique<ConversationWindow>(m_preferences));
    ConversationWindow &window = *m_open.windows.back();
    connectDeck(window.deck());
    connectMenus(window.menus());
    return window;
}

void ConversationWindows::connectDeck(ConversationDeck &deck)
{
    deck.tabs().setEmoticons(m_emoticons);
    connect(&deck, &ConversationDeck::closeRequested, this, &ConversationWindows::close);
    connect(&deck, &ConversationDeck::unreadChanged, this, &ConversationWindows::handleUnread);
    connect(&deck, &ConversationDeck::linkActivated, this, &ConversationWindows::linkActivated);
    connect(&deck, &ConversationDeck::tornOff, this, &ConversationWindows::tearOff);
    connect(&deck, &ConversationDeck::tabDropped, this,
        [this, &deck](ConversationWidget *widget, int index) { move(widget, deck, index); });
}

void ConversationWindows::connectMenus(ConversationMenus &menus)
{
    connect(&menus, &ConversationMenus::optionsRequested, this, &ConversationWindows::optionsRequested);
    connect(
        &menus, &ConversationMenus::contactListRequested, this, &ConversationWindows::contactListRequested);
    connect(&menus, &ConversationMenus::tearOffRequested, this,
        [this](ConversationWidget *widget) { tearOff(widget); });
    connect(&menus, &ConversationMenus::putBackRequested, this, &ConversationWindows::putBack);
    menus.setTornOffTest([this](const ConversationWidget *widget) { return isTornOff(widget); });
}

ConversationDeck &ConversationWindows::homeDeck()
{
    if (m_mode == Windows::Separate)
        return makeWindow().deck();
    if (m_mode == Windows::Together && m_host) {
        if (!m_open.hosted) {
            m_open.hosted = std::make_unique<ConversationDeck>();
            auto *menus
                = new ConversationMenus(*m_open.hosted, m_preferences, ConversationMenus::Place::Pane);
            m_open.hosted->setMenu(menus->all());
            connectDeck(*m_open.hosted);
            connectMenus(*menus);
            m_host->setSidePane(m_open.hosted.get());
        }
        return *m_open.hosted;
    }
    if (!m_home)
        m_home = &makeWindow();
    return m_home->deck();
}

ConversationWidget *ConversationWindows::add(ChatAccount &account, Msn::Conversation &conversation)
{
    if (ConversationWidget *known = m_open.find(conversation))
        return known;
    auto *widget = new ConversationWidget(account, conversation, m_emoticons, m_preferences, m_spelling);
    connect(widget, &ConversationWidget::arrived, this,
        [this, widget](const Arrival &arrival) { Q_EMIT arrived(widget, arrival); });
    connect(&widget->actions(), &ConversationActions::propertiesRequested, this,
        [this, widget](const Msn::Address &address) { Q_EMIT propertiesRequested(widget, address); });
    connect(&widget->actions(), &ConversationActions::historyRequested, this,
        [this, widget](const QString &words) { Q_EMIT historyRequested(widget, words); });
    ConversationDeck &deck = homeDeck();
    deck.insert(widget);
    if (ConversationWindow *window = m_open.windowOf(&deck))
        window->appear();
    else
        deck.setVisible(true);
    Q_EMIT opened(widget);
    tellWhatCame(widget);
    return widget;
}

void ConversationWindows::tellWhatCame(ConversationWidget *widget)
{
    if (widget->unread() == 0)
        return;
    const QList<Msn::ChatMessage> messages = widget->lines();
    const auto last = std::find_if(messages.crbegin(), messages.crend(), [](const Msn::ChatMessage &message) {
        return !message.outgoing
            && (message.kind == Msn::ChatMessage::Kind::Text
                || message.kind == Msn::ChatMessage::Kind::Nudge);
    });
    if (last != messages.crend())
        Q_EMIT arrived(widget, {*last, false, true, false});
}

ConversationWidget *ConversationWindows::present(ChatAccount &account, Msn::Conversation &conversation)
{
    ConversationWidget *widget = add(account, conversation);
    ConversationDeck *deck = m_open.deckOf(widget);
    deck->show(widget);
    if (ConversationWindow *window = m_open.windowOf(deck)) {
        window->present();
    } else if (m_host) {
        m_host->present();
        widget->input().setFocus();
    }
    return widget;
}

int ConversationWindows::unread() const
{
    return m_unread;
}

void ConversationWindows::handleUnread()
{
    const int unread = m_open.unread();
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
}

void ConversationWindows::remove(Msn::Conversation &conversation)
{
    ConversationWidget *widget = m_open.find(conversation);
    if (!widget)
        return;
    m_open.deckOf(widget)->release(widget);
    // A click or key inside it may have brought us here, but it must not see the conversation go.
    widget->hide();
    disconnect(widget, nullptr, this, nullptr);
    widget->disconnectFromConversation();
    widget->deleteLater();
    dropEmptyWindows();
}

void ConversationWindows::removeAccount(const ChatAccount &account)
{
    const QList<ConversationWidget *> all = m_open.conversations();
    for (const ConversationWidget *widget : all) {
        if (&widget->account() == &account)
            remove(widget->conversation());
    }
}

void ConversationWindows::close(ConversationWidget *widget)
{
    Msn::Conversation *conversation = &widget->conversation();
    remove(*conversation);
    Q_EMIT conversationClosed(conversation);
}

void ConversationWindows::move(ConversationWidget *widget, ConversationDeck &deck, int index)
{
    ConversationDeck *source = m_open.deckOf(widget);
    if (!source || source == &deck)
        return;
    const bool hadFocus = widget->isAncestorOf(QApplication::focusWidget());
    source->release(widget);
    deck.insert(widget, index);
    if (hadFocus || deck.count() == 1)
        deck.show(widget);
    if (ConversationWindow *window = m_open.windowOf(&deck)) {
        if (hadFocus)
            window->present();
        else
            window->appear();
    }
    dropEmptyWindows();
}

void ConversationWindows::tearOff(ConversationWidget *widget, const QPoint &globalPosition)
{
    const ConversationDeck *source = m_open.deckOf(widget);
    if (!source || (m_open.windowOf(source) && source->count() == 1))
        return;
    ConversationWindow &window = makeWindow();
    window.resize(source->window()->size());
    if (!globalPosition.isNull())
        window.move(globalPosition - QPoint(window.width() / 4, 20));
    move(widget, window.deck());
    window.present();
}

void ConversationWindows::putBack(ConversationWidget *widget)
{
    if (isTornOff(widget))
        move(widget, homeDeck());
}

bool ConversationWindows::isTornOff(const ConversationWidget *widget) const
{
    const ConversationDeck *deck = m_open.deckOf(widget);
    if (!deck || m_mode == Windows::Separate)
        return false;
    const bool together = m_mode == Windows::Together && m_host;
    return together ? deck != m_open.hosted.get() : m_home && deck != &m_home->deck();
}

void ConversationWindows::applyMode()
{
    const QList<ConversationWidget *> all = m_open.conversations();
    // The first of the old windows becomes the one for tabs; each keeps its own otherwise.
    if (m_mode != Windows::Tabs)
        m_home = nullptr;
    else if (!m_open.windows.empty())
        m_home = m_open.windows.front().get();
    for (ConversationWidget *widget : all) {
        const ConversationDeck *deck = m_open.deckOf(widget);
        const bool isAlone = m_open.windowOf(deck) && deck->count() == 1;
        if (m_mode != Windows::Separate || !isAlone)
            move(widget, homeDeck());
    }
    dropEmptyWindows();
}

void ConversationWindows::dropEmptyWindows()
{
    for (auto window = m_open.windows.begin(); window != m_open.windows.end();) {
        if ((*window)->deck().count() > 0) {
            ++window;
            continue;
        }
        if (window->get() == m_home)
            m_home = nullptr;
        disconnect(&(*window)->deck(), nullptr, this, nullptr);
        (*window)->hide();
        window->release()->deleteLater();
        window = m_open.windows.erase(window);
    }
    if (!m_open.hosted || !m_host)
        return;
    if (m_open.hosted->count() > 0) {
        m_open.hosted->show();
        return;
    }
    // Without it the list is as wide as before.
    disconnect(m_open.hosted.get(), nullptr, this, nullptr);
    m_host->setSidePane(nullptr);
    m_open.hosted.release()->deleteLater();
}

} // namespace Ui
