#pragma once

#include "ui/history/historyarchives.h"
#include "ui/history/historydeeds.h"
#include "ui/history/hitsmodel.h"
#include "ui/text/errortext.h"

#include <QWidget>

#include <optional>

class QUrl;

namespace Ui {

class Announcer;
class ChatPreferences;
class EmoticonSet;
class HistoryHead;
class HistoryPane;
class HistorySide;
class MessageBar;

/// All that was ever said, to be searched and read: people and days on the left, what was found or said
/// beside them. Results come while one types. Enter leads from a hit to what was said around it, Esc back.
class HistoryWindow : public QWidget
{
    Q_OBJECT

public:
    /// \p emoticons and \p preferences must outlive it.
    HistoryWindow(const QList<HistoryArchive> &archives, const EmoticonSet &emoticons,
        ChatPreferences &preferences, QWidget *parent = nullptr);
    ~HistoryWindow() override;

    HistoryArchives &archives() { return m_archives; }
    /// What was said with somebody, or with everybody; only what has \p words unless they are empty.
    void look(const std::optional<HistoryPeer> &person, const QString &words = {});
    /// Before \p store goes.
    void forget(const Msn::HistoryStore &store);

Q_SIGNALS:
    void linkActivated(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    void connectDeeds();
    void addKeys();
    /// What is asked for has changed.
    void refresh();
    void showAnew();
    void startSearch();
    void showFound();
    void showContext(const HistoryHit &hit);
    void showDay(const QDate &day);
    void goBack();
    void refreshStatus();
    bool isSearching() const;
    HistoryDeeds::Shown shown() const;
    std::optional<int> archive() const;
    Msn::HistoryQuery query() const;
    ErrorWords emptyWords() const;

    HistoryArchives m_archives;
    HitsModel m_hits;
    MessageBar *m_bar;
    HistoryHead *m_head;
    HistorySide *m_side;
    HistoryPane *m_pane;
    Announcer *m_announcer;
    HistoryDeeds *m_deeds;
};

} // namespace Ui
