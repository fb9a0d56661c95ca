#include "core/base/passwordgenerator.h"

#include <QRandomGenerator>

namespace Msn {

namespace {

constexpr char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int letterCount = sizeof letters - 1;
/// The official clients cut longer ones off.
constexpr int passwordLength = 16;

} // namespace

QString generatePassword()
{
    QString password;
    for (int i = 0; i < passwordLength; ++i)
        password += QLatin1Char(letters[QRandomGenerator::system()->bounded(letterCount)]);
    return password;
}

} // namespace Msn
