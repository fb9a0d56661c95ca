#include "ui/conversation/view/messageview.h"

#include "ui/conversation/view/copiedtext.h"
#include "ui/conversation/view/deliverymark.h"
#include "ui/conversation/view/messagemenu.h"
#include "ui/conversation/view/messagerules.h"
#include "ui/conversation/view/messagesearch.h"
#include "ui/emoticons/links.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

namespace Ui {

MessageView::MessageView(const EmoticonSet &emoticons, QWidget *parent)
    : QTextBrowser(parent)
    , m_chat(*document(), emoticons)
    , m_loader(m_chat)
    , m_place(*this, m_chat)
    , m_highlight(*this, m_chat)
    , m_hint(new QPushButton(tr("New messages"), this))
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    setCursorWidth(0);
    // People who are dropped here are invited by the widget around it.
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false);

    m_hint->setObjectName(QStringLiteral("newMessages"));
    m_hint->setIcon(Icons::icon("chevron-down", Tint::OnAccent));
    m_hint->setDefault(true);
    m_hint->setFocusPolicy(Qt::NoFocus);
    m_hint->setCursor(Qt::PointingHandCursor);
    m_hint->hide();
    connect(m_hint, &QPushButton::clicked, this, &MessageView::followEnd);

    connect(this, &QTextBrowser::anchorClicked, this, &MessageView::handleAnchor);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageView::handleScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_followsEnd && !m_place.isChanging())
            followEnd();
    });
    connect(&m_loader, &MessageLoader::aboutToChange, this, [this] { m_place.remember(); });
    connect(&m_loader, &MessageLoader::changed, this, [this] {
        const bool follows = m_followsEnd;
        m_highlight.refresh();
        m_place.restore(follows);
        // The caret, which is kept in sight, is not where the reading goes on.
        if (follows)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        noteEmptiness();
    });
    connect(&m_loader, &MessageLoader::placed, this, [this] {
        showPlace();
        Q_EMIT filled();
    });
    applyLook();
}

MessageView::~MessageView() = default;

void MessageView::setSource(MessageSource *source)
{
    m_from.reset();
    m_loader.setSource(source);
    noteEmptiness();
}

void MessageView::setSource(MessageSource *source, const Msn::ChatMessage &from)
{
    m_from = from;
    m_followsEnd = false;
    m_hint->hide();
    m_loader.setSource(source, from);
    noteEmptiness();
}

void MessageView::showPlace()
{
    if (!m_from)
        return;
    const auto entry = m_chat.entryBehind(*m_from);
    m_from.reset();
    if (entry)
        m_place.goTo(*entry);
    else
        followEnd();
}

template <typename Change>
void MessageView::keepingPlace(Change change)
{
    const bool follows = m_followsEnd;
    m_place.remember();
    change();
    m_highlight.refresh();
    m_place.restore(follows);
    if (follows)
        followEnd();
    noteEmptiness();
}

void MessageView::applyLook()
{
    keepingPlace([this] { m_chat.setLook(lookOn(*this, m_chosen)); });
}

void MessageView::setNicknames(const Nicknames &nicknames)
{
    keepingPlace([&] { m_chat.setNicknames(nicknames); });
}

void MessageView::prepend(const QString &notice)
{
    keepingPlace([&] { m_chat.prependNotice(notice); });
}

void MessageView::setChosenLook(const ChosenLook &look)
{
    if (m_chosen == look)
        return;
    m_chosen = look;
    applyLook();
}

void MessageView::setPreferences(const ChatPreferences &preferences)
{
    ChosenLook look = m_chosen;
    look.follow(preferences);
    setChosenLook(look);
}

void MessageView::append(const Msn::ChatMessage &message)
{
    m_chat.setToday(QDate::currentDate());
    if (!m_loader.hasNewer()) {
        m_chat.append(message);
        m_loader.trim(!m_followsEnd && !message.outgoing);
    }
    noteEmptiness();
    noteArrival(message.outgoing);
}

void MessageView::append(const QString &notice)
{
    m_chat.appendNotice(notice);
    m_loader.trim(!m_followsEnd);
    noteEmptiness();
    noteArrival(false);
}

void MessageView::update(const Msn::ChatMessage &message)
{
    m_chat.update(message);
}

void MessageView::clearMessages()
{
    m_chat.clear();
    m_hint->hide();
    noteEmptiness();
}

void MessageView::removeIf(const std::function<bool(const Msn::ChatMessage &)> &isGone)
{
    keepingPlace([&] { m_chat.removeIf(isGone); });
    if (m_chat.count() == 0)
        m_loader.reload();
}

void MessageView::noteEmptiness()
{
    const bool isEmpty = m_chat.count() == 0 && m_loader.isSettled();
    if (std::exchange(m_isEmpty, isEmpty) != isEmpty)
        Q_EMIT emptinessChanged();
}

