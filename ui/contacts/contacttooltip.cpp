#include "ui/contacts/contacttooltip.h"

#include "core/models/contactlistroles.h"
#include "core/protocol/status.h"
#include "ui/text/statustext.h"

#include <QLocale>
#include <QModelIndex>

namespace Ui {

using namespace Msn;

namespace {

/// A note may be long; the whole is in the contact's properties.
constexpr qsizetype longestNote = 240;

QString shortened(const QString &text)
{
    return text.size() <= longestNote ? text : text.left(longestNote - 1) + u'\u2026';
}

} // namespace

QString ContactToolTip::html(const QModelIndex &contact)
{
    const QString status = StatusText::name(static_cast<Status>(contact.data(StatusRole).toInt()));
    //: Heading of a tool tip: a person's name and status.
    const QString heading = tr("%1 (%2)").arg(contact.data(Qt::EditRole).toString(), status);
    QString text = QStringLiteral("<b>%1</b>").arg(heading.toHtmlEscaped());
    const QStringList rest = lines(contact);
    for (const QString &line : rest)
        text += QLatin1String("<br>") + line.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
    return QStringLiteral("<p>%1</p>").arg(text);
}

QStringList ContactToolTip::lines(const QModelIndex &contact)
{
    //: An e-mail address, set off from the name above it.
    QStringList lines{tr("<%1>").arg(contact.data(AddressRole).toString())};
    const QString ownName = contact.data(OwnNameRole).toString();
    if (ownName != contact.data(Qt::EditRole).toString())
        lines.append(tr("Own name: %1").arg(ownName));
    lines += phoneLines(contact);
    const QStringList groups = contact.data(GroupNamesRole).toStringList();
    if (!groups.isEmpty())
        lines.append(tr("Groups: %1").arg(QLocale().createSeparatedList(groups)));
    const QString note = contact.data(NoteRole).toString();
    if (!note.isEmpty())
        lines.append(tr("Note: %1").arg(shortened(note)));
    if (contact.data(IsBlockedRole).toBool())
        lines.append(tr("Blocked: sees you as offline and cannot write to you."));
    return lines;
}

QStringList ContactToolTip::phoneLines(const QModelIndex &contact)
{
    const QString home = contact.data(HomePhoneRole).toString();
    const QString work = contact.data(WorkPhoneRole).toString();
    const QString mobile = contact.data(MobilePhoneRole).toString();
    QStringList lines;
    if (!home.isEmpty())
        lines.append(tr("Home phone: %1").arg(home));
    if (!work.isEmpty())
        lines.append(tr("Work phone: %1").arg(work));
    if (!mobile.isEmpty())
        lines.append(tr("Mobile phone: %1").arg(mobile));
    return lines;
}

} // namespace Ui
