#include "core/storage/networkcatalog.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace Msn {

namespace {

using ImportCode = NetworkImportError::Code;

constexpr qint64 largestNetworkFile = 256 * 1024;

Expected<KnownNetwork, NetworkImportError> readBytes(
    const QByteArray &bytes, const QString &path, KnownNetwork::Source source)
{
    const auto description = parseNetworkFile(bytes);
    if (!description)
        return Unexpected(NetworkImportError{ImportCode::Invalid, description.error(), path, {}});
    const QJsonObject extras = QJsonDocument::fromJson(bytes).object();
    const QUrl website(extras.value(QLatin1String("website")).toString(), QUrl::StrictMode);
    KnownNetwork network{*description, source, extras.value(QLatin1String("operator")).toString(), {}, {}};
    if (website.scheme() == QLatin1String("https"))
        network.website = website;
    if (source == KnownNetwork::Source::Own)
        network.file = path;
    return network;
}

Expected<KnownNetwork, NetworkImportError> readFile(const QString &path, KnownNetwork::Source source)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(NetworkImportError{ImportCode::CannotRead, {}, path, file.errorString()});
    return readBytes(file.read(largestNetworkFile), path, source);
}

QByteArray encode(const KnownNetwork &network)
{
    QJsonObject object = QJsonDocument::fromJson(encodeNetworkFile(network.description)).object();
    if (!network.operatedBy.isEmpty())
        object.insert(QStringLiteral("operator"), network.operatedBy);
    if (!network.website.isEmpty())
        object.insert(QStringLiteral("website"), network.website.toString());
    return QJsonDocument(object).toJson();
}

bool sameName(const KnownNetwork &network, const QString &name)
{
    return network.description.name.compare(name, Qt::CaseInsensitive) == 0;
}

KnownNetwork demoNetwork()
{
    KnownNetwork demo;
    demo.source = KnownNetwork::Source::Demo;
    demo.description.name = NetworkCatalog::demoName();
    return demo;
}

} // namespace

QString NetworkCatalog::demoName()
{
    return QStringLiteral("demo");
}

NetworkCatalog::NetworkCatalog(const QString &builtInDirectory, const QString &ownDirectory, QObject *parent)
    : QObject(parent)
    , m_builtInDirectory(builtInDirectory)
    , m_ownDirectory(ownDirectory)
    , m_networks{demoNetwork()}
{
    loadDirectory(m_builtInDirectory, KnownNetwork::Source::BuiltIn);
    if (!m_ownDirectory.isEmpty())
        loadDirectory(m_ownDirectory, KnownNetwork::Source::Own);
}

const KnownNetwork *NetworkCatalog::find(const QString &name) const
{
    const auto found = std::find_if(m_networks.begin(), m_networks.end(),
        [&](const KnownNetwork &network) { return sameName(network, name); });
    return found == m_networks.end() ? nullptr : &*found;
}

Expected<KnownNetwork, NetworkImportError> NetworkCatalog::import(const QString &file)
{
    return keep(readFile(file, KnownNetwork::Source::Own));
}

Expected<KnownNetwork, NetworkImportError> NetworkCatalog::importBytes(
    const QByteArray &json, const QString &origin)
{
    return keep(readBytes(json.left(largestNetworkFile), origin, KnownNetwork::Source::Own));
}

Expected<KnownNetwork, NetworkImportError> NetworkCatalog::add(const NetworkDescription &network)
{
    return keep(KnownNetwork{network, KnownNetwork::Source::Own, {}, {}, {}});
}

QByteArray NetworkCatalog::fileOf(const QString &name) const
{
    const KnownNetwork *network = find(name);
    return network && network->source != KnownNetwork::Source::Demo ? encode(*network) : QByteArray();
}

Expected<KnownNetwork, NetworkImportError> NetworkCatalog::keep(
    Expected<KnownNetwork, NetworkImportError> network)
{
    if (!network)
        return network;
    if (network.value().description.name.compare(demoName(), Qt::CaseInsensitive) == 0)
        return Unexpected(NetworkImportError{ImportCode::Invalid,
            {NetworkFileError::Code::BadValue, QStringLiteral("name"), 0}, network.value().file, {}});
    if (const auto stored = store(network.value()); !stored)
        return Unexpected(stored.error());
    put(*network);
    return network;
}

Expected<KnownNetwork, NetworkImportError> NetworkCatalog::useOnce(const QString &file)
{
    auto network = readFile(file, KnownNetwork::Source::Given);
    if (network)
        put(*network);
    return network;
}

void NetworkCatalog::remove(const QString &name)
{
    const KnownNetwork *network = find(name);
    if (!network || network->source != KnownNetwork::Source::Own)
        return;
    const QString removed = network->description.name;
    QFile::remove(network->file);
    m_networks.removeIf([&](const KnownNetwork &other) { return sameName(other, removed); });
    // What it had hidden.
    NetworkCatalog original(m_builtInDirectory, QString());
    const KnownNetwork *hidden = original.find(removed);
    if (hidden && hidden->source == KnownNetwork::Source::BuiltIn)
        m_networks.append(*hidden);
    Q_EMIT changed();
}

void NetworkCatalog::pinCertificate(const QString &name, const QByteArray &sha256)
{
    const KnownNetwork *known = find(name);
    if (!known || known->source == KnownNetwork::Source::Demo)
        return;
    KnownNetwork network = *known;
    network.description.certificateSha256 = sha256;
    network.source = KnownNetwork::Source::Own;
    if (!store(network))
        qCWarning(logStorage) << "The trust in" << name << "lasts for this run only";
    put(network);
}

void NetworkCatalog::loadDirectory(const QString &directory, KnownNetwork::Source source)
{
    const QDir files(directory);
    // No name filter: it would wake the regular-expression engine before the first window.
    const QStringList names = files.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!name.endsWith(QLatin1String(".json")))
            continue;
        const auto network = readFile(files.filePath(name), source);
        if (network)
            put(*network);
        else
            qCWarning(logStorage) << "Not a network file:" << files.filePath(name)
                                  << network.error().parse.key;
    }
}

void NetworkCatalog::put(const KnownNetwork &network)
{
    const auto old = std::find_if(m_networks.begin(), m_networks.end(),
        [&](const KnownNetwork &other) { return sameName(other, network.description.name); });
    if (old != m_networks.end())
        *old = network;
    else
        m_networks.append(network);
    Q_EMIT changed();
}

Expected<void, NetworkImportError> NetworkCatalog::store(KnownNetwork &network)
{
    if (m_ownDirectory.isEmpty())
        return {};
    QDir().mkpath(m_ownDirectory);
    const QString fileName
        = QString::fromLatin1(network.description.name.toLower().toUtf8().toPercentEncoding()).left(120)
        + QStringLiteral(".json");
    network.file = QDir(m_ownDirectory).filePath(fileName);
    QSaveFile file(network.file);
    const QByteArray bytes = encode(network);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Unexpected(NetworkImportError{ImportCode::CannotStore, {}, network.file, file.errorString()});
    return {};
}

} // namespace Msn
