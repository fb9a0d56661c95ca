#include "ui/conversation/window/conversationwidget.h"

#include "core/history/historyrecorder.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/base/peertext.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/view/findbar.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/view/storedsource.h"
#include "ui/conversation/view/systemlines.h"
#include "ui/conversation/window/conversationactions.h"
#include "ui/conversation/window/conversationbars.h"
#include "ui/conversation/window/conversationstart.h"
#include "ui/conversation/window/conversationtoolbar.h"
#include "ui/conversation/window/historynotices.h"
#include "ui/conversation/window/logsplitter.h"
#include "ui/conversation/window/picturecolumn.h"
#include "ui/conversation/window/typingline.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/contactmime.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Ui {
namespace {

using Msn::ChatMessage;

constexpr qsizetype mostAnnounced = 300;

/// Nullptr where nothing is kept.
StoredSource *storedLines(const ChatAccount &account, const Msn::Conversation &conversation, QObject *parent)
{
    const Msn::HistoryRecorder *recorder = account.history();
    return recorder ? new StoredSource(conversation, *recorder, parent) : nullptr;
}

} // namespace

ConversationWidget::ConversationWidget(ChatAccount &account, Msn::Conversation &conversation,
    const EmoticonSet &emoticons, ChatPreferences &preferences, SpellCheckers *spelling, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_conversation(conversation)
    , m_preferences(preferences)
    , m_toolBar(new ConversationToolBar(this))
    , m_bars(new ConversationBars(this))
    , m_source(new ConversationSource(
          conversation, storedLines(account, conversation, this), account.history(), this))
    , m_view(new MessageView(emoticons, this))
    , m_start(new ConversationStart(account, conversation, emoticons, *m_view))
    , m_findBar(new FindBar(*m_view, this))
    , m_input(new MessageInput(conversation.peer(), emoticons, preferences, spelling, this))
    , m_typing(new TypingLine(emoticons, this))
    , m_pictures(new PictureColumn(this))
    , m_announcer(new Announcer(this))
    , m_attention(new Attention(account, m_source->lines(), preferences, this))
    , m_actions(new ConversationActions(account, conversation, *this))
    , m_log(new LogSplitter(m_view, m_input, m_typing, this))
{
    setAcceptDrops(true);
    buildLayout();
    connectConversation();
    if (Msn::HistoryRecorder *history = account.history())
        m_historyNotices = new HistoryNotices(*history, conversation, *m_bars, *m_view, this);
    connectContacts();
    connectInput();
    connectActions();
    applyPreferences();
    showNicknames();
    warnOnce();
    m_view->setSource(m_source);
    refreshPeople();
    refreshTyping();
}

ConversationWidget::~ConversationWidget() = default;

void ConversationWidget::buildLayout()
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_log, 1);
    middle->addWidget(m_pictures);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_bars);
    layout->addWidget(m_findBar);
    layout->addLayout(middle, 1);
}

void ConversationWidget::connectConversation()
{
    using Msn::Conversation;
    connect(m_source, &ConversationSource::added, this, &ConversationWidget::handleMessage);
    connect(&m_conversation, &Conversation::messageChanged, this, [this](const ChatMessage &message) {
        m_view->update(message);
        if (message.delivery == ChatMessage::Delivery::Failed)
            m_announcer->say(tr("A message was not delivered."));
    });
    connect(&m_conversation, &Conversation::participantsChanged, this, &ConversationWidget::refreshPeople);
    connect(&m_conversation, &Conversation::typingChanged, this, &ConversationWidget::refreshTyping);
    connect(m_attention, &Attention::unreadChanged, this, &ConversationWidget::unreadChanged);
    connect(m_attention, &Attention::arrived, this, &ConversationWidget::arrived);
    connect(m_attention, &Attention::nudged, this, &ConversationWidget::nudged);
    connect(m_view, &MessageView::retryRequested, &m_conversation, &Conversation::retry);
    connect(m_view, &MessageView::linkActivated, this, &ConversationWidget::linkActivated);
    connect(m_view, &MessageView::typed, this, &ConversationWidget::continueWriting);
    connect(m_view, &MessageView::quoted, this, &ConversationWidget::continueWriting);
    connect(m_view, &MessageView::findRequested, m_findBar, &FindBar::open);
    connect(m_findBar, &FindBar::closed, m_input->edit(), qOverload<>(&QWidget::setFocus));
}

QList<ChatMessage> ConversationWidget::lines() const
{
    return m_source->lines();
}

