#pragma once

#include "ui/conversation/view/chatdocument.h"
#include "ui/conversation/view/messagehighlight.h"
#include "ui/conversation/view/messageloader.h"
#include "ui/conversation/view/readingplace.h"

#include <QTextBrowser>

class QMenu;
class QPushButton;

namespace Ui {

class ChatPreferences;

/// What was said in a conversation. Stays at the end while new lines come, unless somebody has
/// scrolled up; then a button says that there is something new below. Older lines come from the
/// source as one scrolls up.
///
/// With the keyboard: Ctrl+Up and Ctrl+Down go from message to message, the caret walks and
/// selects, letters go to where messages are written.
class MessageView : public QTextBrowser
{
    Q_OBJECT

public:
    /// \p emoticons must outlive it.
    explicit MessageView(const EmoticonSet &emoticons, QWidget *parent = nullptr);
    ~MessageView() override;

    /// Shows the newest lines of \p source, which must outlive the view, and more as one scrolls.
    void setSource(MessageSource *source);
    /// The same from the middle: the first line behind \p from, with those around it.
    void setSource(MessageSource *source, const Msn::ChatMessage &from);
    void setHighlight(const HighlightedLines &lines) { m_highlight.set(lines); }
    void append(const Msn::ChatMessage &message);
    void append(const QString &notice);
    /// Above what is shown: what one should know before reading it.
    void prepend(const QString &notice);
    /// What people are called, now and until it is said anew.
    void setNicknames(const Nicknames &nicknames);
    void update(const Msn::ChatMessage &message);
    using QTextBrowser::update;
    /// Removes what is shown. New messages are shown as before.
    void clearMessages();
    /// Messages that are no longer anywhere: removes those for which \p isGone holds.
    void removeIf(const std::function<bool(const Msn::ChatMessage &)> &isGone);
    /// Whether there is a place where one could answer.
    void setCanQuote(bool can) { m_canQuote = can; }
    bool canQuote() const { return m_canQuote; }
    size_t count() const { return m_chat.count(); }
    /// Nothing is shown, and nothing is on its way.
    bool isEmpty() const { return m_isEmpty; }
    const ChatDocument &chat() const { return m_chat; }

    /// What the person has chosen of the look.
    const ChosenLook &chosenLook() const { return m_chosen; }
    void setChosenLook(const ChosenLook &look);
    /// The same from all that was chosen for conversations.
    void setPreferences(const ChatPreferences &preferences);

    /// Shows the end and stays there.
    void followEnd();
    bool followsEnd() const { return m_followsEnd; }
    /// Selects the next place that has \p text, whatever its case, from the selection on; brings
    /// older lines for it. False if there is none.
    bool findText(const QString &text, bool backward);
    /// Puts the caret on the message \p by messages below (above: negative) and shows it.
    void stepMessage(int by);

public Q_SLOTS:
    void copyWithTimes();
    void quote();

Q_SIGNALS:
    /// The person clicked Retry.
    void retryRequested(Msn::ChatMessage::Id id);
    /// The person clicked a link that mayOpen().
    void linkActivated(const QUrl &url);
    /// Text to answer to, each line with `> ` in front.
    void quoted(const QString &text);
    void findRequested();
    void emptinessChanged();
    /// The lines that a source was set for are there.
    void filled();
    /// A menu for the message \p id is about to be shown, 0 for a place without one. Whatever can be done
    /// besides may be added to it.
    void menuMade(QMenu *menu, Msn::ChatMessage::Id id);
    /// Letters that were typed here but are meant for the message being written.
    void typed(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void applyLook();
    void showPlace();
    /// \p change writes lines anew; who reads goes on where they were.
    template <typename Change>
    void keepingPlace(Change change);
    void handleScrolled(int value);
    void handleAnchor(const QUrl &url);
    void noteArrival(bool own);
    void noteEmptiness();
    void placeHint();
    bool handleKey(const QKeyEvent &event);
    QTextBlock firstVisibleBlock() const;

    ChatDocument m_chat;
    MessageLoader m_loader;
    ReadingPlace m_place;
    MessageHighlight m_highlight;
    QPushButton *m_hint;
    /// What a person chose; the rest of the look follows from the widget.
    ChosenLook m_chosen;
    bool m_followsEnd = true;
    bool m_canQuote = true;
    /// Known once the source has answered.
    bool m_isEmpty = false;
    /// What was asked for when the source was set.
    std::optional<Msn::ChatMessage> m_from;
};

} // namespace Ui
