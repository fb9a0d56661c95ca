#pragma once

#include "core/protocol/status.h"
#include "ui/conversation/window/draggabletabs.h"
#include "ui/icons/avatar.h"

namespace Ui {

class EmoticonLine;
class EmoticonSet;

/// The tabs of a conversation window: picture with status mark, name, number of unread messages.
class ConversationTabs : public DraggableTabs
{
    Q_OBJECT

public:
    struct Tab
    {
        Avatar avatar;
        Msn::Status status = Msn::Status::Offline;
        bool blocked = false;
        QString title;
        int unread = 0;
    };

    explicit ConversationTabs(QWidget *parent = nullptr);

    /// Names are shown with these from now on; must outlive the bar.
    void setEmoticons(const EmoticonSet &emoticons);
    void insertConversation(int index, const Tab &tab);
    void moveConversation(int from, int to);
    void setConversation(int index, const Tab &tab);
    const Tab &conversation(int index) const { return m_tabs.at(index); }
    /// Where a click closes the tab.
    QRect closeRect(int index) const;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void tabRemoved(int index) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe(int index);
    void paintTab(QPainter &painter, int index) const;
    void applyColours();
    /// The number behind the name; returns the room left for the name.
    QRect paintUnread(QPainter &painter, const QRect &area, const Tab &tab) const;
    void paintClose(QPainter &painter, int index) const;
    QFont fontOf(int index) const;
    EmoticonLine line(const QString &text, const QFont &font) const;
    QString textOf(int index) const;

    QList<Tab> m_tabs;
    const EmoticonSet *m_emoticons;
    int m_hovered = -1;
    bool m_closeHovered = false;
    int m_closePressed = -1;
};

} // namespace Ui
