#include "ui/conversation/window/conversationtabs.h"

#include "ui/emoticons/emoticonline.h"
#include "ui/icons/icons.h"
#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace Ui {
namespace {

const EmoticonSet noEmoticons;
constexpr int widestPixels = 220;
constexpr int narrowestPixels = 104;

} // namespace

ConversationTabs::ConversationTabs(QWidget *parent)
    : DraggableTabs(parent)
    , m_emoticons(&noEmoticons)
{
    setObjectName(QStringLiteral("conversationTabs"));
    setAccessibleName(tr("Conversations"));
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    // The current one may be wider. Of the sizes that matter here QTabBar only watches the wanted ones.
    connect(this, &QTabBar::currentChanged, this, [this] {
        QEvent layOutAnew(QEvent::StyleChange);
        QTabBar::changeEvent(&layOutAnew);
    });
    applyColours();
}

void ConversationTabs::applyColours()
{
    // The arrows for more tabs lie over the tabs, on the ground of the header.
    const Tokens &tokens = Tokens::of(palette());
    QLinearGradient ground(0, -Metrics::of(this).step(), 0, height());
    ground.setColorAt(0, tokens.headerTop);
    ground.setColorAt(1, tokens.headerBottom);
    const QList<QToolButton *> arrows = findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (QToolButton *arrow : arrows) {
        QPalette colours = arrow->palette();
        colours.setBrush(QPalette::Button, ground);
        arrow->setPalette(colours);
        arrow->setAutoFillBackground(true);
    }
}

void ConversationTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ConversationTabs::resizeEvent(QResizeEvent *event)
{
    DraggableTabs::resizeEvent(event);
    if (event->oldSize().height() != height())
        applyColours();
}

void ConversationTabs::setEmoticons(const EmoticonSet &emoticons)
{
    m_emoticons = &emoticons;
}

EmoticonLine ConversationTabs::line(const QString &text, const QFont &font) const
{
    return {text, font, *m_emoticons};
}

void ConversationTabs::insertConversation(int index, const Tab &tab)
{
    m_tabs.insert(index, tab);
    insertTab(index, QString());
    describe(index);
}

void ConversationTabs::moveConversation(int from, int to)
{
    m_tabs.move(from, to);
    moveTab(from, to);
    update();
}

void ConversationTabs::setConversation(int index, const Tab &tab)
{
    m_tabs[index] = tab;
    describe(index);
    update();
}

void ConversationTabs::describe(int index)
{
    // Painted here; for screen readers and to make the bar measure it again. An ampersand is not
    // a mnemonic in a person's name.
    setTabText(index, textOf(index).replace(u'&', QStringLiteral("&&")));
    setTabToolTip(index, QStringLiteral("<span>%1</span>").arg(m_tabs.at(index).title.toHtmlEscaped()));
}

QString ConversationTabs::textOf(int index) const
{
    const Tab &tab = m_tabs.at(index);
    //: A tab: the name and how many messages are unread.
    return tab.unread > 0 ? tr("%1 (%2)").arg(tab.title).arg(tab.unread) : tab.title;
}

QFont ConversationTabs::fontOf(int index) const
{
    QFont shown = font();
    if (index == currentIndex() || m_tabs.at(index).unread > 0)
        shown.setWeight(QFont::DemiBold);
    return shown;
}

void ConversationTabs::tabRemoved(int index)
{
    m_tabs.removeAt(index);
    m_hovered = -1;
    m_closePressed = -1;
}

QSize ConversationTabs::tabSizeHint(int index) const
{
    const Metrics metrics = Metrics::of(this);
    QFont widest = font();
    widest.setWeight(QFont::DemiBold);
    const int text = line(textOf(index), widest).width();
    const int width
        = metrics.step(3) + metrics.px(22) + metrics.step(2) + text + metrics.step(7) + metrics.step(2);
    return {qBound(metrics.px(narrowestPixels), width, metrics.px(widestPixels)), metrics.px(36)};
}

QSize ConversationTabs::minimumTabSizeHint(int index) const
{
    const Metrics metrics = Metrics::of(this);
    const QSize wanted = tabSizeHint(index);
    // With its cross beside it the name of the current one needs the room.
    return index == currentIndex() ? wanted
                                   : wanted.boundedTo({metrics.px(narrowestPixels), wanted.height()});
}

QRect ConversationTabs::closeRect(int index) const
{
    const Metrics metrics = Metrics::of(this);
    const int side = metrics.px(18);
    const QRect tab = tabRect(index);
    QRect rect(0, 0, side, side);
    rect.moveCenter(tab.center());
    if (layoutDirection() == Qt::RightToLeft)
        rect.moveLeft(tab.left() + metrics.step(2));
    else
        rect.moveRight(tab.right() - metrics.step(2));
    return rect;
}

void ConversationTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < count(); ++index) {
        if (index != currentIndex() && tabRect(index).intersects(rect()))
            paintTab(painter, index);
    }
    if (currentIndex() >= 0)
        paintTab(painter, currentIndex());
}

