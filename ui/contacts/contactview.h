#pragma once

#include <QTreeView>

namespace Msn {
class Address;
}

namespace Ui {

class ContactDelegate;
class ContactDrop;
class ContactDropSite;
class ContactListProxy;
class GroupFolding;
class MovedPerson;
class PictureBook;

/// The contact list. Click or Enter on a group folds it, double click or Enter on a person opens a
/// conversation, Alt+Enter their properties, F2 names a group or gives a person a nickname, Delete
/// removes, typing searches, dragging to a group moves (with Ctrl copies).
class ContactView : public QTreeView
{
    Q_OBJECT

public:
    explicit ContactView(QWidget *parent = nullptr);

    void setProxy(ContactListProxy *proxy);
    /// What people look like; must outlive the view. Without it everybody is a letter.
    void setPictures(PictureBook *pictures);
    /// GroupKeyRole of the groups that are folded up.
    QStringList collapsedGroups() const;
    void setCollapsedGroups(const QStringList &keys);
    /// Shown instead of the list while nobody is in it.
    void setEmptyText(const QString &text);
    /// Unfolds everything while people are searched, and folds as before after it.
    void setSearching(bool searching);
    /// As tall as everything in it, without a bar of its own: for a list among others.
    void setFitsContents(bool fits);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The first person who is not folded away; false if there is none.
    bool selectFirstContact();
    /// The row that the keys are at, again.
    void selectCurrent();
    /// To the last row (\p last) or the first, whatever it is.
    void enterAtEnd(bool last);

Q_SIGNALS:
    void openRequested(const Msn::Address &address);
    void removeRequested(const QModelIndex &index);
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);
    void groupRenameWanted(const QByteArray &id, const QString &name);
    void propertiesRequested(const QModelIndex &index);
    /// Empty: no nickname any more.
    void nicknameWanted(const Msn::Address &address, const QString &nickname);
    void dropped(const Ui::ContactDrop &drop);
    /// A letter that is to go into the search field.
    void typed(const QString &text);
    void collapsedGroupsChanged();
    /// An arrow key was pressed at the last row (\p down) or the first.
    void leftAtEnd(bool down);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    int contentsHeight() const;
    QRect placeForEmptyText() const;
    void handleClicked(const QModelIndex &index);
    void handleActivated(const QModelIndex &index);

    ContactDelegate *m_delegate;
    ContactListProxy *m_proxy = nullptr;
    GroupFolding *m_folding;
    ContactDropSite *m_dropSite;
    MovedPerson *m_moved;
    QString m_emptyText;
    bool m_fitsContents = false;
};

} // namespace Ui
