#include "ui/contacts/contactdelegate.h"

#include "core/models/contactlistroles.h"
#include "core/protocol/status.h"
#include "ui/contacts/contactrow.h"
#include "ui/icons/avatar.h"
#include "ui/icons/icons.h"
#include "ui/pictures/picturebook.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

namespace Ui {

using namespace Msn;

namespace {

constexpr int pictureSize = 24;

bool isRightToLeft(const QStyleOptionViewItem &option)
{
    return option.direction == Qt::RightToLeft;
}

/// \p width pixels at the leading edge of \p rest, which then begins after them.
QRect takeLeading(QRect &rest, int width, bool rightToLeft)
{
    QRect taken = rest;
    if (rightToLeft) {
        taken.setLeft(rest.right() - width + 1);
        rest.setRight(taken.left() - 1);
    } else {
        taken.setWidth(width);
        rest.setLeft(taken.right() + 1);
    }
    return taken;
}

QRect takeTrailing(QRect &rest, int width, bool rightToLeft)
{
    return takeLeading(rest, width, !rightToLeft);
}

int leading(const QStyleOptionViewItem &option)
{
    return static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeading) | Qt::AlignVCenter)
        | Qt::TextSingleLine;
}

/// Draws as much as fits and returns what is left of \p rest.
QRect drawText(
    QPainter &painter, const QStyleOptionViewItem &option, const QString &text, QRect rest, int maximumWidth)
{
    const QFontMetrics metrics(painter.font());
    const int width = std::min({metrics.horizontalAdvance(text) + 1, maximumWidth, rest.width()});
    if (width <= 0)
        return rest;
    const QRect place = takeLeading(rest, width, isRightToLeft(option));
    painter.drawText(place, leading(option), metrics.elidedText(text, Qt::ElideRight, width));
    return rest;
}

} // namespace

void ContactDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, full, index);
    if (isGroupRow(index))
        paintGroup(*painter, full, index);
    else
        paintContact(*painter, full, index);
    painter->restore();
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Metrics metrics(option.font);
    return {metrics.px(120), std::max(metrics.rowHeight(), option.fontMetrics.height() + metrics.step(2))};
}

QWidget *ContactDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(
        isGroupRow(index) ? tr("Name of the group") : tr("Your nickname for this person"));
    editor->setMaxLength(isGroupRow(index) ? 60 : 129);
    return editor;
}

void ContactDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rest = option.rect;
    const int before = isGroupRow(index) ? 6 : 10;
    takeLeading(rest, Metrics(option.font).step(before), isRightToLeft(option));
    takeTrailing(rest, Metrics(option.font).step(2), isRightToLeft(option));
    editor->setGeometry(rest);
}

void ContactDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const QString name = qobject_cast<QLineEdit *>(editor)->text().trimmed();
    if (name == index.data(Qt::EditRole).toString())
        return;
    if (!isGroupRow(index))
        Q_EMIT nicknameWanted(Address(index.data(AddressRole).toString()), name);
    else if (!name.isEmpty())
        Q_EMIT groupRenameWanted(index.data(GroupIdRole).toByteArray(), name);
}

void ContactDelegate::paintGroup(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const bool mirrored = isRightToLeft(option);
    QRect rest = option.rect;
    takeLeading(rest, metrics.step(2), mirrored);
    takeTrailing(rest, metrics.step(3), mirrored);

    const QRect arrow = takeLeading(rest, metrics.px(16), mirrored);
    const bool open = option.state.testFlag(QStyle::State_Open);
    const QString icon = open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    const int size = metrics.px(14);
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap chevron = Icons::pixmap(icon, tokens.accent, size, ratio);
    if (mirrored && !open)
        chevron = chevron.transformed(QTransform::fromScale(-1, 1));
    painter.drawPixmap(
        QPoint(arrow.left() + (arrow.width() - size) / 2, arrow.top() + (arrow.height() - size) / 2),
        chevron);
    takeLeading(rest, metrics.step(), mirrored);
    if (!open)
        rest = paintUnread(painter, option, index.data(UnreadCountRole).toInt(), rest);

    const QString counts = countsOf(index);
    const int countsWidth = option.fontMetrics.horizontalAdvance(counts) + metrics.step(2);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(tokens.accent);
    rest = drawText(painter, option, index.data().toString(), rest, rest.width() - countsWidth);
    takeLeading(rest, metrics.px(6), mirrored);
    painter.setFont(option.font);
    painter.setPen(tokens.secondInk);
    drawText(painter, option, counts, rest, countsWidth);
}