void MessageView::noteArrival(bool own)
{
    if (own || m_followsEnd) {
        followEnd();
        return;
    }
    m_hint->show();
    placeHint();
}

void MessageView::followEnd()
{
    m_loader.showNewest();
    m_followsEnd = true;
    m_hint->hide();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void MessageView::handleScrolled(int value)
{
    if (m_place.isChanging())
        return;
    const bool atEnd = value >= verticalScrollBar()->maximum() - Metrics::of(this).step();
    m_followsEnd = atEnd && !m_loader.hasNewer();
    if (m_followsEnd)
        m_hint->hide();
    else if (atEnd)
        m_loader.fetchNewer();
    if (value <= viewport()->height() / 2)
        m_loader.fetchOlder();
}

QTextBlock MessageView::firstVisibleBlock() const
{
    return cursorForPosition({0, 0}).block();
}

bool MessageView::findText(const QString &text, bool backward)
{
    QTextCursor from = textCursor();
    if (!from.hasSelection() && cursorWidth() == 0)
        from.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    const QTextCursor found = findInMessages(text, from, backward, m_chat, m_loader);
    if (found.isNull())
        return false;
    setTextCursor(found);
    ensureCursorVisible();
    return true;
}

void MessageView::stepMessage(int by)
{
    if (m_chat.count() == 0)
        return;
    const int here = ChatBlock::entryOf(textCursor().block());
    if (by < 0 && here == m_chat.firstEntry())
        m_loader.fetchOlder();
    const int there = qBound(m_chat.firstEntry(), here + by, m_chat.lastEntry());
    setCursorWidth(1);
    setTextCursor(QTextCursor(m_chat.blockOf(there)));
    ensureCursorVisible();
}

void MessageView::handleAnchor(const QUrl &url)
{
    if (const auto id = DeliveryMark::retryTarget(url))
        Q_EMIT retryRequested(*id);
    else if (mayOpen(url))
        Q_EMIT linkActivated(url);
}

void MessageView::placeHint()
{
    m_hint->adjustSize();
    const QRect area = viewport()->geometry();
    m_hint->move(area.center().x() - m_hint->width() / 2,
        area.bottom() - m_hint->height() - Metrics::of(this).step(2));
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    const bool follow = m_followsEnd;
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_chat.fitWidth();
    if (follow)
        followEnd();
    placeHint();
}

void MessageView::focusInEvent(QFocusEvent *event)
{
    // The caret is for those who read and select with the keyboard.
    const bool byKeyboard
        = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    setCursorWidth(byKeyboard ? 1 : 0);
    // They begin with what was said last.
    const QTextBlock last = m_chat.blockOf(m_chat.lastEntry());
    if (byKeyboard && last.isValid() && !textCursor().hasSelection() && m_followsEnd)
        setTextCursor(QTextCursor(last));
    QTextBrowser::focusInEvent(event);
}

void MessageView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(*event))
        event->accept();
    else
        QTextBrowser::keyPressEvent(event);
}

bool MessageView::handleKey(const QKeyEvent &event)
{
    const bool vertical = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (vertical && event.modifiers() == Qt::ControlModifier) {
        stepMessage(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    const QString text = event.text();
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || text.isEmpty() || !text.front().isPrint() || text.front() == u' ')
        return false;
    Q_EMIT typed(text);
    return true;
}

void MessageView::paintEvent(QPaintEvent *event)
{
    const QPointF offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QRectF area(offset, QSizeF(viewport()->size()));
    {
        QPainter painter(viewport());
        painter.translate(-offset);
        m_chat.paintBubbles(painter, area, firstVisibleBlock());
        paintRules(painter, *document(), firstVisibleBlock(), area, m_chat.look());
    }
    QTextBrowser::paintEvent(event);
}

/// Qt would show the hint of the letter nearest to the mouse, however far away that is.
bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextBrowser::viewportEvent(event);
    const QPoint offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QPoint place = static_cast<QHelpEvent *>(event)->pos() + offset;
    if (document()->documentLayout()->hitTest(place, Qt::ExactHit) >= 0)
        return QTextBrowser::viewportEvent(event);
    QToolTip::hideText();
    return true;
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = byKey ? cursorRect().center() : event->pos();
    MessageMenu::popUp(*this, place, viewport()->mapToGlobal(place));
}

void MessageView::copyWithTimes()
{
    QGuiApplication::clipboard()->setText(CopiedText::withTimes(textCursor(), m_chat));
}

void MessageView::quote()
{
    Q_EMIT quoted(CopiedText::quoted(textCursor()));
}

QMimeData *MessageView::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(CopiedText::plain(textCursor()));
    return copied;
}

} // namespace Ui
