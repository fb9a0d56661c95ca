#include "app/service/picturearguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace App {

namespace {

struct PictureArgumentsText
{
    Q_DECLARE_TR_FUNCTIONS(App::PictureArguments)
};

} // namespace

CommandLine parsePicture(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("data"), {}, QStringLiteral("DIR")});
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    const QStringList words = parser.positionalArguments();
    PictureArguments picture{parser.value(QStringLiteral("data")), Msn::Address(words.value(1)), {}};
    if (!picture.address.isValid())
        return UsageError{PictureArgumentsText::tr("Say which address.")};
    if (words.size() != 3)
        return UsageError{PictureArgumentsText::tr("Say which file, and only one, or none.")};
    if (words[2] != QLatin1String("none"))
        picture.file = words[2];
    return picture;
}

} // namespace App
