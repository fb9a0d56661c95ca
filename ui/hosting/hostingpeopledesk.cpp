#include "ui/hosting/hostingpeopledesk.h"

#include "core/base/passwordgenerator.h"
#include "ui/hosting/hostingcaredialog.h"
#include "ui/hosting/hostingpeoplepage.h"
#include "ui/hosting/hostingtext.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include <algorithm>

namespace Ui {

HostingPeopleDesk::HostingPeopleDesk(HostingPeoplePage &page, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_bar(bar)
{
    connect(&page, &HostingPeoplePage::addRequested, this, &HostingPeopleDesk::add);
    connect(&page, &HostingPeoplePage::removeRequested, this, &HostingPeopleDesk::confirmRemoval);
    connect(
        &page, &HostingPeoplePage::newPassphraseRequested, this, &HostingPeopleDesk::confirmNewPassphrase);
    connect(&page, &HostingPeoplePage::rulesRequested, this, &HostingPeopleDesk::openRules);
    connect(&page, &HostingPeoplePage::pictureChosen, this, &HostingPeopleDesk::changePicture);
    connect(&page, &HostingPeoplePage::copyRequested, this, &HostingPeopleDesk::copyDetails);
}

void HostingPeopleDesk::setState(const HostingState &state)
{
    const bool wasPlanning = isPlanning();
    m_state = state;
    if (!isPlanning())
        m_planned.clear();
    if (isPlanning() != wasPlanning)
        m_page.clearFields();
    m_page.setPlanning(isPlanning());
    m_page.setNetworkName(state.name);
    m_page.setPeople(people());
}

void HostingPeopleDesk::setNetworkName(const QString &name)
{
    m_state.name = name;
    m_page.setNetworkName(name);
}

bool HostingPeopleDesk::takeUnfinished()
{
    return !m_page.hasUnfinished() || add(m_page.typed());
}

QList<HostingPerson> HostingPeopleDesk::people() const
{
    QList<HostingPerson> people = isPlanning() ? m_planned : m_state.people;
    for (HostingPerson &person : people) {
        if (person.passphrase.isEmpty())
            person.passphrase = m_passphrases.value(person.address);
    }
    return people;
}

void HostingPeopleDesk::forgetPassphrases()
{
    if (isPlanning())
        return;
    m_passphrases.clear();
    m_page.setPeople(people());
}

bool HostingPeopleDesk::add(const HostingPerson &person)
{
    const ErrorWords refusal = HostingText::refusal(person, people());
    if (!refusal.what.isEmpty()) {
        m_bar.showError(refusal);
        return false;
    }
    m_bar.hide();
    m_passphrases.insert(person.address, person.passphrase);
    if (isPlanning()) {
        m_planned.append(person);
        m_page.setPeople(people());
    } else {
        Q_EMIT personAdded(person);
    }
    m_page.clearFields();
    return true;
}

void HostingPeopleDesk::confirmRemoval(const HostingPerson &person)
{
    if (isPlanning())
        return remove(person);
    m_bar.showInformation(
        tr("Remove %1? Their contact list and the messages that wait for them are lost.").arg(person.name));
    const QPushButton *button = m_bar.addButton(tr("Re&move"));
    connect(button, &QPushButton::clicked, this, [this, person] { remove(person); });
}

void HostingPeopleDesk::remove(const HostingPerson &person)
{
    m_bar.hide();
    m_passphrases.remove(person.address);
    if (!isPlanning()) {
        Q_EMIT personRemoved(person.address);
        return;
    }
    m_planned.removeIf([&person](const HostingPerson &other) { return other.address == person.address; });
    m_page.setPeople(people());
}

void HostingPeopleDesk::confirmNewPassphrase(const HostingPerson &person)
{
    if (isPlanning())
        return changePassphrase(person);
    m_bar.showInformation(
        tr("Give %1 a new passphrase? The old one no longer lets them in.").arg(person.name));
    const QPushButton *button = m_bar.addButton(tr("New passphrase"));
    connect(button, &QPushButton::clicked, this, [this, person] { changePassphrase(person); });
}

void HostingPeopleDesk::changePassphrase(const HostingPerson &person)
{
    m_bar.hide();
    HostingPerson changed = person;
    changed.passphrase = Msn::generatePassphrase();
    m_passphrases.insert(changed.address, changed.passphrase);
    for (HostingPerson &planned : m_planned) {
        if (planned.address == changed.address)
            planned.passphrase = changed.passphrase;
    }
    if (!isPlanning())
        Q_EMIT passphraseChanged(changed);
    m_page.setPeople(people());
}

void HostingPeopleDesk::changePicture(const Msn::Address &address, const QByteArray &png)
{
    if (!isPlanning()) {
        Q_EMIT pictureChanged(address, png);
        return;
    }
    for (HostingPerson &planned : m_planned) {
        if (planned.address == address)
            planned.picture = png;
    }
    m_page.setPeople(people());
}

/// Everybody on the network is there to be chosen; before there is a rule, nobody is left out by it.
HostingPerson HostingPeopleDesk::withEverybody(const HostingPerson &person) const
{
    HostingPerson result = person;
    QList<HostingAcquaintance> &listed = result.care.people;
    const QList<HostingPerson> everybody = people();
    for (const HostingPerson &other : everybody) {
        const bool isListed = std::any_of(listed.cbegin(), listed.cend(),
            [&other](const HostingAcquaintance &known) { return known.address == other.address; });
        if (!isListed && other.address != person.address)
            listed.append({other.address, !person.care.asks, false});
    }
    return result;
}

void HostingPeopleDesk::openRules(const HostingPerson &person)
{
    auto *dialog = new HostingCareDialog(withEverybody(person), m_page.window());
    connect(dialog, &HostingCareDialog::chosen, this,
        [this, address = person.address](const HostingCare &care) { Q_EMIT rulesChanged(address, care); });
    dialog->open();
}

void HostingPeopleDesk::copyDetails(const HostingPerson &person)
{
    QGuiApplication::clipboard()->setText(HostingText::signInDetails(person, m_state));
    m_bar.showInformation(tr("What %1 needs to sign in is copied. Give it to nobody else.").arg(person.name));
}

} // namespace Ui
