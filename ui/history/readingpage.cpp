#include "ui/history/readingpage.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/view/messageview.h"
#include "ui/history/historyarchives.h"
#include "ui/history/personsource.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/linkbutton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace Ui {

using Msn::ChatMessage;

ReadingPage::ReadingPage(
    HistoryArchives &archives, const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_archives(archives)
    , m_back(new LinkButton(tr("&Back"), this))
    , m_name(new ElidedLabel(this))
    , m_address(new ElidedLabel(this))
    , m_view(new MessageView(emoticons, this))
{
    build();
    m_view->setAccessibleName(tr("Messages"));
    m_view->setCanQuote(false);
    m_view->setPreferences(preferences);
    connect(&preferences, &ChatPreferences::changed, m_view,
        [this, preferences = &preferences] { m_view->setPreferences(*preferences); });
    connect(m_back, &QPushButton::clicked, this, &ReadingPage::backRequested);
    connect(m_view, &MessageView::typed, this, &ReadingPage::typed);
    connect(m_view, &MessageView::findRequested, this, &ReadingPage::findRequested);
    connect(m_view, &MessageView::linkActivated, this, &ReadingPage::linkActivated);
    connect(m_view, &MessageView::menuMade, this,
        [this](QMenu *menu, ChatMessage::Id id) { extendMenu(*menu, id); });
    connect(&archives, &HistoryArchives::peopleRead, this, &ReadingPage::describePeer);
    setFocusProxy(m_view);
}

ReadingPage::~ReadingPage()
{
    m_view->setSource(nullptr);
}

void ReadingPage::build()
{
    const Metrics metrics = Metrics::of(this);
    m_name->setFont(metrics.nameFont());
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_back->setToolTip(tr("Back to what was found"));
    m_back->setAccessibleName(tr("Back to what was found"));
    m_back->setIcon(Icons::icon(isRightToLeft() ? "forward" : "back", Tint::Accent));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_address);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics.step(4), metrics.step(2), metrics.step(2), metrics.step(2));
    head->setSpacing(metrics.step(2));
    head->addLayout(names, 1);
    head->addWidget(m_back, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

bool ReadingPage::open(const HistoryPeer &peer)
{
    Msn::HistoryStore *store = m_archives.store(peer.archive);
    if (!store) {
        clear();
        return false;
    }
    m_view->setSource(nullptr);
    m_view->setHighlight({});
    if (m_peer != peer)
        m_view->clearMessages();
    m_peer = peer;
    m_source = std::make_unique<PersonSource>(*store, peer.address);
    connect(m_source.get(), &PersonSource::failed, this, &ReadingPage::failed);
    m_view->setNicknames([this, archive = peer.archive](const Msn::Address &address) {
        return m_archives.nicknameOf({archive, address});
    });
    describePeer();
    return true;
}

void ReadingPage::describePeer()
{
    if (!m_peer)
        return;
    const QString name = m_archives.nameOf(*m_peer);
    const HistoryArchive &archive = m_archives.at(m_peer->archive);
    m_name->setText(name);
    const QString address = m_peer->address.toString();
    //: Below the name of a person in the history: address, and the account that spoke with them.
    m_address->setText(m_archives.count() > 1
            ? tr("%1, with %2 on %3").arg(address, archive.account.toString(), archive.network)
            : address);
    m_address->setVisible(m_archives.count() > 1 || name != address);
}

void ReadingPage::showNewest(const HistoryPeer &peer)
{
    if (!open(peer))
        return;
    m_view->setSource(m_source.get());
    m_view->followEnd();
}

void ReadingPage::showDay(const HistoryPeer &peer, const QDate &day)
{
    if (open(peer))
        m_view->setSource(m_source.get(), PersonSource::beforeDay(day));
}

void ReadingPage::showContext(const HistoryHit &hit, const QStringList &words)
{
    if (!open(hit.peer()))
        return;
    m_view->setHighlight({toChatMessage(hit.entry).id, words});
    m_view->setSource(m_source.get(), PersonSource::before(hit.entry));
}

void ReadingPage::refresh()
{
    if (m_peer && m_view->followsEnd())
        showNewest(*m_peer);
}

void ReadingPage::dropLine(Msn::HistoryEntry::Id line)
{
    const ChatDocument &chat = m_view->chat();
    for (int entry = chat.firstEntry(); m_peer && entry <= chat.lastEntry(); ++entry) {
        const ChatMessage *message = chat.message(entry);
        if (!message || message->id != Msn::storedChatId(line))
            continue;
        // What stood below it comes to where it was.
        const ChatMessage place = *message;
        if (open(HistoryPeer(*m_peer)))
            m_view->setSource(m_source.get(), place);
        return;
    }
}

void ReadingPage::clear()
{
    m_view->setSource(nullptr);
    m_view->clearMessages();
    m_source.reset();
    m_peer.reset();
}

void ReadingPage::setCanGoBack(bool can)
{
    m_back->setVisible(can);
}

void ReadingPage::extendMenu(QMenu &menu, ChatMessage::Id id)
{
    if (!(id & ChatMessage::storedBit) || !m_peer)
        return;
    menu.addSeparator();
    menu.addAction(tr("&Delete this message…"), this,
        [this, peer = *m_peer, id] { Q_EMIT removalWanted(peer, Msn::entryIdOf(id)); });
}

} // namespace Ui
