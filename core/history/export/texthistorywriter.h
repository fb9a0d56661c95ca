#pragma once

#include "core/history/export/historywriter.h"

#include <QDate>
#include <QTimeZone>

#include <functional>

namespace Msn {

/// A history for people, UTF-8 text, times as a clock in \p zone shows them:
///     --- bob@example.com, 2005-03-14 ---
///     [00:09:36] Bob: hello
///                on a second line
///     [00:09:40] * what a window would say: Bob sent a nudge
class TextHistoryWriter : public HistoryWriter
{
public:
    /// What a line that is no text says; a sentence, so it comes from outside.
    using Words = std::function<QString(const HistoryEntry &)>;

    TextHistoryWriter(QIODevice &device, const QTimeZone &zone, Words words);

    void begin() override;
    void add(const HistoryEntry &entry) override;
    void end() override;

private:
    void writeHead(const HistoryEntry &entry, const QDate &date);
    QString lineOf(const HistoryEntry &entry) const;

    const QTimeZone m_zone;
    const Words m_words;
    Address m_with;
    QString m_group;
    QDate m_date;
};

} // namespace Msn
