#include "ui/conversation/conversationwidget.h"

#include "core/roster/contactlist.h"
#include "ui/conversation/chataccount.h"
#include "ui/conversation/chatpreferences.h"
#include "ui/conversation/conversationtoolbar.h"
#include "ui/conversation/inputedit.h"
#include "ui/conversation/invitedialog.h"
#include "ui/conversation/messageinput.h"
#include "ui/conversation/messageview.h"
#include "ui/conversation/peertext.h"
#include "ui/conversation/picturecolumn.h"
#include "ui/conversation/typingline.h"
#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace Ui {
namespace {

using Msn::ChatMessage;

constexpr std::chrono::seconds shakePause(10);

bool wantsAttention(const ChatMessage &message)
{
    return !message.outgoing
        && (message.kind == ChatMessage::Kind::Text || message.kind == ChatMessage::Kind::Nudge);
}

} // namespace

ConversationWidget::ConversationWidget(ChatAccount &account, Msn::Conversation &conversation,
    const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_conversation(conversation)
    , m_preferences(preferences)
    , m_toolBar(new ConversationToolBar(this))
    , m_notice(new MessageBar(this))
    , m_error(new MessageBar(this))
    , m_source(new ConversationSource(conversation, nullptr, this))
    , m_view(new MessageView(emoticons, this))
    , m_input(new MessageInput(emoticons, preferences, this))
    , m_typing(new TypingLine(this))
    , m_pictures(new PictureColumn(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setClosable(false);
    m_error->setObjectName(QStringLiteral("error"));
    buildLayout();
    connectConversation();
    connectInput();
    applyPreferences();
    m_view->setSource(m_source);
    const QList<ChatMessage> &messages = m_conversation.messages();
    m_unread = int(std::count_if(messages.begin(), messages.end(), wantsAttention));
    refreshPeople();
    refreshTyping();
    setFocusProxy(m_input);
}

ConversationWidget::~ConversationWidget() = default;

void ConversationWidget::buildLayout()
{
    auto *lower = new QWidget(this);
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins({});
    lowerLayout->setSpacing(0);
    lowerLayout->addWidget(m_input, 1);
    lowerLayout->addWidget(m_typing);

    m_splitter->addWidget(m_view);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_view->setMinimumHeight(Metrics::of(this).px(80));

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_splitter, 1);
    middle->addWidget(m_pictures);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_error);
    layout->addLayout(middle, 1);
    QWidget::setTabOrder(m_input->edit(), m_view);

    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_chosenInputHeight = m_splitter->sizes().constLast(); });
}

void ConversationWidget::connectConversation()
{
    using Msn::Conversation;
    connect(&m_conversation, &Conversation::messageAdded, this, &ConversationWidget::handleMessage);
    connect(&m_conversation, &Conversation::messageChanged, this,
        [this](const ChatMessage &message) { m_view->update(message); });
    connect(&m_conversation, &Conversation::participantsChanged, this, &ConversationWidget::refreshPeople);
    connect(&m_conversation, &Conversation::typingChanged, this, &ConversationWidget::refreshTyping);
    connect(&m_account, &ChatAccount::signedInChanged, this, &ConversationWidget::refreshNotice);
    connect(&m_account, &ChatAccount::ownNameChanged, this, &ConversationWidget::refreshPictures);
    connect(&m_account.contacts(), &Msn::ContactList::reset, this, &ConversationWidget::refreshPeople);
    const auto refreshIfHere = [this](const Msn::Address &address) {
        const QList<Msn::Participant> people = m_conversation.participants();
        const bool here = std::any_of(people.begin(), people.end(),
            [&address](const Msn::Participant &person) { return person.address == address; });
        if (here || address == m_conversation.peer())
            refreshPeople();
    };
    connect(&m_account.contacts(), &Msn::ContactList::contactAdded, this, refreshIfHere);
    connect(&m_account.contacts(), &Msn::ContactList::contactChanged, this, refreshIfHere);
    connect(&m_account.contacts(), &Msn::ContactList::contactRemoved, this, refreshIfHere);
    connect(m_view, &MessageView::retryRequested, &m_conversation, &Conversation::retry);
    connect(m_view, &MessageView::linkActivated, this, &ConversationWidget::linkActivated);
    connect(m_view, &MessageView::typed, this, &ConversationWidget::continueWriting);
    connect(m_view, &MessageView::quoted, this, &ConversationWidget::continueWriting);
}

void ConversationWidget::disconnectFromConversation()
{
    for (QObject *source :
        std::initializer_list<QObject *>{&m_conversation, &m_account, &m_account.contacts(), &m_preferences})
        disconnect(source, nullptr, this, nullptr);
    for (QObject *source : std::initializer_list<QObject *>{m_view, m_input, m_toolBar})
        disconnect(source, nullptr, nullptr, nullptr);
    m_view->setSource(nullptr);
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
    connect(m_input, &MessageInput::wantedHeightChanged, this, &ConversationWidget::fitInput);
    connect(m_toolBar, &ConversationToolBar::nudgeClicked, m_input, &MessageInput::nudge);
    connect(m_toolBar, &ConversationToolBar::inviteClicked, this, &ConversationWidget::invite);
    connect(m_toolBar, &ConversationToolBar::blockClicked, this, [this] { setBlocked(true); });
    connect(m_toolBar, &ConversationToolBar::unblockClicked, this, [this] { setBlocked(false); });
    connect(
        m_toolBar, &ConversationToolBar::picturesToggled, &m_preferences, &ChatPreferences::setShowsPictures);
    connect(&m_preferences, &ChatPreferences::changed, this, &ConversationWidget::applyPreferences);
}

