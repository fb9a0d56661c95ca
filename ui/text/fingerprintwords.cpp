#include "ui/text/fingerprintwords.h"

#include "core/base/spokenwords.h"

#include <algorithm>

namespace Ui {

namespace {

constexpr qsizetype shownBytes = 8;

} // namespace

QStringList fingerprintWords(const QByteArray &digest)
{
    QStringList result;
    for (qsizetype i = 0; i < std::min(shownBytes, digest.size()); ++i)
        result.append(QLatin1String(Msn::spokenWords()[static_cast<unsigned char>(digest.at(i))]));
    return result;
}

} // namespace Ui
