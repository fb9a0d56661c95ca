#pragma once

#include "ui/history/exportdialog.h"
#include "ui/history/historyarchive.h"
#include "ui/history/messageremover.h"

namespace Ui {

class ChatPreferences;
class HistoryArchives;
class MessageBar;

/// What can be done with kept messages besides reading them: deleting and exporting. Asks before anything
/// goes, and says in the bar what was done.
class HistoryDeeds : public QObject
{
    Q_OBJECT

public:
    /// What the viewer shows, and so what a deed is about.
    struct Shown
    {
        std::optional<HistoryPeer> person;
        std::optional<int> archive;
        Msn::HistoryQuery query;
        bool isSearch = false;
    };

    /// All must outlive it; dialogs open over \p window.
    HistoryDeeds(HistoryArchives &archives, MessageBar &bar, const EmoticonSet &emoticons,
        const ChatPreferences &preferences, QWidget &window);

    /// One message; asked in the bar.
    void askToDelete(const HistoryPeer &peer, Msn::HistoryEntry::Id line);
    void openDelete(const Shown &shown);
    void openExport(const Shown &shown);

Q_SIGNALS:
    void lineDeleted(const Ui::HistoryPeer &peer, Msn::HistoryEntry::Id line);
    void manyDeleted();
    /// A question in the bar was answered: the keyboard is free.
    void answered();

private:
    QList<int> archivesOf(std::optional<int> one) const;
    QList<ExportScope> scopesOf(const Shown &shown) const;
    HtmlHistoryLook look() const;
    void deleteLine(const HistoryPeer &peer, Msn::HistoryEntry::Id line);

    HistoryArchives &m_archives;
    MessageBar &m_bar;
    const EmoticonSet &m_emoticons;
    const ChatPreferences &m_preferences;
    QWidget &m_window;
};

} // namespace Ui
