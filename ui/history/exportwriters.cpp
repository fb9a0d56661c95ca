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

QStringList titlesOf(const HistoryArchives &archives, const QList<int> &parts)
{
    QStringList titles;
    for (const int part : parts) {
        const HistoryArchive &archive = archives.at(part);
        //: Above the messages of one of several accounts in an exported file: %1 is its address, %2 its
        //: network.
        titles.append(HistoryArchives::tr("%1 on %2").arg(archive.account.toString(), archive.network));
    }
    return parts.size() > 1 ? titles : QStringList();
}

} // namespace

Msn::MakeHistoryWriter ExportWriters::page(
    const HistoryArchives &archives, const QList<int> &parts, const HtmlHistoryLook &look)
{
    QList<NameTable> names(parts.size());
    QList<NameTable> nicknames(parts.size());
    for (const HistoryArchives::Person &person : archives.people()) {
        const qsizetype part = parts.indexOf(person.peer.archive);
        if (part < 0)
            continue;
        names[part].insert(person.peer.address, person.name);
        nicknames[part].insert(person.peer.address, archives.nicknameOf(person.peer));
    }
    HtmlHistoryLook titled = look;
    titled.parts = titlesOf(archives, parts);
    const auto peerOf = [names](int part, const Msn::HistoryEntry &entry) {
        return names.value(part).value(entry.with, entry.with.toString());
    };
    const auto senderOf = [nicknames](int part, const Msn::HistoryEntry &entry) {
        return saidName(entry, nicknames.value(part));
    };
    return [titled, peerOf, senderOf](QIODevice &device) {
        return std::make_unique<HtmlHistoryWriter>(device, titled, peerOf, senderOf);
    };
}

Msn::MakeHistoryWriter ExportWriters::text(const HistoryArchives &archives, const QList<int> &parts)
{
    const auto words = [](const Msn::HistoryEntry &entry) {
        return SystemLines::forMessage(Msn::toChatMessage(entry), saidName(entry, {}));
    };
    return [words, titles = titlesOf(archives, parts)](QIODevice &device) {
        return std::make_unique<Msn::TextHistoryWriter>(device, QTimeZone::systemTimeZone(), words, titles);
    };
}

Msn::MakeHistoryWriter ExportWriters::json(const HistoryArchives &archives, const QList<int> &parts)
{
    QList<Msn::HistoryOwner> owners;
    for (const int part : parts)
        owners.append({archives.at(part).account, archives.at(part).networkName});
    return [owners](QIODevice &device) { return std::make_unique<Msn::JsonHistoryWriter>(device, owners); };
}

} // namespace Ui
