#include "app/shots/listcopyshots.h"

#include "app/shots/liststage.h"
#include "core/roster/contactlist.h"
#include "ui/listcopies/restoredialog.h"

#include <QTemporaryDir>

namespace App {

using namespace Msn;

namespace {

ListedPerson listedPerson(const QString &address, const QString &name, const QStringList &groups)
{
    ListedPerson person;
    person.address = Address(address);
    person.name = name;
    person.groups = groups;
    return person;
}

ContactListReading copyReading()
{
    ContactListReading reading;
    const QString school = QStringLiteral("School 2003");
    reading.contacts.groups = {school};
    reading.contacts.people = {
        listedPerson(QStringLiteral("lena@example.net"), QStringLiteral("Lena ☀"), {school}),
        listedPerson(QStringLiteral("xiaoyu@example.net"), QStringLiteral("小雨的家庭通讯录"), {}),
        listedPerson(QStringLiteral("samira@example.org"), QStringLiteral("سميرة"), {school}),
        listedPerson(QStringLiteral("a.rather.long.address.of.somebody@mail.example.net"),
            QStringLiteral("Somebody whose name takes the whole width and more"), {}),
    };
    ListedPerson blocked = listedPerson(QStringLiteral("prizes@example.net"), {}, {});
    blocked.isContact = false;
    blocked.isBlocked = true;
    reading.contacts.people.append(blocked);
    reading.problems = {makeProblem(ImportProblem::Reason::Unexpected, 8, QStringLiteral("not an address"))};
    return reading;
}

RestoreReport restoreReport()
{
    RestoreReport report;
    report.people = 3;
    report.groups = 1;
    Error refused = makeError(ErrorCode::ServerRefused, QStringLiteral("samira@example.org"));
    refused.serverNumber = 205;
    report.refusals = {refused};
    return report;
}

/// Seven days of copies in \p directory.
void keepCopies(const QString &directory)
{
    ListedContacts contacts;
    for (int day = 1; day <= 7; ++day) {
        contacts.people.append(listedPerson(QStringLiteral("p%1@example.com").arg(day), {}, {}));
        ListCopies(directory).keep(contacts, QDate(2004, 5, 9 + day));
    }
}

Shot restoreShot(const QString &name, bool hasCopies, const std::function<void(Ui::RestoreDialog &)> &prepare)
{
    return {QStringLiteral("restore-") + name, [hasCopies, prepare]() -> std::unique_ptr<QWidget> {
                const QTemporaryDir directory;
                if (hasCopies)
                    keepCopies(directory.path());
                auto dialog = std::make_unique<Ui::RestoreDialog>(
                    listStage().account, listStage().annotations, ListCopies(directory.path()));
                prepare(*dialog);
                return dialog;
            }};
}

} // namespace

QList<Shot> listCopyShots()
{
    return {
        restoreShot(QStringLiteral("choice"), true, [](Ui::RestoreDialog &) {}),
        restoreShot(QStringLiteral("choice-empty"), false, [](Ui::RestoreDialog &) {}),
        restoreShot(QStringLiteral("missing"), true,
            [](Ui::RestoreDialog &dialog) { dialog.showReading(copyReading()); }),
        restoreShot(QStringLiteral("missing-mirrored"), true,
            [](Ui::RestoreDialog &dialog) {
                dialog.setLayoutDirection(Qt::RightToLeft);
                dialog.showReading(copyReading());
            }),
        restoreShot(
            QStringLiteral("nothing"), true, [](Ui::RestoreDialog &dialog) { dialog.showReading({}); }),
        restoreShot(QStringLiteral("report"), true,
            [](Ui::RestoreDialog &dialog) { dialog.showReport(restoreReport()); }),
        restoreShot(QStringLiteral("stopped"), true,
            [](Ui::RestoreDialog &dialog) {
                RestoreReport report = restoreReport();
                report.refusals.clear();
                report.stoppedBy = makeError(ErrorCode::ConnectionLost);
                dialog.showReport(report);
            }),
    };
}

} // namespace App
