#pragma once

#include <QWidget>

class QAction;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace Msn {
class Address;
class Conversation;
} // namespace Msn

namespace Ui {

class ConversationTabs;
class ConversationWidget;
class DraggableTabs;

/// Conversations as tabs, in whatever window. What comes in never changes the tab: only show() and
/// the person do.
class ConversationDeck : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationDeck(QWidget *parent = nullptr);
    ~ConversationDeck() override;

    /// A tab for \p widget, behind the others; it belongs to the deck from now on.
    void insert(ConversationWidget *widget, int index = -1);
    /// Gives \p widget away, without a parent.
    void release(ConversationWidget *widget);
    /// Brings its tab to the front of the deck.
    void show(const ConversationWidget *widget);
    using QWidget::show;

    ConversationWidget *current() const;
    ConversationWidget *find(const Msn::Conversation &conversation) const;
    QList<ConversationWidget *> conversations() const;
    int count() const;
    /// Of all tabs together.
    int unread() const { return m_unread; }

    /// A button with \p menu at the end of the tabs, where there is no menu bar; null: none.
    void setMenu(QMenu *menu);
    QToolButton *menuButton() const { return m_menuButton; }
    ConversationTabs &tabs() const { return *m_tabs; }

public Q_SLOTS:
    void nextTab() { stepTab(1); }
    void previousTab() { stepTab(-1); }
    /// Among the other tabs, by one place.
    void moveTab(int by);
    void showTab(int index);
    /// As a click on its cross: asks the conversation first.
    void closeCurrent();

Q_SIGNALS:
    void currentChanged();
    /// Its name or state: for the title of the window.
    void currentTitleChanged();
    void unreadChanged(int unread);
    /// The person closes the tab and the conversation agrees.
    void closeRequested(Ui::ConversationWidget *widget);
    /// The tab was dragged out to \p globalPosition.
    void tornOff(Ui::ConversationWidget *widget, const QPoint &globalPosition);
    /// A tab of another deck was dropped here.
    void tabDropped(Ui::ConversationWidget *widget, int index);
    void linkActivated(const QUrl &url);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addShortcuts();
    /// One of actions() that has these keys; nullptr if none does.
    QAction *actionFor(const QKeyEvent &event) const;
    void stepTab(int by);
    void closeTab(int index);
    void refreshTab(const ConversationWidget &widget);
    void refreshUnread();
    void refreshInFront();
    void handleCurrentChanged();
    void handleDrop(DraggableTabs *source, int sourceIndex, int index);
    ConversationWidget *widgetAt(int index) const;
    int indexOf(const ConversationWidget &widget) const;

    ConversationTabs *m_tabs;
    QStackedWidget *m_pages;
    QToolButton *m_menuButton;
    int m_unread = 0;
};

} // namespace Ui
