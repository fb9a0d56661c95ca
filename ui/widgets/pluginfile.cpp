#include "ui/widgets/pluginfile.h"

#include <QCoreApplication>
#include <QDir>

namespace Ui {

QString pluginFile(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath())
        .filePath(QStringLiteral("../lib/swallowtail/%1.so").arg(name));
}

} // namespace Ui
