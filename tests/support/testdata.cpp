#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>

namespace Test {

QString dataPath(const QString &relativePath)
{
    return QStringLiteral(TEST_DATA_DIR) + u'/' + relativePath;
}

QByteArray readData(const QString &relativePath)
{
    QFile file(dataPath(relativePath));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read test data %s", qPrintable(relativePath));
    return file.readAll();
}

QStringList dataNames(const QString &folder)
{
    QStringList names = QDir(dataPath(folder)).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    if (names.isEmpty())
        qFatal("no test data in %s", qPrintable(folder));
    return names;
}

} // namespace Test