void ConversationWidget::connectContacts()
{
    connect(&m_account, &ChatAccount::signedInChanged, this, &ConversationWidget::refreshNotice);
    connect(&m_account, &ChatAccount::ownNameChanged, this, &ConversationWidget::refreshPictures);
    connect(&m_account, &ChatAccount::ownPictureChanged, this, &ConversationWidget::refreshPictures);
    connect(&m_account.contacts(), &Msn::ContactList::reset, this, &ConversationWidget::refreshPeople);
    const auto refreshIfHere = [this](const Msn::Address &address) {
        const QList<Msn::Participant> people = m_conversation.participants();
        const bool here = std::any_of(people.begin(), people.end(),
            [&address](const Msn::Participant &person) { return person.address == address; });
        if (here || address == m_conversation.peer())
            refreshPeople();
    };
    connect(&m_account, &ChatAccount::pictureChanged, this, refreshIfHere);
    connect(&m_account.contacts(), &Msn::ContactList::contactAdded, this, refreshIfHere);
    connect(&m_account.contacts(), &Msn::ContactList::contactChanged, this, refreshIfHere);
    connect(&m_account.contacts(), &Msn::ContactList::contactRemoved, this, refreshIfHere);
    connect(&m_account, &ChatAccount::nicknameChanged, this, refreshIfHere);
    connect(&m_account, &ChatAccount::nicknameChanged, this, &ConversationWidget::showNicknames);
}

void ConversationWidget::disconnectFromConversation()
{
    for (QObject *source :
        std::initializer_list<QObject *>{&m_conversation, &m_account, &m_account.contacts(), &m_preferences})
        disconnect(source, nullptr, this, nullptr);
    for (QObject *source :
        std::initializer_list<QObject *>{m_view, m_input, m_toolBar, m_bars, m_actions, m_attention})
        disconnect(source, nullptr, nullptr, nullptr);
    delete std::exchange(m_historyNotices, nullptr);
    m_view->setSource(nullptr);
    m_source->stop();
    m_view->setNicknames({});
}

void ConversationWidget::connectInput()
{
    connect(m_input, &MessageInput::submitted, &m_conversation, &Msn::Conversation::sendText);
    connect(m_input, &MessageInput::typed, &m_conversation, &Msn::Conversation::noteTyping);
    connect(m_input, &MessageInput::nudgeRequested, &m_conversation, &Msn::Conversation::sendNudge);
    connect(m_input, &MessageInput::nudgeTooSoon, this,
        [this] { m_view->append(tr("You may not send a nudge that often.")); });
    connect(m_input, &MessageInput::shortened, this,
        [this] { m_view->append(tr("The text was too long, so its end was left out.")); });
    connect(m_input, &MessageInput::wantedHeightChanged, m_log, &LogSplitter::fit);
    connect(m_input, &MessageInput::contactDropped, this, &ConversationWidget::inviteContact);
    connect(&m_preferences, &ChatPreferences::changed, this, &ConversationWidget::applyPreferences);
}

void ConversationWidget::connectActions()
{
    using Bar = ConversationToolBar;
    connect(m_toolBar, &Bar::nudgeClicked, m_input, &MessageInput::nudge);
    connect(m_toolBar, &Bar::inviteClicked, m_actions, qOverload<>(&ConversationActions::invite));
    m_toolBar->setHasHistory(m_account.history());
    m_findBar->setHasOlder(m_account.history());
    connect(m_toolBar, &Bar::historyClicked, m_actions, [this] { m_actions->showHistory(); });
    connect(m_findBar, &FindBar::olderWanted, m_actions, &ConversationActions::showHistory);
    connect(m_toolBar, &Bar::blockClicked, m_actions, [this] { m_actions->setBlocked(true); });
    connect(m_toolBar, &Bar::unblockClicked, m_actions, [this] { m_actions->setBlocked(false); });
    connect(m_toolBar, &Bar::picturesToggled, &m_preferences, &ChatPreferences::setShowsPictures);
    connect(m_bars, &ConversationBars::unblockRequested, m_actions, [this] { m_actions->setBlocked(false); });
    connect(m_bars, &ConversationBars::closeConfirmed, this, &ConversationWidget::closeAgreed);
    connect(m_actions, &ConversationActions::failed, m_bars, &ConversationBars::showError);
    connect(
        m_actions, &ConversationActions::told, this, [this](const QString &line) { m_view->append(line); });
}

void ConversationWidget::handleMessage(const ChatMessage &message)
{
    m_view->append(message);
    refreshTyping();
    announce(message);
    m_attention->note(message);
}

