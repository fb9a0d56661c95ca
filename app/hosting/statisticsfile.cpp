#include "app/hosting/statisticsfile.h"

#include "app/hosting/datadirectory.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace App {

namespace {

constexpr std::chrono::seconds interval{2};
/// Whoever reads holds the lock for a moment.
constexpr int readingMs = 100;

using Counts = Msn::ServiceStatistics;

constexpr std::array<std::pair<const char *, qint64 Counts::*>, 8> longCounts{{
    {"signIns", &Counts::signIns},
    {"messages", &Counts::messages},
    {"wrongPasswords", &Counts::wrongPasswords},
    {"postponedLogins", &Counts::postponedLogins},
    {"refusedConnections", &Counts::refusedConnections},
    {"refusedRequests", &Counts::refusedRequests},
    {"slowReaders", &Counts::slowReaders},
    {"changesNotKept", &Counts::changesNotKept},
}};
constexpr std::array<std::pair<const char *, int Counts::*>, 3> shortCounts{{
    {"usersOnline", &Counts::usersOnline},
    {"connections", &Counts::connections},
    {"switchboards", &Counts::switchboards},
}};
constexpr char startedAtKey[] = "startedAt";
constexpr char rateKey[] = "messagesPerSecond";

QString lockPath(const QString &path)
{
    return path + QStringLiteral(".lock");
}

} // namespace

QByteArray encodeStatistics(const StatisticsReport &report)
{
    QJsonObject object{
        {QLatin1String(startedAtKey), report.startedAt.toUTC().toString(Qt::ISODate)},
        {QLatin1String(rateKey), report.messagesPerSecond},
    };
    for (const auto &[name, count] : longCounts)
        object.insert(QLatin1String(name), report.counts.*count);
    for (const auto &[name, count] : shortCounts)
        object.insert(QLatin1String(name), report.counts.*count);
    return QJsonDocument(object).toJson();
}

std::optional<StatisticsReport> parseStatistics(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    StatisticsReport report;
    report.startedAt
        = QDateTime::fromString(object.value(QLatin1String(startedAtKey)).toString(), Qt::ISODate);
    if (!report.startedAt.isValid())
        return std::nullopt;
    report.messagesPerSecond = object.value(QLatin1String(rateKey)).toDouble();
    for (const auto &[name, count] : longCounts)
        report.counts.*count = object.value(QLatin1String(name)).toInteger();
    for (const auto &[name, count] : shortCounts)
        report.counts.*count = object.value(QLatin1String(name)).toInt();
    return report;
}

StatisticsFile::StatisticsFile(const QString &path, Source source, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_lock(lockPath(path))
    , m_source(std::move(source))
{
    m_lock.setStaleLockTime(0); // only if its process is gone
    if (!m_lock.tryLock(readingMs))
        return;
    m_report.startedAt = QDateTime::currentDateTimeUtc();
    m_report.counts.signIns = -1; // unlike anything there is
    write();
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &StatisticsFile::write);
    m_timer.start();
}

StatisticsFile::~StatisticsFile()
{
    if (m_lock.isLocked())
        QFile::remove(m_path);
}

void StatisticsFile::write()
{
    StatisticsReport report{m_source(), m_report.startedAt, 0};
    const double seconds = std::chrono::duration<double>(interval).count();
    report.messagesPerSecond
        = static_cast<double>(report.counts.messages - m_report.counts.messages) / seconds;
    const bool isNews = report.counts != m_report.counts || m_report.messagesPerSecond > 0;
    m_report = report;
    if (isNews)
        (void)writeFile(m_path, encodeStatistics(m_report), true); // the next one may fit
}

std::optional<StatisticsReport> StatisticsFile::read(const QString &path)
{
    QLockFile lock(lockPath(path));
    lock.setStaleLockTime(0);
    if (lock.tryLock(0))
        return std::nullopt;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parseStatistics(file.readAll()) : std::nullopt;
}

} // namespace App