void ContactDelegate::paintContact(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const bool mirrored = isRightToLeft(option);
    QRect rest = option.rect;
    takeLeading(rest, metrics.step(3), mirrored);
    takeTrailing(rest, metrics.step(3), mirrored);
    rest = paintPicture(painter, option, index, rest);
    const int unread = index.data(UnreadCountRole).toInt();
    rest = paintUnread(painter, option, unread, rest);

    const bool blocked = index.data(IsBlockedRole).toBool();
    const bool online = index.data(IsOnlineRole).toBool();
    const QString note = statusNote(index);
    const int noteWidth = note.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(note) + metrics.step(2);
    QFont font = option.font;
    font.setStrikeOut(blocked);
    font.setWeight(unread > 0 ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(online && !blocked ? tokens.ink : tokens.secondInk);
    // A long name gives way to the status, and a long status to the name.
    const int nameWidth = rest.width() - std::min(noteWidth, rest.width() * 45 / 100);
    const QString name = index.data().toString();
    const QRect namePlace = takeLeading(rest, std::min(m_names.widthOf(painter, name), nameWidth), mirrored);
    m_names.draw(painter, namePlace, name, option.direction);
    takeLeading(rest, std::min(metrics.px(5), rest.width()), mirrored);
    painter.setFont(option.font);
    painter.setPen(tokens.secondInk);
    drawText(painter, option, note, rest, rest.width());
}

QRect ContactDelegate::paintPicture(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &rest) const
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto status = static_cast<Status>(index.data(StatusRole).toInt());
    const int size = metrics.px(pictureSize);
    const Address address(index.data(AddressRole).toString());
    const Avatar avatar{
        address, index.data().toString(), m_pictures ? m_pictures->of(address) : QImage(), false};
    const QPixmap picture
        = avatarWithStatus(avatar, status, index.data(IsBlockedRole).toBool(), size, metrics.px(12), tokens,
            selected ? tokens.selection : tokens.window, painter.device()->devicePixelRatioF());
    QRect remaining = rest;
    const QSize drawn = (picture.size() / picture.devicePixelRatio());
    const QRect place = takeLeading(remaining, drawn.width(), isRightToLeft(option));
    painter.drawPixmap(QPoint(place.left(), place.top() + (place.height() - drawn.height()) / 2), picture);
    takeLeading(remaining, metrics.step(2), isRightToLeft(option));
    return remaining;
}

QRect ContactDelegate::paintUnread(
    QPainter &painter, const QStyleOptionViewItem &option, int count, const QRect &rest) const
{
    if (count <= 0)
        return rest;
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    QFont font = metrics.smallFont();
    font.setWeight(QFont::DemiBold);
    const QString text = option.locale.toString(count);
    const int height = metrics.px(18);
    const int width = std::max(height, QFontMetrics(font).horizontalAdvance(text) + metrics.px(10));
    QRect remaining = rest;
    QRect place = takeTrailing(remaining, width, isRightToLeft(option));
    place = QRect(place.left(), place.center().y() - height / 2 + 1, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.unread);
    painter.drawRoundedRect(place, height / 2.0, height / 2.0);
    painter.setPen(tokens.isDark ? tokens.onAccent : tokens.ink);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, text);
    takeTrailing(remaining, metrics.step(), isRightToLeft(option));
    return remaining;
}

QString ContactDelegate::countsOf(const QModelIndex &index) const
{
    const int total = index.data(TotalCountRole).toInt();
    const auto kind = static_cast<GroupKind>(index.data(GroupKindRole).toInt());
    if (kind == GroupKind::Online || kind == GroupKind::Offline)
        return QString::number(total);
    //: How many people of a group are online, and how many there are: 2/5.
    return tr("%1/%2").arg(index.data(OnlineCountRole).toInt()).arg(total);
}

/// Online and offline are told by the mark alone, as everybody is one or the other.
QString ContactDelegate::statusNote(const QModelIndex &index) const
{
    if (index.data(IsBlockedRole).toBool())
        return tr("(Blocked)");
    const auto status = static_cast<Status>(index.data(StatusRole).toInt());
    if (status == Status::Online || status == Status::Offline || status == Status::Hidden)
        return {};
    //: A status after a name, as in: Rosa (Away).
    return tr("(%1)").arg(StatusText::name(status));
}

} // namespace Ui