void ConversationTabs::paintTab(QPainter &painter, int index) const
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const Tab &tab = m_tabs.at(index);
    const QRect area = tabRect(index);
    const bool current = index == currentIndex();
    const bool hovered = index == m_hovered;
    const QColor ground = current ? tokens.headerBottom : tokens.headerTop;
    if (current || hovered) {
        // Rounded above, flowing into the tool bar below.
        QPainterPath shape;
        const int radius = metrics.radius();
        shape.addRoundedRect(QRectF(area).adjusted(0, metrics.step(1), 0, radius), radius, radius);
        painter.setClipRect(area);
        painter.fillPath(shape, current ? ground : blended(tokens.headerBottom, tokens.headerTop, 0.45));
        painter.setClipping(false);
    }

    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int picture = metrics.px(20);
    const QRect content = area.adjusted(metrics.step(3), metrics.step(1), -metrics.step(3), 0);
    const QPixmap pixmap = tab.avatar.isGroup
        ? avatarPixmap(tab.avatar, picture, metrics.step(1), devicePixelRatioF())
        : avatarWithStatus(tab.avatar, tab.status, tab.blocked, picture, metrics.px(10), tokens, ground,
            devicePixelRatioF());
    const int pictureX = mirrored ? content.right() - picture : content.left();
    painter.drawPixmap(pictureX, content.center().y() - picture / 2, pixmap);

    const int before = picture + metrics.step(2);
    const int after = current || hovered ? closeRect(index).width() + metrics.step(0.5) : 0;
    QRect text = mirrored ? content.adjusted(after, 0, -before, 0) : content.adjusted(before, 0, -after, 0);
    if (tab.unread > 0)
        text = paintUnread(painter, text, tab);
    painter.setPen(tab.unread > 0 ? tokens.unreadInk : current ? tokens.ink : tokens.secondInk);
    line(tab.title, fontOf(index)).paint(painter, text, mirrored);
    if (current || hovered)
        paintClose(painter, index);
    if (hasFocus() && current) {
        painter.setPen(QPen(tokens.accent, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(area).adjusted(3, metrics.step(1) + 2, -3, -3), metrics.step(1), metrics.step(1));
    }
}

QRect ConversationTabs::paintUnread(QPainter &painter, const QRect &area, const Tab &tab) const
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const QString number = tab.unread > 99 ? tr("99+") : locale().toString(tab.unread);
    QFont small = metrics.smallFont();
    small.setWeight(QFont::Bold);
    const int height = metrics.px(17);
    const int width = qMax(height, QFontMetrics(small).horizontalAdvance(number) + metrics.step(2));
    // Right behind the name, so that it belongs to it.
    QFont name = font();
    name.setWeight(QFont::DemiBold);
    const int room = area.width() - width - metrics.step(1.5);
    const int nameWidth = qMin(room, line(tab.title, name).width() + 1);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect text = mirrored ? QRect(area.right() - nameWidth, area.top(), nameWidth, area.height())
                                : QRect(area.left(), area.top(), nameWidth, area.height());
    QRect badge(0, 0, width, height);
    badge.moveCenter(area.center());
    badge.moveLeft(mirrored ? text.left() - metrics.step(1.5) - width : text.right() + metrics.step(1.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.unread);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(tokens.onUnread);
    painter.drawText(badge, Qt::AlignCenter, number);
    return text;
}

void ConversationTabs::paintClose(QPainter &painter, int index) const
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const QRect area = closeRect(index);
    const bool under = index == m_hovered && m_closeHovered;
    if (under) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(tokens.ink, tokens.headerBottom, 0.12));
        painter.drawRoundedRect(area, metrics.step(1), metrics.step(1));
    }
    const int glyph = metrics.px(12);
    QRect place(0, 0, glyph, glyph);
    place.moveCenter(area.center());
    painter.drawPixmap(place.topLeft(),
        Icons::pixmap(
            QStringLiteral("close"), under ? tokens.ink : tokens.secondInk, glyph, devicePixelRatioF()));
}

void ConversationTabs::mousePressEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    const bool onClose = index >= 0 && closeRect(index).contains(event->position().toPoint());
    m_closePressed
        = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && onClose) ? index : -1;
    if (m_closePressed < 0)
        DraggableTabs::mousePressEvent(event);
}

void ConversationTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_closePressed, -1);
    if (pressed < 0) {
        DraggableTabs::mouseReleaseEvent(event);
        return;
    }
    const QPoint position = event->position().toPoint();
    const bool same = event->button() == Qt::MiddleButton ? tabAt(position) == pressed
                                                          : closeRect(pressed).contains(position);
    if (same)
        Q_EMIT tabCloseRequested(pressed);
}

void ConversationTabs::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = tabAt(event->position().toPoint());
    m_closeHovered = m_hovered >= 0 && closeRect(m_hovered).contains(event->position().toPoint());
    update();
    DraggableTabs::mouseMoveEvent(event);
}

void ConversationTabs::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

} // namespace Ui
