#include "ui/conversation/view/systemlines.h"

#include <QLocale>

namespace Ui {
namespace {

constexpr qsizetype maxActionCharacters = 400;

} // namespace

QString SystemLines::shownName(const Msn::ChatMessage &message)
{
    const QString name = message.senderName.singleLine();
    return name.isEmpty() ? message.sender.toString() : name;
}

QString SystemLines::forMessage(const Msn::ChatMessage &message, const QString &name)
{
    switch (message.kind) {
    case Msn::ChatMessage::Kind::Text:
        return {};
    case Msn::ChatMessage::Kind::Nudge:
        return message.outgoing ? tr("You have just sent a nudge.")
                                : tr("%1 just sent you a nudge.").arg(name);
    case Msn::ChatMessage::Kind::Joined:
        return tr("%1 has joined the conversation.").arg(name);
    case Msn::ChatMessage::Kind::Left:
        return tr("%1 has left the conversation.").arg(name);
    case Msn::ChatMessage::Kind::Action:
        //: An action of a person, as in "Ana waves". %1 is the name, %2 what they wrote.
        return tr("%1 %2").arg(name, Msn::cleanedSingleLine(message.text).left(maxActionCharacters));
    case Msn::ChatMessage::Kind::File:
        return forFile(message, name);
    case Msn::ChatMessage::Kind::Unsupported:
        return forUnsupported(name, message.text);
    }
    return {};
}

QString SystemLines::forFile(const Msn::ChatMessage &message, const QString &name)
{
    const QString file = Msn::cleanedSingleLine(message.text).left(maxActionCharacters);
    return message.outgoing ? tr("You sent the file “%1”.").arg(file)
                            : tr("%1 sent the file “%2”.").arg(name, file);
}

QString SystemLines::forUnsupported(const QString &name, const QString &what)
{
    if (what == u"datacast 2")
        return tr("%1 sent a wink. This program cannot play it.").arg(name);
    if (what == u"datacast 3")
        return tr("%1 sent a voice clip. This program cannot play it.").arg(name);
    const QString application = Msn::cleanedSingleLine(what);
    const bool isType = what.startsWith(u"datacast ") || what.contains(u'/');
    if (isType || application.isEmpty())
        return tr("%1 sent something that cannot be shown here.").arg(name);
    return tr("%1 invited you to %2. This program cannot take that up, so it was declined.")
        .arg(name, application);
}

QString SystemLines::forDate(const QDate &date, const QDate &today)
{
    if (date == today)
        return tr("Today");
    if (date == today.addDays(-1))
        return tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

} // namespace Ui
