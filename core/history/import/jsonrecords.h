#pragma once

#include "core/history/historyowner.h"
#include "core/history/import/textchunks.h"

#include <optional>

namespace Msn {

/// One message of an exported history as it is written, or what stands where one should be.
struct JsonRecord
{
    enum class State {
        Message, ///< `bytes`: an object
        Owner, ///< a history begins; `owner`: whose
        Damaged, ///< a message without its end, or a line that is cut; `bytes`: its beginning
        Stray, ///< what belongs to no message; `bytes`: its beginning
        TooLong, ///< over the limit; `bytes`: its beginning
        Incomplete, ///< the file ends within
    };

    State state = State::Message;
    QByteArray bytes;
    HistoryOwner owner = {};
    /// Where it begins; first is 1.
    qint64 line = 0;
};

/// Takes an exported history apart, see JsonHistory, or another list of objects of which none holds another.
/// A parser for all of it would give up at the first mistake and keep everything in memory; this one goes on
/// with the next message and holds one of them. Layout does not matter, but where a message is damaged, what
/// is sure is that the next one begins on another line.
class JsonRecords
{
public:
    static constexpr qsizetype maxRecordBytes = 1024 * 1024;

    /// \p list: name of the array that holds the records.
    explicit JsonRecords(QIODevice &device, QByteArray list = QByteArrayLiteral("messages"))
        : m_chunks(device)
        , m_list(std::move(list))
    {
    }

    std::optional<JsonRecord> next();
    const QString &error() const { return m_chunks.error(); }

private:
    /// Where the reading is: outside of histories, between two messages, inside of one, in what is none, in
    /// the rest of one that is damaged.
    enum class Place { Outside, Between, Inside, Stray, Lost };

    std::optional<char> take();
    std::optional<JsonRecord> passByte(char byte);
    std::optional<JsonRecord> passOutside(char byte);
    std::optional<JsonRecord> passString(char byte);
    void endString();
    std::optional<JsonRecord> openArray();
    JsonRecord beginHistory();
    std::optional<JsonRecord> passBetween(char byte);
    std::optional<JsonRecord> passStray(char byte);
    void passLost(char byte);
    void begin(Place place, char byte);
    JsonRecord finish(JsonRecord::State state);
    void keep(char byte);
    std::optional<JsonRecord> passText(char byte);
    std::optional<JsonRecord> passInside(char byte);
    JsonRecord openHistory();
    std::optional<JsonRecord> finishFile();

    Utf8Chunks m_chunks;
    const QByteArray m_list;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    Place m_place = Place::Outside;
    bool m_hasEnded = false;

    // Outside of histories.
    HistoryOwner m_owner;
    QByteArray m_string;
    QByteArray m_key;
    bool m_isValue = false;
    bool m_hasHistory = false;
    /// So many objects and arrays are open.
    qint64 m_open = 0;

    // In a string, anywhere.
    bool m_inString = false;
    bool m_isEscaped = false;

    // In a message.
    QByteArray m_record;
    qint64 m_recordLine = 0;
    qint64 m_depth = 0;
    bool m_isTooLong = false;
    bool m_isLineStart = false;
    bool m_isBehindBracket = false;
};

} // namespace Msn
