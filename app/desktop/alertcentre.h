#pragma once

#include "app/desktop/accountevents.h"
#include "app/desktop/accountlist.h"
#include "ui/alerts/alertdisplay.h"
#include "ui/alerts/alertpolicy.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <map>
#include <memory>

namespace Ui {
class AlertSettings;
} // namespace Ui

namespace App {

class ConversationPlaces;

/// From what happens in the accounts to what is shown, heard and flashed: asks the policy, chooses
/// the words and the display, and does what the person answers to an alert.
class AlertCentre : public QObject
{
    Q_OBJECT

public:
    /// How things are outside.
    struct Surroundings
    {
        /// Asked only when something would be shown.
        std::function<bool()> isFullScreen;
        std::function<bool()> isDoNotDisturb;
        /// Where to show an alert now.
        std::function<Ui::AlertDisplay *()> display;
        std::function<void(Ui::Sound)> play;
    };

    /// All must outlive it.
    AlertCentre(AccountList &accounts, Ui::AlertSettings &settings, ConversationPlaces &places,
        Surroundings surroundings, QObject *parent = nullptr);
    ~AlertCentre() override;

    /// Listens to what the person does with the alerts of \p display.
    void attach(Ui::AlertDisplay &display);
    /// Conversations with something that has not been looked at.
    qsizetype waiting() const { return m_waiting.size(); }

Q_SIGNALS:
    void waitingChanged(qsizetype waiting);

private:
    /// One alert that may be on the screen.
    struct Shown
    {
        Happening happening;
        Ui::AlertDisplay *display = nullptr;
    };

    void watch(Msn::Account &account);
    void handle(const Happening &happening);
    void act(const Happening &happening);
    Ui::AlertSituation situationOf(const Happening &happening) const;
    void show(const Happening &happening);
    Ui::AlertNotice noticeOf(const Happening &happening) const;
    Ui::AlertDisplay::Id idFor(const Happening &happening);
    void handleActivated(quint64 id, const QByteArray &token);
    void handleReply(quint64 id, const QString &text);
    void openSubject(const Happening &happening, const QByteArray &token);
    void setWaiting(Msn::Conversation *conversation, bool waiting);
    void closeAbout(const std::function<bool(const Happening &)> &matches);

    AccountList &m_accounts;
    Ui::AlertSettings &m_settings;
    ConversationPlaces &m_places;
    const Surroundings m_surroundings;
    std::map<Msn::Account *, std::unique_ptr<AccountEvents>> m_events;
    QSet<Msn::Conversation *> m_waiting;
    QHash<quint64, Shown> m_shown;
    quint64 m_lastId = 0;
};

} // namespace App
