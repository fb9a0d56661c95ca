#include "app/messenger/listcopykeeper.h"

#include "core/account/account.h"
#include "core/listcopies/listcopies.h"

#include <QDateTime>

#include <algorithm>

namespace App {

using namespace Msn;

namespace {

/// Local time; the day's copy is then made before anybody can spoil the list.
const QTime nightTime(4, 0);

} // namespace

ListCopyKeeper::ListCopyKeeper(QObject *parent)
    : QObject(parent)
{
    m_nightly.setSingleShot(true);
    m_nightly.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_nightly, &QTimer::timeout, this, [this] {
        const QList<Followed> everybody = m_followed;
        for (const Followed &followed : everybody)
            keep(followed);
        waitForNight();
    });
}

void ListCopyKeeper::follow(Account &account, const ContactAnnotations &annotations, const QString &directory)
{
    const auto isThis = [&account](const Followed &followed) { return followed.account == &account; };
    if (std::any_of(m_followed.begin(), m_followed.end(), isThis))
        return;
    const Followed followed{&account, &annotations, directory};
    m_followed.append(followed);
    connect(&account, &Account::stateChanged, this, [this, followed] { keep(followed); });
    connect(&account, &QObject::destroyed, this, [this, gone = &account] {
        m_followed.removeIf([gone](const Followed &candidate) { return candidate.account == gone; });
    });
    keep(followed);
    if (!m_nightly.isActive())
        waitForNight();
}

void ListCopyKeeper::keep(const Followed &followed)
{
    if (followed.account->state() != Account::State::SignedIn)
        return;
    const ListedContacts contacts = listedContacts(followed.account->contacts(), *followed.annotations);
    const Outcome kept = ListCopies(followed.directory).keep(contacts, QDate::currentDate());
    if (!kept)
        Q_EMIT failed(kept.error());
}

void ListCopyKeeper::waitForNight()
{
    const QDateTime now = QDateTime::currentDateTime();
    QDateTime night(now.date(), nightTime);
    if (night <= now)
        night = night.addDays(1);
    m_nightly.start(std::chrono::milliseconds(now.msecsTo(night)));
}

} // namespace App
