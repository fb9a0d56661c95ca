#include "ui/conversation/messageview.h"

#include "ui/conversation/deliverymark.h"
#include "ui/emoticons/links.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextLayout>

namespace Ui {
namespace {

/// The part of \p fragment between two positions as copied: emoticons as their codes.
QString copiedFragment(const QTextFragment &fragment, int start, int end)
{
    const QTextCharFormat format = fragment.charFormat();
    if (DeliveryMark::isPart(format))
        return {};
    const int from = qMax(start, fragment.position()) - fragment.position();
    const int to = qMin(end, fragment.position() + fragment.length()) - fragment.position();
    if (to <= from)
        return {};
    QString text = fragment.text().mid(from, to - from);
    if (const QString code = InlineObject::copiedText(format); !code.isEmpty())
        text.replace(QChar(QChar::ObjectReplacementCharacter), code);
    return text;
}

QString copiedText(const QTextCursor &selection)
{
    QStringList lines;
    const int end = selection.selectionEnd();
    for (QTextBlock block = selection.document()->findBlock(selection.selectionStart());
         block.isValid() && block.position() <= end; block = block.next()) {
        QString line;
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment)
            line += copiedFragment(fragment.fragment(), selection.selectionStart(), end);
        lines.append(line.replace(QChar(QChar::LineSeparator), u'\n').replace(QChar(QChar::Nbsp), u' '));
    }
    return lines.join(u'\n');
}

} // namespace

MessageView::MessageView(const EmoticonSet &emoticons, QWidget *parent)
    : QTextBrowser(parent)
    , m_chat(*document(), emoticons)
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

    m_hint->setObjectName(QStringLiteral("newMessages"));
    m_hint->setIcon(Icons::icon(QStringLiteral("chevron-down"), Tint::OnAccent));
    m_hint->setDefault(true);
    m_hint->setFocusPolicy(Qt::NoFocus);
    m_hint->setCursor(Qt::PointingHandCursor);
    m_hint->hide();
    connect(m_hint, &QPushButton::clicked, this, &MessageView::followEnd);

    connect(this, &QTextBrowser::anchorClicked, this, &MessageView::handleAnchor);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageView::handleScrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_followsEnd)
            followEnd();
    });
    applyLook();
}

MessageView::~MessageView() = default;

void MessageView::applyLook()
{
    const Metrics metrics = Metrics::of(this);
    ChatLook look;
    look.tokens = Tokens::of(palette());
    look.textFont = metrics.conversationFont();
    look.headerFont = font();
    look.smallFont = metrics.smallFont();
    look.step = metrics.step();
    look.showsFormats = m_showsFormats;
    m_chat.setLook(look);
    if (m_followsEnd)
        followEnd();
}

void MessageView::setShowsFormats(bool shows)
{
    m_showsFormats = shows;
    applyLook();
}

void MessageView::append(const Msn::ChatMessage &message)
{
    m_chat.setToday(QDate::currentDate());
    m_chat.append(message);
    noteArrival(message.outgoing);
}

void MessageView::append(const QString &notice)
{
    m_chat.appendNotice(notice);
    noteArrival(false);
}

void MessageView::update(const Msn::ChatMessage &message)
{
    m_chat.update(message);
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
    m_followsEnd = true;
    m_hint->hide();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void MessageView::handleScrolled(int value)
{
    m_followsEnd = value >= verticalScrollBar()->maximum() - Metrics::of(this).step();
    if (m_followsEnd)
        m_hint->hide();
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
    QTextBrowser::focusInEvent(event);
}

void MessageView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void MessageView::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(Tokens::of(palette()).line);
    const QPointF offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    painter.translate(-offset);
    const double bottom = offset.y() + viewport()->height();
    for (QTextBlock block = cursorForPosition({0, 0}).block(); block.isValid(); block = block.next()) {
        if (document()->documentLayout()->blockBoundingRect(block).top() > bottom)
            break;
        if (ChatDocument::isNotice(block))
            paintRules(painter, block);
    }
}

void MessageView::paintRules(QPainter &painter, const QTextBlock &block) const
{
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    const Metrics metrics = Metrics::of(this);
    QRectF words;
    for (int i = 0; i < layout->lineCount(); ++i)
        words |= layout->lineAt(i).naturalTextRect();
    words.translate(document()->documentLayout()->blockBoundingRect(block).topLeft());
    const double y = std::round(words.center().y()) + 0.5;
    const double margin = document()->documentMargin();
    const double gap = metrics.step(3);
    painter.drawLine(QPointF(margin, y), QPointF(words.left() - gap, y));
    painter.drawLine(QPointF(words.right() + gap, y), QPointF(viewport()->width() - margin, y));
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy
        = menu->addAction(Icons::icon(QStringLiteral("copy")), tr("Copy"), this, &MessageView::copy);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(textCursor().hasSelection());
    if (const QUrl link(anchorAt(event->pos())); mayOpen(link)) {
        menu->addAction(Icons::icon(QStringLiteral("link")), tr("Copy link address"), this,
            [link] { QGuiApplication::clipboard()->setText(shownTarget(link)); });
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &MessageView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->popup(event->globalPos());
}

QMimeData *MessageView::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(copiedText(textCursor()));
    return copied;
}

} // namespace Ui
