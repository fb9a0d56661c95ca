#pragma once

#include "ui/hosting/hostingvalues.h"
#include "ui/text/errortext.h"

#include <QHash>
#include <QObject>

namespace Ui {

class HostingPeoplePage;
class MessageBar;

/// What is done with people: at once while the network is only planned, after a question where something
/// would be lost. Knows the passphrases that were made here.
class HostingPeopleDesk : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    HostingPeopleDesk(HostingPeoplePage &page, MessageBar &bar, QObject *parent = nullptr);

    void setState(const HostingState &state);
    /// The name of a network that is planned.
    void setNetworkName(const QString &name);
    /// Planned or there, with the passphrases that are known.
    QList<HostingPerson> people() const;
    /// Takes in whoever is typed in, if anybody; false if that could not be.
    bool takeUnfinished();
    /// Nobody looks any more. Those of a plan stay: nobody else has them yet.
    void forgetPassphrases();

Q_SIGNALS:
    // Not while the network is only planned
    void personAdded(const Ui::HostingPerson &person);
    void passphraseChanged(const Ui::HostingPerson &person);
    void rulesChanged(const Msn::Address &address, const Ui::HostingCare &care);
    void pictureChanged(const Msn::Address &address, const QByteArray &png);
    void personRemoved(const Msn::Address &address);

private:
    bool isPlanning() const { return m_state.phase == HostingState::Phase::NotSetUp; }
    bool add(const HostingPerson &person);
    void confirmRemoval(const HostingPerson &person);
    void remove(const HostingPerson &person);
    void confirmNewPassphrase(const HostingPerson &person);
    void changePassphrase(const HostingPerson &person);
    void changePicture(const Msn::Address &address, const QByteArray &png);
    HostingPerson withEverybody(const HostingPerson &person) const;
    void openRules(const HostingPerson &person);
    void copyDetails(const HostingPerson &person);

    HostingPeoplePage &m_page;
    MessageBar &m_bar;
    HostingState m_state;
    QList<HostingPerson> m_planned;
    QHash<Msn::Address, QString> m_passphrases;
};

} // namespace Ui
