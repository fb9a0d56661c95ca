#include "app/service/carearguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace App {

namespace {

struct CareArgumentsText
{
    Q_DECLARE_TR_FUNCTIONS(App::CareArguments)
};

const QString askOption = QStringLiteral("ask");
const QString filesOption = QStringLiteral("files");
const QString quietOption = QStringLiteral("quiet");
const QString approveOption = QStringLiteral("approve");
const QString refuseOption = QStringLiteral("refuse");
const QString noWord = QStringLiteral("no");

QCommandLineOption careOption(const QString &name, const char *valueName)
{
    return {name, {}, QLatin1String(valueName)};
}

UsageError wrongValue(const QString &option, const QString &value)
{
    return {CareArgumentsText::tr("--%1 cannot be \"%2\".").arg(option, value)};
}

/// False if what is given is neither yes nor no.
bool readSwitch(const QCommandLineParser &parser, const QString &option, std::optional<bool> &value)
{
    if (!parser.isSet(option))
        return true;
    const QString word = parser.value(option);
    value = word == QLatin1String("yes");
    return *value || word == noWord;
}

/// `21:00-07:00`, or `no`.
bool readQuiet(const QCommandLineParser &parser, CareArguments &care)
{
    if (!parser.isSet(quietOption))
        return true;
    care.setsQuiet = true;
    const QString word = parser.value(quietOption);
    if (word == noWord)
        return true;
    const QStringList edges = word.split(QLatin1Char('-'));
    const auto time = [&edges](qsizetype index) {
        return QTime::fromString(edges.value(index), QStringLiteral("HH:mm"));
    };
    care.quiet = Msn::QuietHours{time(0), time(1)};
    return edges.size() == 2 && care.quiet->from.isValid() && care.quiet->until.isValid();
}

/// The first of \p words that is no address; the others are in \p people.
std::optional<QString> readPeople(const QStringList &words, QList<Msn::Address> &people)
{
    for (const QString &word : words) {
        people.append(Msn::Address(word));
        if (!people.constLast().isValid())
            return word;
    }
    return std::nullopt;
}

} // namespace

CommandLine parseCare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({careOption(QStringLiteral("data"), "DIR"), careOption(askOption, "yes|no"),
        careOption(quietOption, "HH:MM-HH:MM|no"), careOption(filesOption, "yes|no"),
        careOption(approveOption, "ADDRESS"), careOption(refuseOption, "ADDRESS")});
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    CareArguments care;
    care.dataPath = parser.value(QStringLiteral("data"));
    care.address = Msn::Address(parser.positionalArguments().value(1));
    if (!care.address.isValid() || parser.positionalArguments().size() > 2)
        return UsageError{CareArgumentsText::tr("Say which address, and only one.")};
    if (!readSwitch(parser, askOption, care.asks))
        return wrongValue(askOption, parser.value(askOption));
    if (!readSwitch(parser, filesOption, care.takesFiles))
        return wrongValue(filesOption, parser.value(filesOption));
    if (!readQuiet(parser, care))
        return wrongValue(quietOption, parser.value(quietOption));
    if (const auto word = readPeople(parser.values(approveOption), care.approved))
        return wrongValue(approveOption, *word);
    if (const auto word = readPeople(parser.values(refuseOption), care.refused))
        return wrongValue(refuseOption, *word);
    return care;
}

} // namespace App
