#pragma once

#include "core/chat/chatmessage.h"
#include "ui/history/historyarchive.h"

#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;

namespace Ui {

class ChatPreferences;
class ElidedLabel;
class EmoticonSet;
class HistoryArchives;
class MessageView;
class PersonSource;

/// What was said with one person, in the chosen chat style, from any place on.
class ReadingPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    ReadingPage(HistoryArchives &archives, const EmoticonSet &emoticons, ChatPreferences &preferences,
        QWidget *parent = nullptr);
    ~ReadingPage() override;

    /// The newest lines.
    void showNewest(const HistoryPeer &peer);
    /// A day and what stands around it.
    void showDay(const HistoryPeer &peer, const QDate &day);
    /// A line and what stands around it; it and \p words stand out.
    void showContext(const HistoryHit &hit, const QStringList &words);
    /// What is shown anew, if it may have changed at its end.
    void refresh();
    /// This line is no more.
    void dropLine(Msn::HistoryEntry::Id line);
    void clear();

    const std::optional<HistoryPeer> &peer() const { return m_peer; }
    MessageView &view() const { return *m_view; }
    /// Whether there is a list of hits behind it.
    void setCanGoBack(bool can);

Q_SIGNALS:
    void backRequested();
    /// Letters that are meant for the search.
    void typed(const QString &text);
    void findRequested();
    void linkActivated(const QUrl &url);
    void removalWanted(const Ui::HistoryPeer &peer, Msn::HistoryEntry::Id line);
    void failed(const Msn::Error &error);

private:
    void build();
    /// False if the history is gone.
    bool open(const HistoryPeer &peer);
    void extendMenu(QMenu &menu, Msn::ChatMessage::Id id);
    void describePeer();

    HistoryArchives &m_archives;
    QPushButton *m_back;
    ElidedLabel *m_name;
    ElidedLabel *m_address;
    MessageView *m_view;
    std::unique_ptr<PersonSource> m_source;
    std::optional<HistoryPeer> m_peer;
};

} // namespace Ui
