#include "app/service/picturecommand.h"

#include "app/service/accountaccess.h"
#include "app/service/console.h"
#include "core/protocol/servermessage.h"
#include "core/service/store/givenpicture.h"

#include <QCoreApplication>
#include <QFile>

namespace App {

namespace {

struct PictureCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::PictureCommand)
};

QString describeFault(Msn::PictureFault fault, const QString &file)
{
    constexpr int bytesPerKib = 1024;
    switch (fault) {
    case Msn::PictureFault::NotPng:
        return PictureCommandText::tr("%1 is not a PNG. Give one.").arg(file);
    case Msn::PictureFault::TooLarge:
        return PictureCommandText::tr("%1 is too large. Make it %2 pixels wide and high at most.")
            .arg(file)
            .arg(Msn::maxGivenPictureSide);
    case Msn::PictureFault::TooManyBytes:
        return PictureCommandText::tr("%1 is too large. Make it a file of %2 KiB at most.")
            .arg(file)
            .arg(Msn::maxGivenPictureBytes / bytesPerKib);
    case Msn::PictureFault::None:
        break;
    }
    return {};
}

/// The file, or a byte more than it may have of a larger one; what is wrong with it otherwise.
Msn::Expected<QByteArray, QString> readPicture(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Msn::Unexpected(
            PictureCommandText::tr("%1 cannot be read. Check its name, and who may use it.").arg(name));
    const QByteArray png = file.read(Msn::maxGivenPictureBytes + 1);
    const Msn::PictureFault fault = png.isEmpty() ? Msn::PictureFault::NotPng : Msn::pictureFault(png);
    if (fault != Msn::PictureFault::None)
        return Msn::Unexpected(describeFault(fault, name));
    return png;
}

} // namespace

int runPictureCommand(const PictureArguments &arguments)
{
    const auto png = arguments.file.isEmpty() ? Msn::Expected<QByteArray, QString>(QByteArray())
                                              : readPicture(arguments.file);
    if (!png)
        return failed(png.error());
    return runOnAccounts(arguments.dataPath, [&](Msn::AccountStore &store) {
        if (!store.account(arguments.address))
            return failed(
                PictureCommandText::tr("There is no account %1.").arg(arguments.address.toString()));
        const auto given = Msn::givePicture(store, arguments.address, *png);
        return given ? keepChanges(store) : failed(describe(given.error()));
    });
}

} // namespace App
