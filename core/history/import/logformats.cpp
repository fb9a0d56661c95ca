#include "core/history/import/logformats.h"

#include "core/history/import/amsnlog.h"
#include "core/history/import/jsonlog.h"
#include "core/history/import/kmesslog.h"
#include "core/history/import/messengerxml.h"
#include "core/history/import/pidginlog.h"
#include "core/history/import/plushtml.h"
#include "core/history/import/plustext.h"
#include "core/history/import/textchunks.h"

#include <algorithm>

namespace Msn {

QList<LogFormat> textLogFormats()
{
    const QString none;
    return {
        {LogProgram::Own, isJsonLog, none, readJsonLog, true},
        {LogProgram::MessengerXml, isMessengerXml, none, readMessengerXml},
        {LogProgram::Kmess, isKmessLog, none, readKmessLog},
        {LogProgram::PlusHtml, isPlusHtml, none, readPlusHtml},
        {LogProgram::PidginHtml, isPidginHtml, none, readPidginHtml},
        {LogProgram::PidginText, isPidginText, none, readPidginText},
        {LogProgram::Amsn, isAmsnLog, none, readAmsnLog},
        {LogProgram::PlusText, isPlusText, none, readPlusText},
    };
}

const LogFormat *formatOfLog(
    const QList<LogFormat> &formats, const QByteArray &beginning, const QString &path)
{
    const QString text = decodeBeginning(beginning);
    const auto byContent = std::find_if(
        formats.cbegin(), formats.cend(), [&](const LogFormat &format) { return format.isContent(text); });
    if (byContent != formats.cend())
        return &*byContent;
    const auto byName = std::find_if(formats.cbegin(), formats.cend(), [&](const LogFormat &format) {
        return !format.suffix.isEmpty() && path.endsWith(format.suffix, Qt::CaseInsensitive);
    });
    return byName == formats.cend() ? nullptr : &*byName;
}

} // namespace Msn
