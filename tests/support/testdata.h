#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Test {

/// Absolute path of a file or folder in tests/data.
QString dataPath(const QString &relativePath);

/// Content of a file in tests/data; ends the test program if it cannot be read.
QByteArray readData(const QString &relativePath);

/// Names without `.txt` of the files in a folder of tests/data, sorted.
QStringList dataNames(const QString &folder);

} // namespace Test
