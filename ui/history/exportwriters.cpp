#include "ui/history/exportwriters.h"

#include "core/history/export/jsonhistorywriter.h"
#include "core/history/export/texthistorywriter.h"
#include "ui/conversation/view/systemlines.h"
#include "ui/history/historyarchives.h"

#include <QTimeZone>

namespace Ui {
namespace {

using NameTable = QHash<Msn::Address, QString>;

QString saidName(const Msn::HistoryEntry &entry, const NameTable &nicknames)
{
    const QString nickname = nicknames.value(entry.sender);
    const QString name = nickname.isEmpty() ? entry.senderName.singleLine() : nickname;
    return name.isEmpty() ? entry.sender.toString() : name;
}

} // namespace

Msn::MakeHistoryWriter ExportWriters::page(
    const HistoryArchives &archives, int archive, const HtmlHistoryLook &look)
{
    NameTable names;
    NameTable nicknames;
    for (const HistoryArchives::Person &person : archives.people()) {
        if (person.peer.archive != archive)
            continue;
        names.insert(person.peer.address, person.name);
        nicknames.insert(person.peer.address, archives.nicknameOf(person.peer));
    }
    const auto peerOf
        = [names](const Msn::HistoryEntry &entry) { return names.value(entry.with, entry.with.toString()); };
    const auto senderOf = [nicknames](const Msn::HistoryEntry &entry) { return saidName(entry, nicknames); };
    return [look, peerOf, senderOf](QIODevice &device) {
        return std::make_unique<HtmlHistoryWriter>(device, look, peerOf, senderOf);
    };
}

Msn::MakeHistoryWriter ExportWriters::text()
{
    return [](QIODevice &device) {
        return std::make_unique<Msn::TextHistoryWriter>(
            device, QTimeZone::systemTimeZone(), [](const Msn::HistoryEntry &entry) {
                return SystemLines::forMessage(Msn::toChatMessage(entry), saidName(entry, {}));
            });
    };
}

Msn::MakeHistoryWriter ExportWriters::json(const HistoryArchives &archives, int archive)
{
    return [account = archives.at(archive).account](
               QIODevice &device) { return std::make_unique<Msn::JsonHistoryWriter>(device, account); };
}

} // namespace Ui
