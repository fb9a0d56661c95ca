#pragma once

#include "ui/history/historyarchive.h"
#include "ui/text/errortext.h"

#include <QStackedWidget>

class QLabel;
class QListView;

namespace Ui {

class ChatPreferences;
class EmoticonSet;
class HistoryArchives;
class HitsModel;
class ReadingPage;

/// The large part of the viewer: what was found, what was said, or why there is neither.
class HistoryPane : public QStackedWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    HistoryPane(HistoryArchives &archives, HitsModel &hits, const EmoticonSet &emoticons,
        ChatPreferences &preferences, QWidget *parent = nullptr);

    void showHits();
    void showReading();
    /// Both sentences in the place of lines.
    void showWords(const ErrorWords &words);
    bool isReading() const;
    ReadingPage &reading() const { return *m_reading; }
    QListView &list() const { return *m_list; }
    /// Where the keyboard belongs.
    void focusContent();

Q_SIGNALS:
    void hitChosen(const Ui::HistoryHit &hit);
    void removalWanted(const Ui::HistoryPeer &peer, Msn::HistoryEntry::Id line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    QWidget *makeWords();
    void choose(const QModelIndex &index);
    void showMenu(const QPoint &place);

    HitsModel &m_hits;
    QListView *m_list;
    ReadingPage *m_reading;
    QWidget *m_wordsPage;
    QLabel *m_what;
    QLabel *m_remedy;
};

} // namespace Ui
