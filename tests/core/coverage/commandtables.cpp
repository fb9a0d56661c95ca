#include "tests/core/coverage/coveragetable.h"

#include "core/protocol/verb.h"

#include <algorithm>
#include <array>

namespace {

using Msn::VerbDirection;
using Msn::VerbRow;

constexpr int firstVersion = 8;
constexpr int lastVersion = 10;

enum class Way { ToServer, ToClient };
constexpr auto up = Way::ToServer;
constexpr auto down = Way::ToClient;
constexpr auto ns = VerbRow::Notification;
constexpr auto sb = VerbRow::Switchboard;
constexpr auto client = Test::Ours::Client;
constexpr auto service = Test::Ours::Service;
constexpr auto both = Test::Ours::Both;

struct Family
{
    const char *title;
    const char *verbs;
};

/// A verb that stands nowhere here lands in a table of its own at the end.
const Family families[] = {
    {"Signing in and out", "VER CVR USR INF XFR OUT"},
    {"Keep-alive and challenges", "PNG QNG CHL QRY"},
    {"The contact list as a whole", "SYN LSG LST GTC BLP PRP BPR"},
    {"Changes to lists and groups", "ADD ADC REM REA SBP ADG REG RMG"},
    {"Presence", "CHG ILN NLN FLN"},
    {"Mail, invitations, alerts, pages", "URL SDC SND FND IMS NOT IPG PAG PGD"},
    {"Conversations", "RNG ANS CAL IRO JOI BYE MSG ACK NAK"},
};

/// A verb that says different things is shown in each form; without one it is shown as it comes.
struct Form
{
    const char *verb;
    Way way;
    unsigned server;
    const char *tokens; ///< behind the verb
    int first = firstVersion;
    int last = lastVersion;
};

const Form forms[] = {
    {"USR", up, ns, "TWN I *"},
    {"USR", up, ns, "TWN S *"},
    {"USR", up, sb, "* *"},
    {"USR", down, ns, "TWN S *"},
    {"USR", down, ns, "OK * * * *", 8, 9},
    {"USR", down, ns, "OK * * *", 10, 10},
    {"USR", down, sb, "OK * *"},
    {"XFR", up, ns, "SB"},
    {"XFR", down, ns, "NS * * *"},
    {"XFR", down, ns, "SB * CKI *"},
    {"OUT", down, ns, ""},
    {"OUT", down, ns, "OTH"},
    {"OUT", down, ns, "SSD"},
    {"OUT", down, ns, "MIG", 10, 10},
    {"OUT", down, ns, "TOU", 10, 10},
    {"SYN", up, ns, "*", 8, 9},
    {"SYN", up, ns, "* *", 10, 10},
    {"SYN", down, ns, "*", 8, 9},
    {"SYN", down, ns, "* * *", 8, 9},
    {"SYN", down, ns, "* *", 10, 10},
    {"SYN", down, ns, "* * * *", 10, 10},
    {"LSG", down, ns, "* * *", 8, 9},
    {"LSG", down, ns, "* *", 10, 10},
    {"LST", down, ns, "* * * ..", 8, 9},
    {"LST", down, ns, "N= ..", 10, 10},
    {"GTC", up, ns, "A"},
    {"GTC", up, ns, "N"},
    {"GTC", down, ns, "A"},
    {"GTC", down, ns, "N"},
    {"GTC", down, ns, "* A", 8, 9},
    {"GTC", down, ns, "* N", 8, 9},
    {"BLP", up, ns, "AL"},
    {"BLP", up, ns, "BL"},
    {"BLP", down, ns, "AL"},
    {"BLP", down, ns, "BL"},
    {"BLP", down, ns, "* AL", 8, 9},
    {"BLP", down, ns, "* BL", 8, 9},
    {"PRP", up, ns, "PHH *"},
    {"PRP", up, ns, "PHH"},
    {"PRP", up, ns, "PHW *"},
    {"PRP", up, ns, "PHM *"},
    {"PRP", up, ns, "MOB Y"},
    {"PRP", up, ns, "MBE Y"},
    {"PRP", up, ns, "MFN *", 10, 10},
    {"PRP", down, ns, "PHH *"},
    {"PRP", down, ns, "* PHH *", 8, 9},
    {"PRP", down, ns, "* PHH", 8, 9},
    {"PRP", down, ns, "PHH", 10, 10},
    {"PRP", down, ns, "MFN *", 10, 10},
    {"BPR", down, ns, "PHH *"},
    {"BPR", down, ns, "MOB Y"},
    {"BPR", down, ns, "* * PHH *", 8, 9},
    {"BPR", down, ns, "* * MOB N", 8, 9},
    {"BPR", down, ns, "* PHH *", 10, 10},
    {"BPR", down, ns, "* MOB N", 10, 10},
    {"ADD", up, ns, "FL * * ..", 8, 9},
    {"ADD", up, ns, "AL * *", 8, 9},
    {"ADD", up, ns, "BL * *", 8, 9},
    {"ADD", down, ns, "FL * * * ..", 8, 9},
    {"ADD", down, ns, "AL * * *", 8, 9},
    {"ADD", down, ns, "BL * * *", 8, 9},
    {"ADD", down, ns, "RL * * *", 8, 9},
    {"ADC", up, ns, "FL N= F=", 10, 10},
    {"ADC", up, ns, "FL C= *", 10, 10},
    {"ADC", up, ns, "AL N=", 10, 10},
    {"ADC", up, ns, "BL N=", 10, 10},
    {"ADC", down, ns, "FL N= F= C=", 10, 10},
    {"ADC", down, ns, "FL C= *", 10, 10},
    {"ADC", down, ns, "AL N=", 10, 10},
    {"ADC", down, ns, "BL N=", 10, 10},
    {"ADC", down, ns, "RL N= F=", 10, 10},
    {"REM", up, ns, "FL *"},
    {"REM", up, ns, "FL * *"},
    {"REM", up, ns, "AL *"},
    {"REM", up, ns, "BL *"},
    {"REM", up, ns, "PL *", 10, 10},
    {"REM", down, ns, "FL * *", 8, 9},
    {"REM", down, ns, "FL * * *", 8, 9},
    {"REM", down, ns, "AL * *", 8, 9},
    {"REM", down, ns, "BL * *", 8, 9},
    {"REM", down, ns, "RL * *", 8, 9},
    {"REM", down, ns, "FL *", 10, 10},
    {"REM", down, ns, "FL * *", 10, 10},
    {"REM", down, ns, "AL *", 10, 10},
    {"REM", down, ns, "BL *", 10, 10},
    {"REM", down, ns, "PL *", 10, 10},
    {"REM", down, ns, "RL *", 10, 10},
    {"CHG", up, ns, "NLN * .."},
    {"CHG", up, ns, "BSY * .."},
    {"CHG", up, ns, "IDL * .."},
    {"CHG", up, ns, "BRB * .."},
    {"CHG", up, ns, "AWY * .."},
    {"CHG", up, ns, "PHN * .."},
    {"CHG", up, ns, "LUN * .."},
    {"CHG", up, ns, "HDN * .."},
    {"NLN", down, ns, "NLN * * * .."},
    {"NLN", down, ns, "BSY * * * .."},
    {"NLN", down, ns, "IDL * * * .."},
    {"NLN", down, ns, "BRB * * * .."},
    {"NLN", down, ns, "AWY * * * .."},
    {"NLN", down, ns, "PHN * * * .."},
    {"NLN", down, ns, "LUN * * * .."},
    {"BYE", down, sb, "*"},
    {"BYE", down, sb, "* *"},
    {"MSG", up, sb, "U .."},
    {"MSG", up, sb, "N .."},
    {"MSG", up, sb, "A .."},
    {"MSG", up, sb, "D ..", 9, 10},
};

/// What does not exist on one of our sides, and why.
struct Absence
{
    const char *verb;
    Way way;
    unsigned server;
    Test::Ours ours;
    const char *why;
    const char *tokens = nullptr; ///< this form alone
};

const Absence absences[] = {
    {"MSG", up, ns, client, "a message to the notification server ends the connection"},
    {"LST", up, ns, client, "dead as a request since 2003; SYN brings the list"},
    {"LSG", up, ns, client, "dead as a request since 2003; SYN brings the groups"},
    {"FND", up, ns, client, "the directory was closed before MSNP8"},
    {"FND", down, ns, both, "never answered with anything but 502"},
    {"SND", up, ns, client, "SDC has taken its place"},
    {"SND", down, ns, client, "never asked for"},
    {"IMS", up, ns, client, "nothing a person could want to switch off"},
    {"IMS", down, ns, client, "never asked for"},
    {"PAG", up, ns, client, "breaks the framing of third-party servers; no pages are sent"},
    {"PAG", down, ns, both, "answered with error numbers alone"},
    {"PGD", up, ns, client, "breaks the framing of third-party servers; no pages are sent"},
    {"PGD", down, ns, both, "answered with error numbers alone"},
    {"IPG", down, ns, service, "the service is not joined to a telephone network"},
    {"OUT", down, sb, service, "the service leaves a switchboard by closing it"},
    {"OUT", down, ns, service, "the service always says why", ""},
    {"OUT", down, ns, service, "the service has one notification server: nowhere to move to", "MIG"},
    {"OUT", down, ns, service, "the service has no terms of use", "TOU"},
};

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QByteArray patternFor(const VerbRow &verb, Way way, unsigned server, int version, const char *tokens)
{
    QByteArray pattern = way == up ? "> " : "< ";
    pattern += server == sb ? "SB " : "NS ";
    pattern += QByteArray::number(version) + ' ' + verb.name;
    return *tokens ? pattern + ' ' + tokens : pattern;
}

QString absenceOf(const VerbRow &verb, Way way, unsigned server, Test::Ours ours, const char *tokens)
{
    for (const Absence &absence : absences) {
        if (qstrcmp(absence.verb, verb.name) == 0 && absence.way == way && absence.server == server
            && (absence.ours == ours || absence.ours == both)
            && (!absence.tokens || qstrcmp(absence.tokens, tokens) == 0))
            return text(absence.why);
    }
    return {};
}

struct Kind
{
    const VerbRow &verb;
    Way way;
    unsigned server;
    const char *tokens;
    int first;
    int last;
};

CoverageRow rowFor(const Kind &kind, Test::Ours ours)
{
    QString label = text(kind.verb.name) + u' ' + text(qstrcmp(kind.tokens, "..") == 0 ? "" : kind.tokens);
    CoverageRow row;
    row.labels = {
        QStringLiteral("`%1`").arg(label.trimmed().replace(QStringLiteral(".."), QStringLiteral("\u2026"))),
        text(kind.way == up ? "to the " : "from the ")
            + text(kind.server == sb ? "switchboard" : "notification server"),
        text(ours == client ? "client" : "service")};
    const QString absence = absenceOf(kind.verb, kind.way, kind.server, ours, kind.tokens);
    for (int version = firstVersion; version <= lastVersion; ++version) {
        if (version < kind.first || version > kind.last)
            row.cells.append(std::nullopt);
        else
            row.cells.append(CoverageCell{
                ours, patternFor(kind.verb, kind.way, kind.server, version, kind.tokens), absence});
    }
    return row;
}

QList<Kind> kindsOf(const VerbRow &verb, Way way, unsigned server)
{
    QList<Kind> kinds;
    for (const Form &form : forms) {
        if (qstrcmp(form.verb, verb.name) == 0 && form.way == way && form.server == server)
            kinds.append({verb, way, server, form.tokens, form.first, form.last});
    }
    if (kinds.isEmpty())
        kinds.append({verb, way, server, "..", verb.firstVersion, verb.lastVersion});
    return kinds;
}

void appendRows(CoverageTable &table, const VerbRow &verb)
{
    for (const unsigned server : {unsigned(ns), unsigned(sb)}) {
        for (const Way way : {up, down}) {
            const VerbDirection &direction = way == up ? verb.fromClient : verb.fromServer;
            if (!(verb.servers & server) || direction.use == VerbDirection::Use::Never)
                continue;
            for (const Kind &kind : kindsOf(verb, way, server)) {
                table.rows.append(rowFor(kind, client));
                table.rows.append(rowFor(kind, service));
            }
        }
    }
}

bool isOurs(const VerbRow &verb)
{
    return verb.firstVersion <= lastVersion && verb.lastVersion >= firstVersion;
}

CoverageTable emptyTable(const char *title)
{
    return {text(title), {},
        {QStringLiteral("Command"), QStringLiteral("Direction"), QStringLiteral("Shown of the")},
        {QStringLiteral("MSNP8"), QStringLiteral("MSNP9"), QStringLiteral("MSNP10")}, {}};
}

} // namespace

QList<CoverageTable> commandTables()
{
    QList<CoverageTable> tables;
    QByteArrayList done;
    for (const Family &family : families) {
        tables.append(emptyTable(family.title));
        const QByteArrayList names = QByteArray(family.verbs).split(' ');
        for (const QByteArray &name : names) {
            const VerbRow *verb = Msn::findVerb(name);
            if (verb && isOurs(*verb))
                appendRows(tables.last(), *verb);
        }
        done += names;
    }
    CoverageTable others = emptyTable("Other commands");
    for (const VerbRow &verb : Msn::verbTable()) {
        if (isOurs(verb) && !done.contains(verb.name))
            appendRows(others, verb);
    }
    if (!others.rows.isEmpty())
        tables.append(others);
    return tables;
}

QStringList verbsOfOtherVersions()
{
    QStringList names;
    for (const VerbRow &verb : Msn::verbTable()) {
        if (!isOurs(verb))
            names.append(text(verb.name));
    }
    return names;
}
