#include "ui/conversation/window/conversationstart.h"

#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/base/namelabel.h"
#include "ui/conversation/base/peertext.h"
#include "ui/conversation/view/messageview.h"
#include "ui/icons/avatar.h"
#include "ui/icons/icons.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr double pictureSize = 64;
constexpr double markSize = 18;
constexpr double boxWidth = 330;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ConversationStart::ConversationStart(
    ChatAccount &account, Msn::Conversation &conversation, const EmoticonSet &emoticons, MessageView &view)
    : QWidget(view.viewport())
    , m_account(account)
    , m_conversation(conversation)
    , m_view(view)
    , m_column(new QVBoxLayout(this))
    , m_picture(new QLabel(this))
    , m_name(new NameLabel(emoticons, this))
    , m_status(plainLabel(this))
    , m_address(plainLabel(this))
    , m_lock(new QLabel(this))
    , m_warning(plainLabel(this))
    , m_box(new QWidget(this))
{
    setObjectName(QStringLiteral("conversationStart"));
    // What is clicked or dropped here is meant for the log.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    build();
    setFonts();
    hide();
    view.viewport()->installEventFilter(this);
    connect(&view, &MessageView::emptinessChanged, this, &ConversationStart::handleEmptiness);
}

QString ConversationStart::warning()
{
    return tr("Never give out your password or a card number in a conversation.");
}

void ConversationStart::build()
{
    const Metrics metrics = Metrics::of(this);
    m_name->setAlignment(Qt::AlignCenter);
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_warning->setText(warning());
    m_warning->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_warning->setWordWrap(true);
    m_lock->setAlignment(Qt::AlignTop);

    auto *box = new QHBoxLayout(m_box);
    box->setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(3), metrics.step(2));
    box->setSpacing(metrics.step(2));
    box->addWidget(m_lock);
    box->addWidget(m_warning, 1);
    m_box->setMaximumWidth(metrics.px(boxWidth));

    m_column->setContentsMargins(metrics.step(4), metrics.step(2), metrics.step(4), metrics.step(2));
    m_column->setSpacing(metrics.step());
    m_column->addStretch(2);
    m_column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_column->addSpacing(metrics.step(2));
    m_column->addWidget(m_name, 0, Qt::AlignHCenter);
    m_column->addWidget(m_status);
    m_column->addWidget(m_address);
    m_column->addSpacing(metrics.step(4));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_box, 1000);
    row->addStretch(1);
    m_column->addLayout(row);
    m_column->addStretch(3);
}

void ConversationStart::setFonts()
{
    const Metrics metrics = Metrics::of(&m_view);
    QFont font = metrics.nameFont();
    font.setPixelSize(metrics.px(18));
    m_name->setFont(font);
    m_warning->setFont(metrics.smallFont());
}

void ConversationStart::refresh()
{
    const Msn::Contact *contact = m_account.contacts().find(m_conversation.peer());
    const bool isGroup = m_conversation.isGroup();
    m_name->setText(PeerText::title(m_account, m_conversation));
    m_address->setText(m_conversation.peer().toString());
    m_address->setVisible(!isGroup && m_address->text() != m_name->text());
    m_status->setText(contact ? StatusText::name(contact->status) : QString());
    m_status->setVisible(!isGroup && contact && contact->isOnForwardList());
    refreshPicture();
    fit();
}

void ConversationStart::refreshPicture()
{
    const Metrics metrics = Metrics::of(&m_view);
    const Tokens &tokens = Tokens::of(palette());
    const Msn::Contact *contact = m_account.contacts().find(m_conversation.peer());
    const bool isGroup = m_conversation.isGroup();
    const Avatar avatar{m_conversation.peer(), m_name->text(),
        isGroup ? QImage() : m_account.pictureOf(m_conversation.peer()), isGroup};
    const int size = metrics.px(pictureSize);
    const int radius = metrics.pictureRadius();
    if (contact && !avatar.isGroup)
        m_picture->setPixmap(avatarWithStatus(avatar, contact->status, contact->isBlocked(), size,
            metrics.px(markSize), tokens, tokens.window, devicePixelRatioF()));
    else
        m_picture->setPixmap(avatarPixmap(avatar, size, radius, devicePixelRatioF()));
    m_lock->setPixmap(
        Icons::pixmap(QStringLiteral("lock"), tokens.secondInk, metrics.px(16), devicePixelRatioF()));
}

/// In a low window the words are more than the picture.
void ConversationStart::fit()
{
    const QSize room = m_view.viewport()->size();
    resize(room);
    m_picture->show();
    m_column->activate();
    m_picture->setVisible(m_column->totalHeightForWidth(room.width()) <= room.height());
}

void ConversationStart::handleEmptiness()
{
    // The first message may be on its way to the history: then it opens the log.
    const bool shows = m_view.isEmpty() && m_conversation.messages().isEmpty();
    //: Said by a screen reader; %1 is the warning not to give out a password.
    m_view.setAccessibleDescription(shows ? tr("Nothing has been said yet. %1").arg(warning()) : QString());
    if (shows)
        refresh();
    setVisible(shows);
}

bool ConversationStart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view.viewport() && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void ConversationStart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFonts();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshPicture();
}

/// A quiet ground behind the warning.
void ConversationStart::paintEvent(QPaintEvent *)
{
    const Metrics metrics = Metrics::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::of(palette()).hover);
    painter.drawRoundedRect(m_box->geometry(), metrics.radius(), metrics.radius());
}

} // namespace Ui
