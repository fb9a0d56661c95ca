#include "ui/text/statustext.h"

#include <algorithm>
#include <array>

namespace Ui {

using Msn::Status;

namespace {

struct CommandLineWord
{
    const char *word;
    Status status;
};

constexpr std::array statusWords{
    CommandLineWord{"online", Status::Online},
    CommandLineWord{"busy", Status::Busy},
    CommandLineWord{"idle", Status::Idle},
    CommandLineWord{"brb", Status::BeRightBack},
    CommandLineWord{"away", Status::Away},
    CommandLineWord{"phone", Status::OnThePhone},
    CommandLineWord{"lunch", Status::OutToLunch},
    CommandLineWord{"hidden", Status::Hidden},
};

} // namespace

QString StatusText::name(Status status)
{
    switch (status) {
    case Status::Online:
        return tr("Online");
    case Status::Busy:
        return tr("Busy");
    case Status::BeRightBack:
        return tr("Be right back");
    case Status::Away:
        return tr("Away");
    case Status::OnThePhone:
        return tr("On the phone");
    case Status::OutToLunch:
        return tr("Out to lunch");
    case Status::Idle:
        return tr("Idle");
    case Status::Hidden:
        return tr("Appear offline");
    case Status::Offline:
        break;
    }
    return tr("Offline");
}

QString StatusText::menuEntry(Status status)
{
    switch (status) {
    case Status::Online:
        return tr("&Online");
    case Status::Busy:
        return tr("&Busy");
    case Status::BeRightBack:
        return tr("Be &right back");
    case Status::Away:
        return tr("&Away");
    case Status::OnThePhone:
        return tr("On the &phone");
    case Status::OutToLunch:
        return tr("Out to &lunch");
    case Status::Hidden:
        return tr("Appear o&ffline");
    case Status::Idle:
    case Status::Offline:
        break;
    }
    return name(status);
}

QList<Status> StatusText::choosable()
{
    return {Status::Online, Status::Busy, Status::BeRightBack, Status::Away, Status::OnThePhone,
        Status::OutToLunch, Status::Hidden};
}

std::optional<Status> StatusText::fromCommandLine(const QString &word)
{
    const auto found
        = std::find_if(statusWords.begin(), statusWords.end(), [&](const CommandLineWord &candidate) {
              return word.compare(QLatin1String(candidate.word), Qt::CaseInsensitive) == 0;
          });
    return found == statusWords.end() ? std::nullopt : std::optional(found->status);
}

QStringList StatusText::commandLineWords()
{
    QStringList list;
    for (const CommandLineWord &word : statusWords)
        list.append(QLatin1String(word.word));
    return list;
}

} // namespace Ui