void ConversationWidget::handleMessage(const ChatMessage &message)
{
    m_view->append(message);
    refreshTyping();
    if (!wantsAttention(message))
        return;
    if (message.kind == ChatMessage::Kind::Nudge && m_preferences.shakesOnNudge()
        && m_nextShake.hasExpired()) {
        m_nextShake.setRemainingTime(shakePause);
        Q_EMIT nudged();
    }
    if (m_inFront)
        return;
    setUnread(m_unread + 1);
    Q_EMIT attentionWanted();
}

void ConversationWidget::continueWriting(const QString &text)
{
    m_input->edit()->insertAtCaret(text);
    m_input->edit()->setFocus(Qt::OtherFocusReason);
}

void ConversationWidget::setInFront(bool inFront)
{
    m_inFront = inFront;
    if (inFront)
        setUnread(0);
}

void ConversationWidget::setUnread(int unread)
{
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadChanged(unread);
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
    // Also for a new status: the tab shows it.
    Q_EMIT titleChanged();
}

void ConversationWidget::refreshNotice()
{
    const Msn::Contact *contact = m_account.contacts().find(m_conversation.peer());
    const bool blocked = contact && contact->isBlocked();
    const bool signedIn = m_account.isSignedIn();
    m_toolBar->setCanBlock(!m_conversation.isGroup());
    m_toolBar->setBlocked(blocked);
    m_toolBar->setCanInvite(signedIn);
    m_toolBar->setCanNudge(signedIn);
    m_input->setNudgeEnabled(signedIn);

    const QString text = PeerText::mayNotReply(m_account, m_conversation);
    if (text.isEmpty())
        m_notice->hide();
    else if (m_notice->isHidden() || m_notice->text() != text)
        m_notice->showInformation(text);
    else
        return;
    m_notice->setClosable(false);
    if (blocked && signedIn && !m_conversation.isGroup()) {
        QPushButton *undo = m_notice->addButton(tr("Unblock"));
        connect(undo, &QPushButton::clicked, this, [this] { setBlocked(false); });
    }
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
    m_pictures->setPeer(peer);
    Avatar own;
    own.address = m_account.address();
    own.name = m_account.ownName();
    m_pictures->setOwn(own);
}

void ConversationWidget::applyPreferences()
{
    fitPictures();
    m_toolBar->setPicturesShown(m_preferences.showsPictures());
    m_view->setShowsFormats(m_preferences.showsFormats());
    m_view->setShowsCodes(m_preferences.showsCodes());
    m_view->setShowsTimes(m_preferences.showsTimes());
    m_view->setShowsEmoticons(m_preferences.showsEmoticons());
    m_view->setTextSize(m_preferences.textSize());
    m_view->setTextFamily(m_preferences.textFamily());
    if (m_view->chat().look().style.id != m_preferences.style())
        m_view->setStyleOfChat(ChatStyle::load(m_preferences.style()));
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
    fitInput();
}

void ConversationWidget::fitInput()
{
    const int all = m_splitter->height() - m_splitter->handleWidth();
    // Layouts learn of the new height only with the next event; then it would be too late.
    QWidget *lowerPart = m_splitter->widget(1);
    m_input->layout()->activate();
    lowerPart->layout()->invalidate();
    const int wanted = lowerPart->minimumSizeHint().height();
    const int lower = qMax(m_chosenInputHeight, wanted);
    m_splitter->setSizes({all - lower, lower});
}

void ConversationWidget::invite()
{
    auto *dialog = new InviteDialog(m_account.contacts(), m_conversation.participants(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InviteDialog::chosen, this, [this](const QList<Msn::Address> &addresses) {
        for (const Msn::Address &address : addresses)
            sendInvitation(address);
    });
    dialog->open();
}

void ConversationWidget::sendInvitation(const Msn::Address &address)
{
    m_view->append(tr("%1 has been invited.").arg(PeerText::nameOf(address, m_account, m_conversation)));
    m_conversation.invite(address, {this, [this](const auto &result) {
                                        if (!result)
                                            showError(result.error());
                                    }});
}

void ConversationWidget::setBlocked(bool blocked)
{
    const ChatAccount::Done done(this, [this](const auto &result) {
        if (!result)
            showError(result.error());
    });
    m_account.setBlocked(m_conversation.peer(), blocked, done);
}

void ConversationWidget::showError(const Msn::Error &error)
{
    m_error->showError(ErrorText::describe(error));
    m_error->setClosable(true);
}

} // namespace Ui
