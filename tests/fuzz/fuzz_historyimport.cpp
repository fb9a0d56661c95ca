#include "core/history/import/logformats.h"
#include "core/listcopies/contactlistfile.h"
#include "tests/fuzz/fuzzinput.h"

#include <QBuffer>

using namespace Msn;

namespace {

/// Looks at everything that a reader finds.
class CheckingSink : public LogSink
{
public:
    void add(const HistoryEntry &entry) override
    {
        Fuzz::require(!entry.with.isEmpty(), "every line is of somebody");
        Fuzz::require(entry.time.isValid() && entry.time.timeSpec() == Qt::UTC, "every line has a time");
        Fuzz::require(entry.text.size() <= maxImportedText, "no text is too long");
        Fuzz::require(!entry.outgoing || !entry.sender.isEmpty(), "what is ours is from us");
        ++m_count;
    }
    void report(const ImportProblem &problem) override
    {
        Fuzz::require(problem.excerpt.size() <= ImportProblem::maxExcerpt, "no excerpt is too long");
        ++m_count;
    }
    bool wantsMore() override
    {
        ++m_asked;
        return true;
    }

    /// Every line and record asks once, and finds a few things at most.
    bool isInProportion(size_t size) const { return m_asked <= size + 2 && m_count <= 3 * size + 10; }

private:
    size_t m_count = 0;
    size_t m_asked = 0;
};

LogContext fuzzContext()
{
    LogContext context;
    context.path = QStringLiteral("logs/bob@example.com/2010-10-12.211815+0300EEST.html");
    context.account = Address(QStringLiteral("ana@example.com"));
    context.ownNames = {QStringLiteral("Ana")};
    context.peer = Address(QStringLiteral("bob@example.com"));
    context.zone = QTimeZone::utc();
    return context;
}

void readContacts(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const ContactListReading reading = readAnyContactList(buffer);
    QBuffer copy;
    copy.open(QIODevice::ReadWrite);
    Fuzz::require(writeContactListJson(copy, reading.contacts), "what was read can be written");
    copy.seek(0);
    Fuzz::require(readContactListJson(copy).contacts == reading.contacts, "and read again");
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const QList<LogFormat> formats = textLogFormats();
    const QByteArray bytes = Fuzz::bytes(data, size);
    formatOfLog(formats, bytes.left(logBeginningBytes), QStringLiteral("some.log"));
    for (const LogFormat &format : formats) {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        CheckingSink sink;
        format.read(buffer, fuzzContext(), sink);
        Fuzz::require(sink.isInProportion(size), "nothing grows out of nothing");
    }
    readContacts(bytes);
    return 0;
}
