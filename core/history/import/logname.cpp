#include "core/history/import/logname.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace Msn {

namespace {

constexpr std::array commonDomains{
    QLatin1String("hotmail.com"),
    QLatin1String("msn.com"),
    QLatin1String("live.com"),
    QLatin1String("passport.com"),
    QLatin1String("yahoo.com"),
    QLatin1String("gmail.com"),
    QLatin1String("hotmail.co.uk"),
    QLatin1String("hotmail.fr"),
    QLatin1String("hotmail.de"),
    QLatin1String("hotmail.it"),
    QLatin1String("hotmail.es"),
    QLatin1String("hotmail.nl"),
    QLatin1String("hotmail.be"),
    QLatin1String("hotmail.se"),
    QLatin1String("hotmail.com.br"),
    QLatin1String("hotmail.com.ar"),
    QLatin1String("live.co.uk"),
    QLatin1String("live.fr"),
    QLatin1String("live.de"),
    QLatin1String("live.it"),
    QLatin1String("live.nl"),
    QLatin1String("live.be"),
    QLatin1String("live.com.mx"),
    QLatin1String("live.com.ar"),
    QLatin1String("live.com.pt"),
    QLatin1String("live.se"),
    QLatin1String("live.dk"),
    QLatin1String("live.no"),
    QLatin1String("live.ca"),
    QLatin1String("live.com.au"),
    QLatin1String("live.cn"),
    QLatin1String("windowslive.com"),
    QLatin1String("outlook.com"),
    QLatin1String("yahoo.co.uk"),
    QLatin1String("yahoo.fr"),
    QLatin1String("yahoo.es"),
    QLatin1String("yahoo.com.br"),
    QLatin1String("wanadoo.fr"),
    QLatin1String("web.de"),
    QLatin1String("gmx.de"),
    QLatin1String("qq.com"),
    QLatin1String("163.com"),
    QLatin1String("example.com"),
    QLatin1String("example.net"),
};

constexpr qsizetype maxNumberDigits = 10;

/// \p local followed by \p number, if an address is known or likely that gives them.
Address addressFor(const QString &local, quint32 number, const QList<Address> &known)
{
    for (const Address &address : known) {
        if (address.localPart().compare(local, Qt::CaseInsensitive) == 0 && logNumberOf(address) == number)
            return address;
    }
    for (const QLatin1String domain : commonDomains) {
        const Address address(local + u'@' + domain);
        if (logNumberOf(address) == number)
            return address;
    }
    return {};
}

/// The local part may end in digits of its own: every place is tried.
Address shortenedAddress(const QString &name, const QList<Address> &known)
{
    qsizetype digits = 0;
    while (digits < name.size() && name.at(name.size() - 1 - digits).isDigit())
        ++digits;
    for (qsizetype length = std::min(digits, maxNumberDigits); length > 0; --length) {
        bool ok = false;
        const quint32 number = QStringView(name).last(length).toUInt(&ok);
        const QString local = name.chopped(length);
        const Address address = ok && !local.isEmpty() ? addressFor(local, number, known) : Address();
        if (!address.isEmpty())
            return address;
    }
    return {};
}

/// Without what a program appends to tell several files of one person apart: `bob@example.com.1.xml`.
QString withoutSuffixes(const QString &name)
{
    static const QRegularExpression suffix(QStringLiteral("(\\.[0-9]{1,4})?\\.(log|txt|html?|xml|chat|db)$"),
        QRegularExpression::CaseInsensitiveOption);
    QString shortened = name;
    return shortened.remove(suffix);
}

} // namespace

quint32 logNumberOf(const Address &address)
{
    quint32 number = 0;
    const QByteArray key = address.key().toUtf8();
    for (const char byte : key)
        number = number * 101 + static_cast<uchar>(byte);
    return number;
}

Address addressOfLogName(const QString &name, const QList<Address> &known)
{
    const Address plain(QUrl::fromPercentEncoding(name.toUtf8()));
    return plain.isValid() ? plain : shortenedAddress(name, known);
}

Address peerOfLogPath(const QString &path, const Address &account, const QList<Address> &known)
{
    const Address address = addressOfLogName(withoutSuffixes(path.section(u'/', -1)), known);
    return address == account ? Address() : address;
}

std::optional<LogStart> startOfLogName(const QString &name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})\\.(\\d{6})(?:([+-])(\\d{2})(\\d{2}))?[A-Za-z0-9 .()_-]*$"));
    const auto match = pattern.match(name.section(u'/', -1));
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), QStringLiteral("hhmmss"));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    LogStart start;
    start.hasOffset = match.hasCaptured(3);
    const int seconds = match.captured(4).toInt() * 3600 + match.captured(5).toInt() * 60;
    if (seconds > 14 * 3600)
        return std::nullopt;
    start.offsetSeconds = match.captured(3) == u"-" ? -seconds : seconds;
    start.time = start.hasOffset ? QDateTime(date, time, Qt::OffsetFromUTC, start.offsetSeconds)
                                 : QDateTime(date, time, Qt::UTC);
    return start;
}

} // namespace Msn
