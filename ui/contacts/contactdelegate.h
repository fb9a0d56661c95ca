#pragma once

#include "ui/contacts/namepainter.h"
#include "ui/widgets/roomydelegate.h"

namespace Msn {
class Address;
}

namespace Ui {

struct Tokens;
class Metrics;
class PictureBook;

/// Paints the rows of the contact list: groups as headings with their counts, people with picture,
/// status mark, name, status in words and unread messages. The editor names a group or gives a person a
/// nickname.
class ContactDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void setPictures(PictureBook *pictures) { m_pictures = pictures; }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

Q_SIGNALS:
    /// The person wants the group of \p id (as the server names it) to be called \p name.
    void groupRenameWanted(const QByteArray &id, const QString &name) const;
    /// Empty: no nickname any more.
    void nicknameWanted(const Msn::Address &address, const QString &nickname) const;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintContact(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Both return what is left of \p rest.
    QRect paintPicture(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QRect &rest) const;
    QRect paintUnread(
        QPainter &painter, const QStyleOptionViewItem &option, int count, const QRect &rest) const;
    QString countsOf(const QModelIndex &group) const;
    QString statusNote(const QModelIndex &index) const;

    const NamePainter m_names{};
    PictureBook *m_pictures = nullptr;
};

} // namespace Ui
