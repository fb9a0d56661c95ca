#include "core/storage/settings.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace Msn {

namespace {

constexpr int writeDelayMs = 300;
constexpr qint64 largestSettingsFile = 4 * 1024 * 1024;

QJsonValue toJson(bool value)
{
    return value;
}
QJsonValue toJson(int value)
{
    return value;
}
QJsonValue toJson(const QString &value)
{
    return value;
}
QJsonValue toJson(const QByteArray &value)
{
    return QString::fromLatin1(value.toBase64());
}
QJsonValue toJson(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

/// A value of the wrong type, as after editing by hand, counts as not set.
bool fromJson(const QJsonValue &json, bool fallback)
{
    return json.toBool(fallback);
}
int fromJson(const QJsonValue &json, int fallback)
{
    return json.toInt(fallback);
}
QString fromJson(const QJsonValue &json, const QString &fallback)
{
    return json.toString(fallback);
}

QByteArray fromJson(const QJsonValue &json, const QByteArray &fallback)
{
    return json.isString() ? QByteArray::fromBase64(json.toString().toLatin1()) : fallback;
}

QStringList fromJson(const QJsonValue &json, const QStringList &fallback)
{
    if (!json.isArray())
        return fallback;
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const auto &entry : array)
        list.append(entry.toString());
    return list;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writeDelayMs);
    connect(&m_writeTimer, &QTimer::timeout, this, &Settings::flush);
    load();
}

Settings::~Settings()
{
    flush();
}

template <typename T>
T Settings::value(const SettingKey<T> &key) const
{
    return fromJson(m_values.value(QLatin1String(key.name)), key.fallback);
}

template <typename T>
void Settings::setValue(const SettingKey<T> &key, const T &value)
{
    setJson(QLatin1String(key.name), toJson(value));
}

template bool Settings::value(const SettingKey<bool> &) const;
template int Settings::value(const SettingKey<int> &) const;
template QString Settings::value(const SettingKey<QString> &) const;
template QByteArray Settings::value(const SettingKey<QByteArray> &) const;
template QStringList Settings::value(const SettingKey<QStringList> &) const;
template void Settings::setValue(const SettingKey<bool> &, const bool &);
template void Settings::setValue(const SettingKey<int> &, const int &);
template void Settings::setValue(const SettingKey<QString> &, const QString &);
template void Settings::setValue(const SettingKey<QByteArray> &, const QByteArray &);
template void Settings::setValue(const SettingKey<QStringList> &, const QStringList &);

void Settings::setJson(const QString &name, const QJsonValue &value)
{
    if (m_values.value(name) == value)
        return;
    m_values.insert(name, value);
    m_dirty = true;
    m_writeTimer.start();
    Q_EMIT changed(name);
}

bool Settings::flush()
{
    m_writeTimer.stop();
    if (!m_dirty || m_file.isEmpty())
        return true;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray bytes = QJsonDocument(m_values).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        qCWarning(logStorage) << "Settings not written:" << file.errorString();
        Q_EMIT writeFailed(Error{ErrorCode::StorageFailed, 0, m_file, file.errorString(), {}, {}});
        return false;
    }
    m_dirty = false;
    return true;
}

void Settings::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument document
        = file.size() > largestSettingsFile ? QJsonDocument() : QJsonDocument::fromJson(file.readAll());
    if (document.isObject())
        m_values = document.object();
    else
        setAside();
}

void Settings::setAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = m_file + QStringLiteral(".broken-") + stamp;
    if (!QFile::rename(m_file, aside))
        qCWarning(logStorage) << "A broken settings file could not be put aside:" << m_file;
    m_brokenFile = aside;
}

} // namespace Msn
