#pragma once

#include "core/history/export/historywriter.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <functional>

namespace Msn {

/// A history for people, UTF-8 text, times as a clock in \p zone shows them:
///     --- bob@example.com, 2005-03-14 ---
///     [00:09:36] Bob: hello
///                on a second line
///     [00:09:40] * what a window would say: Bob sent a nudge
/// Above the parts of an export, where they have titles:
///     === ana@example.com, Escargot ===
class TextHistoryWriter : public HistoryWriter
{
public:
    /// What a line that is no text says; a sentence, so it comes from outside.
    using Words = std::function<QString(const HistoryEntry &)>;

    /// \p titles: of the parts; empty: there is one, and nothing is above it.
    TextHistoryWriter(QIODevice &device, const QTimeZone &zone, Words words, QStringList titles = {});

    void begin() override;
    void beginPart(int part) override;
    void add(const HistoryEntry &entry) override;
    void end() override;

private:
    void writeTitle(const QString &line);
    void writeHead(const HistoryEntry &entry, const QDate &date);
    QString lineOf(const HistoryEntry &entry) const;

    const QTimeZone m_zone;
    const Words m_words;
    const QStringList m_titles;
    bool m_isEmpty = true;
    Address m_with;
    QString m_group;
    QDate m_date;
};

} // namespace Msn