void ConversationWidget::announce(const ChatMessage &message)
{
    if (message.outgoing)
        return;
    const QString text = message.text.left(mostAnnounced);
    const QString name = PeerText::nameOf(message.sender, m_account, m_conversation);
    //: Said by a screen reader: who wrote, and what.
    m_announcer->say(message.kind == ChatMessage::Kind::Text ? tr("%1 says: %2").arg(name, text)
                                                             : SystemLines::forMessage(message, name));
}

void ConversationWidget::warnOnce()
{
    PeerPreferences peer = m_preferences.of(m_conversation.peer());
    if (peer.warned || m_conversation.isGroup())
        return;
    peer.warned = true;
    m_preferences.setOf(m_conversation.peer(), peer);
    if (!m_conversation.messages().isEmpty()) {
        m_view->prepend(ConversationStart::warning());
        return;
    }
    // An empty log says it by itself; one of former days does not.
    const auto warn = [this] {
        if (m_view->count() > 0)
            m_view->append(ConversationStart::warning());
    };
    connect(m_view, &MessageView::filled, this, warn, Qt::SingleShotConnection);
}

bool ConversationWidget::askToClose()
{
    const bool sending = m_account.isSignedIn() && m_conversation.isSending();
    const bool arrivedNow = m_attention->hasJustArrived();
    if (!m_bars->asksToClose() && (sending || arrivedNow)) {
        m_bars->askToClose(arrivedNow
                ? tr("A message has just arrived.")
                : tr("A message is still being sent. It is lost if you close this conversation now."));
        return false;
    }
    Q_EMIT closeAgreed();
    return true;
}

void ConversationWidget::continueWriting(const QString &text)
{
    m_input->edit()->insertAtCaret(text);
    m_input->edit()->setFocus(Qt::OtherFocusReason);
}

void ConversationWidget::refreshPeople()
{
    refreshNotice();
    refreshPictures();
    refreshTyping();
    // When the line is idle nobody is counted as present, but the people are still the same.
    if (m_title.isEmpty() || !m_conversation.participants().isEmpty())
        m_title = PeerText::title(m_account, m_conversation);
    m_input->setRecipient(m_title);
    m_start->refresh();
    // Also for a new status: the tab shows it.
    Q_EMIT titleChanged();
}

void ConversationWidget::showNicknames()
{
    m_view->setNicknames([this](const Msn::Address &address) { return m_account.nicknameOf(address); });
}

void ConversationWidget::refreshNotice()
{
    const Msn::Contact *contact = m_account.contacts().find(m_conversation.peer());
    const bool signedIn = m_account.isSignedIn();
    m_toolBar->setCanBlock(!m_conversation.isGroup());
    m_toolBar->setBlocked(contact && contact->isBlocked());
    m_toolBar->setCanInvite(signedIn);
    m_toolBar->setCanNudge(signedIn);
    m_input->setNudgeEnabled(signedIn);
    m_bars->refresh(m_account, m_conversation);
}

void ConversationWidget::refreshTyping()
{
    m_typing->setTexts(PeerText::typing(m_account, m_conversation), PeerText::lastReceived(m_conversation));
}

void ConversationWidget::refreshPictures()
{
    Avatar peer;
    peer.address = m_conversation.peer();
    peer.name = PeerText::nameOf(peer.address, m_account, m_conversation);
    peer.isGroup = m_conversation.isGroup();
    peer.picture = peer.isGroup ? QImage() : m_account.pictureOf(peer.address);
    m_pictures->setPeer(peer);
    Avatar own;
    own.address = m_account.address();
    own.name = m_account.ownName();
    own.picture = m_account.ownPicture();
    m_pictures->setOwn(own);
}

void ConversationWidget::applyPreferences()
{
    fitPictures();
    m_toolBar->setVisible(m_preferences.showsToolBar());
    m_toolBar->setPicturesShown(m_preferences.showsPictures());
    m_view->setPreferences(m_preferences);
}

void ConversationWidget::fitPictures()
{
    // In a narrow window the words need the room.
    m_pictures->setVisible(m_preferences.showsPictures() && width() >= Metrics::of(this).px(440));
}

void ConversationWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPictures();
}

void ConversationWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_log->fit();
}

void ConversationWidget::inviteContact(const Msn::Address &address)
{
    m_actions->invite(address);
}

void ConversationWidget::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(ContactMime::read(event->mimeData()).has_value());
}

void ConversationWidget::dropEvent(QDropEvent *event)
{
    const auto contact = ContactMime::read(event->mimeData());
    if (!contact)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    inviteContact(contact->address);
}

} // namespace Ui
