#include "core/history/import/logreading.h"

namespace Msn {

LogSink::~LogSink() = default;

bool LogSink::beginHistory(const HistoryOwner &)
{
    return true;
}

QString importedText(const QString &text)
{
    QString clean = text.left(maxImportedText);
    // Not half a character at the cut.
    if (clean.size() < text.size() && clean.back().isHighSurrogate())
        clean.chop(1);
    clean.remove(QChar(0));
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return clean.replace(u'\r', u'\n');
}

void MessageLines::begin(const HistoryEntry &entry, LogSink &sink)
{
    end(sink);
    m_entry = entry;
    m_isOpen = true;
}

bool MessageLines::append(const QString &line)
{
    if (!m_isOpen)
        return false;
    if (m_entry.text.size() < maxImportedText)
        m_entry.text += u'\n' + line;
    return true;
}

void MessageLines::end(LogSink &sink)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    while (m_entry.text.endsWith(u'\n'))
        m_entry.text.chop(1);
    m_entry.text = importedText(m_entry.text);
    sink.add(m_entry);
}

} // namespace Msn
