#include "core/base/passwordgenerator.h"

#include "core/base/spokenwords.h"

#include <QRandomGenerator>
#include <QStringList>

namespace Msn {

namespace {

constexpr char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr int letterCount = sizeof letters - 1;
/// The official clients cut longer ones off.
constexpr int passwordLength = 16;
constexpr int phraseLength = 4;

} // namespace

QString generatePassword()
{
    QString password;
    for (int i = 0; i < passwordLength; ++i)
        password += QLatin1Char(letters[QRandomGenerator::system()->bounded(letterCount)]);
    return password;
}

QString generatePassphrase()
{
    const auto words = spokenWords();
    QStringList phrase;
    for (int i = 0; i < phraseLength; ++i) {
        const quint32 chosen = QRandomGenerator::system()->bounded(static_cast<quint32>(words.size()));
        phrase.append(QLatin1String(words[chosen]));
    }
    return phrase.join(QLatin1Char('-'));
}

} // namespace Msn
