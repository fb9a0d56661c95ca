#include "ui/text/networktext.h"

#include <QFileInfo>

namespace Ui {

using Msn::KnownNetwork;
using Msn::NetworkCatalog;

QString NetworkText::name(const KnownNetwork &network)
{
    return network.source == KnownNetwork::Source::Demo ? tr("This computer (demo)")
                                                        : network.description.name;
}

QString NetworkText::name(const NetworkCatalog &networks, const QString &name)
{
    const KnownNetwork *known = networks.find(name);
    return known ? NetworkText::name(*known) : name;
}

QString NetworkText::operatedBy(const KnownNetwork &network)
{
    if (network.source == KnownNetwork::Source::Demo)
        return tr("Runs inside this program, for trying it out. Nothing leaves this computer.");
    //: %1 is a person or group, as they call themselves.
    return network.operatedBy.isEmpty() ? QString() : tr("Run by: %1").arg(network.operatedBy);
}

QString NetworkText::toolTip(const KnownNetwork &network)
{
    QString lines;
    for (const QString &line : {name(network), operatedBy(network)}) {
        // Never as markup: a stranger may have written it.
        if (!line.isEmpty())
            lines += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    }
    return lines;
}

ErrorWords NetworkText::linkError(const Msn::NetworkFileError &error)
{
    return {tr("This link leads to no network."), tr("Ask whoever gave it to you for a new one."), error.key};
}

ErrorWords NetworkText::importError(const Msn::NetworkImportError &error)
{
    using Code = Msn::NetworkImportError::Code;
    const QString file = QFileInfo(error.file).fileName();
    if (error.code == Code::CannotRead)
        return {tr("The file “%1” could not be read.").arg(file),
            tr("Check that it exists and that you may read it."), error.detail};
    if (error.code == Code::CannotStore)
        return {tr("The network could not be kept in your profile."),
            tr("Check that the disk has room and that you may write there."), error.detail};

    const QString remedy = tr("Ask whoever gave it to you for a new one.");
    switch (error.parse.code) {
    case Msn::NetworkFileError::Code::NotJson:
        return {tr("“%1” is not a network file.").arg(file), remedy,
            tr("%1, at byte %2").arg(error.parse.key).arg(error.parse.offset)};
    case Msn::NetworkFileError::Code::MissingKey:
        return {tr("The network file “%1” lacks the key “%2”.").arg(file, error.parse.key), remedy, {}};
    case Msn::NetworkFileError::Code::BadValue:
        break;
    }
    return {tr("The network file “%1” has a value that cannot be used under the key “%2”.")
                .arg(file, error.parse.key),
        remedy, {}};
}

} // namespace Ui
