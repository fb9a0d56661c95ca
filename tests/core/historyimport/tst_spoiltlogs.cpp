#include "core/history/import/emesene/emesenelog.h"
#include "core/history/import/importgate.h"
#include "core/history/import/importwork.h"
#include "core/listcopies/contactlistfile.h"
#include "tests/core/historyimport/logtest.h"
#include "tests/support/testdata.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <iterator>

using namespace Msn;
using Reason = ImportProblem::Reason;

/// Logs as disks, editors and strangers leave them. However they are spoilt, reading ends, soon and with a
/// report, takes no more memory than a few pieces of the file, and keeps what is good. What is done to them
/// follows from the number of the round: a failure comes back with it. SWALLOWTAIL_SPOILT_ROUNDS: how many.
class TestSpoiltLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anythingEndsWithAReport_data();
    void anythingEndsWithAReport();
    void contactListsToo();
    void linesOutOfPlaceCostNothing_data();
    void linesOutOfPlaceCostNothing();
    void hugeFilesStaySmallInMemory_data();
    void hugeFilesStaySmallInMemory();
    void hugeFilesCanBeStopped_data();
    void hugeFilesCanBeStopped();
    void anOpenCommentHidesNothing();
    void aStrayLineInAHeadCostsNoSession();
    void timesThatNeverWereAreLeftOut();

private:
    QString written(const QByteArray &bytes, const QString &name);

    QTemporaryDir m_folder;
};

namespace {

constexpr qint64 longestReadMs = 20'000;
/// Chunks, one record, one line, what the allocator keeps: far from the size of a huge file.
constexpr qint64 mostMemoryKiB = 8 * 1024;
constexpr int briefRounds = 12;

int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("SWALLOWTAIL_SPOILT_ROUNDS");
    return wanted > 0 ? wanted : briefRounds;
}

qint64 hugeBytes()
{
    return (rounds() > briefRounds ? 50 : 16) * qint64(1024) * 1024;
}

QStringList sampleFiles()
{
    QStringList files;
    const QString folder = Test::dataPath(QStringLiteral("history"));
    QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(iterator.next().mid(folder.size() + 1));
    files.removeIf([](const QString &file) {
        return file.endsWith(QLatin1String(".md")) || file.startsWith(QLatin1String("contacts"));
    });
    files.sort();
    return files;
}

void addSamples()
{
    QTest::addColumn<QString>("file");
    const QStringList files = sampleFiles();
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

// --- Spoiling --------------------------------------------------------------------------------

QByteArray bomb()
{
    QByteArray text = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = i == 1 ? QByteArray("&lol;") : "&lol" + QByteArray::number(i - 1) + ';';
        text += "<!ENTITY lol" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    return text + "]><Message DateTime=\"2005-03-14T00:09:36.447Z\"><Text>&lol9;</Text></Message>";
}

QByteArrayList garbage()
{
    return {QByteArray("\0\0\0", 3), "\xFF\xFE", "\x80", "<", "</", "<!--", "<![CDATA[", "]]>", "&lol9;",
        "&#0;", "&#x110000;", "\r", "\n", "\"", "\\", "{", "}", "[", "]", "|\"L",
        "|\"LGRA[|\"LTIME99999999999 ] |\"LITA", "(99:99:99)", "[25:61]", ".---", "<tr><th>", "</td>",
        "SessionID=\"", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\n(12:00:00) Bob: ", "\n{\"time\":", "]},\n{\"account\":\"", "T24:60:60Z", "-0",
        "9999999999999999999"};
}

QByteArray inAnotherEncoding(const QByteArray &bytes, int which)
{
    using Flag = QStringConverter::Flag;
    const QString text = QString::fromUtf8(bytes);
    switch (which) {
    case 0:
        return QStringEncoder(QStringEncoder::Utf16LE, Flag::WriteBom)(text);
    case 1:
        return QStringEncoder(QStringEncoder::Utf16BE)(text);
    case 2:
        return QStringEncoder(QStringEncoder::Utf32LE, Flag::WriteBom)(text);
    default:
        return text.toLatin1();
    }
}

qsizetype placeIn(const QByteArray &bytes, QRandomGenerator &random)
{
    return bytes.isEmpty() ? 0 : qsizetype(random.bounded(quint32(bytes.size())));
}

/// One thing that happens to a file.
QByteArray spoiltOnce(const QByteArray &bytes, QRandomGenerator &random)
{
    const qsizetype place = placeIn(bytes, random);
    const qsizetype length = std::min<qsizetype>(random.bounded(400), bytes.size() - place);
    const QByteArrayList pieces = garbage();
    QByteArray spoilt = bytes;
    switch (random.bounded(12)) {
    case 0:
        return bytes.first(place);
    case 1:
        return bytes.sliced(place);
    case 2:
        return spoilt.remove(place, length);
    case 3:
        return spoilt.insert(place, bytes.mid(place, length).repeated(1 + random.bounded(5)));
    case 4:
        return spoilt.insert(place, QByteArray(random.bounded(5000), "<({[&\"|\n\0x"[random.bounded(10)]));
    case 5: {
        static constexpr std::array nests{"<a>", "{\"a\":", "[", "<b><i>", "<Message>", "<tr><td>"};
        return spoilt.insert(
            place, QByteArray(nests.at(random.bounded(quint32(nests.size())))).repeated(20'000));
    }
    case 6:
        return spoilt.insert(place, QByteArray(300'000, char('a' + random.bounded(26))));
    case 7:
        return inAnotherEncoding(bytes, random.bounded(4));
    case 8:
        return random.bounded(2) == 0 ? bomb() + bytes : spoilt.insert(place, bomb());
    case 9:
        return spoilt.replace('\n', random.bounded(2) == 0 ? "\r" : "");
    case 10:
        for (int i = 0; i < 20 && !spoilt.isEmpty(); ++i)
            spoilt[placeIn(spoilt, random)] = char(random.bounded(256));
        return spoilt;
    default:
        return spoilt.insert(place, pieces.at(random.bounded(quint32(pieces.size()))));
    }
}

QByteArray spoilt(const QByteArray &bytes, QRandomGenerator &random)
{
    QByteArray result = bytes;
    for (int times = 1 + random.bounded(3); times > 0; --times)
        result = spoiltOnce(result, random);
    return result;
}

// --- Reading ---------------------------------------------------------------------------------

qint64 memoryKiB(const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').constFirst().toLongLong();
    }
    return 0;
}

/// Imports one file at once, without a history.
class Importer
{
public:
    explicit Importer(const QString &path)
    {
        m_request.paths = {path};
        m_request.context = Test::logContext({});
        m_request.people.insert(path, Address(QStringLiteral("bob@example.com")));
        m_request.owners = {{m_request.context.account, {}},
            {Address(QStringLiteral("ana@example.net")), QStringLiteral("Escargot")}};
    }

    ImportReport import()
    {
        QElapsedTimer timer;
        timer.start();
        QList<LogFormat> formats = textLogFormats();
        formats.append(emeseneLogFormat());
        ImportWork::Calls calls;
        calls.store = [this](const QList<HistoryEntry> &entries, int) {
            kept += entries;
            gate.answer(int(entries.size()));
        };
        calls.progress = [this](const ImportProgress &progress) {
            doneBytes = progress.bytesDone;
            mostMemory = std::max(mostMemory, memoryKiB("VmRSS:"));
        };
        const ImportReport report = ImportWork(formats, m_request, calls, gate).import();
        elapsedMs = timer.elapsed();
        return report;
    }

    ImportGate gate;
    QList<HistoryEntry> kept;
    qint64 doneBytes = 0;
    qint64 mostMemory = 0;
    qint64 elapsedMs = 0;

private:
    ImportRequest m_request;
};

/// Empty if all is as it has to be.
QString complaint(const ImportReport &report, const Importer &importer, const QByteArray &bytes)
{
    if (importer.elapsedMs > longestReadMs)
        return QStringLiteral("takes %1 ms").arg(importer.elapsedMs);
    if (report.files.size() != 1)
        return QStringLiteral("no report");
    const ImportedFile &file = report.files.constFirst();
    if (!file.program && file.problems.isEmpty())
        return QStringLiteral("neither read nor told why not");
    if (file.imported != importer.kept.size())
        return QStringLiteral("counts wrong");
    // A record begins with a few characters at least.
    if (importer.kept.size() > bytes.size() / 8 + 1)
        return QStringLiteral("makes messages out of nothing");
    for (const ImportProblem &problem : file.problems) {
        if (problem.line < 0 || problem.line > bytes.size() + 1
            || problem.excerpt.size() > ImportProblem::maxExcerpt)
            return QStringLiteral("line %1: %2").arg(problem.line).arg(problem.excerpt);
    }
    for (const HistoryEntry &entry : importer.kept) {
        if (entry.with.isEmpty() || !entry.time.isValid() || entry.time.timeSpec() != Qt::UTC
            || entry.text.size() > maxImportedText || entry.text.contains(QChar(0)))
            return QStringLiteral("message that cannot be: ") + entry.text.left(80);
    }
    return {};
}

} // namespace

QString TestSpoiltLogs::written(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test");
    return file.fileName();
}

// --- Anything at all -------------------------------------------------------------------------

void TestSpoiltLogs::anythingEndsWithAReport_data()
{
    addSamples();
}

void TestSpoiltLogs::anythingEndsWithAReport()
{
    QFETCH(QString, file);
    const QByteArray good = Test::logBytes(file);
    for (int round = 0; round < rounds(); ++round) {
        QRandomGenerator random(quint32(round) * 7919 + quint32(file.size()));
        const QByteArray bytes = spoilt(good, random);
        Importer importer(written(bytes, QStringLiteral("spoilt-") + file.section(u'/', -1)));
        const QString wrong = complaint(importer.import(), importer, bytes);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(wrong)));
        // Those of the other programs as well, whatever the content looks like.
        const QList<LogFormat> formats = textLogFormats();
        for (const LogFormat &format : formats) {
            Test::CollectingSink sink;
            QBuffer buffer;
            buffer.setData(bytes);
            buffer.open(QIODevice::ReadOnly);
            format.read(buffer, Test::logContext(file), sink);
            QVERIFY2(sink.entries.size() <= bytes.size() / 8 + 1 && sink.problems.size() <= bytes.size() + 2,
                qPrintable(QStringLiteral("round %1, format %2").arg(round).arg(int(format.program))));
        }
    }
}

void TestSpoiltLogs::contactListsToo()
{
    const QByteArray json
        = "{\"format\":\"swallowtail-contacts\",\"version\":1,\"groups\":[\"Friends\"],\"people\":[{"
          "\"address\":"
          "\"bob@example.com\",\"name\":\"Bob\",\"note\":\"a \\\"note\\\"\",\"groups\":[\"Friends\"]}]}";
    const QByteArray list = Test::readData(QStringLiteral("history/contacts/friends.ctt"));
    for (int round = 0; round < rounds() * 4; ++round) {
        QRandomGenerator random{quint32(round)};
        QByteArray bytes = spoilt(round % 2 == 0 ? json : list, random);
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const ContactListReading reading = readAnyContactList(buffer);
        QVERIFY(reading.contacts.people.size() <= bytes.size());
        const bool isEmptyList = bytes.contains("\"people\":[]") || !bytes.contains("<contact>");
        QVERIFY2(!reading.contacts.people.isEmpty() || !reading.problems.isEmpty() || isEmptyList,
            qPrintable(QStringLiteral("round %1 says nothing").arg(round)));
    }
}

// --- What is good stays ----------------------------------------------------------------------

/// Without UTF-16, in which a line of bytes would be one in another encoding.
void TestSpoiltLogs::linesOutOfPlaceCostNothing_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = sampleFiles();
    for (const QString &file : files) {
        if (!Test::logBytes(file).contains('\0'))
            QTest::newRow(qPrintable(file)) << file;
    }
}

/// Something that belongs nowhere, on a line of its own, at any place: what is around it stays.
void TestSpoiltLogs::linesOutOfPlaceCostNothing()
{
    QFETCH(QString, file);
    const QByteArray good = Test::logBytes(file);
    Importer whole(written(good, QStringLiteral("whole-") + file.section(u'/', -1)));
    whole.import();
    const QByteArrayList strays{"what is this", "\x80\xFF", "<!-- <b>", "&lol9;", "<Mess"};
    for (qsizetype end = good.indexOf('\n'), round = 0; end >= 0;
         end = good.indexOf('\n', end + 1), ++round) {
        QByteArray bytes = good;
        bytes.insert(end + 1, strays.at(round % strays.size()) + '\n');
        Importer importer(written(bytes, QStringLiteral("stray-") + file.section(u'/', -1)));
        const ImportReport report = importer.import();
        // In the middle of a message of several lines it costs that one, or becomes a part of it.
        QVERIFY2(importer.kept.size() + 1 >= whole.kept.size(),
            qPrintable(QStringLiteral("“%1” at %2 leaves %3 of %4")
                           .arg(QString::fromLatin1(strays.at(round % strays.size())))
                           .arg(end)
                           .arg(importer.kept.size())
                           .arg(whole.kept.size())));
        QVERIFY(!report.files.isEmpty());
    }
}

// --- Size ------------------------------------------------------------------------------------

namespace {

void addHugeFiles()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("filling");
    const QByteArray xml
        = "<?xml version=\"1.0\"?><Log FirstSessionID=\"1\"><Message DateTime=\"2005-03-14T00:09:36Z\" "
          "SessionID=\"1\"><From><User FriendlyName=\"Bob\"/></From><Text>";
    QTest::newRow("classic, one endless message") << xml << QByteArray("x");
    QTest::newRow("classic, endless markup") << xml << QByteArray("<a>");
    QTest::newRow("classic, endless comment")
        << xml.first(xml.indexOf("<Message")) + "<!--" << QByteArray(" -");
    QTest::newRow("classic, brackets") << xml.first(xml.indexOf("<Message")) << QByteArray("<");
    QTest::newRow("own, one endless message")
        << QByteArray("{\"format\":\"swallowtail-history\",\"messages\":[{\"text\":\"") << QByteArray("x");
    QTest::newRow("own, endless nesting")
        << QByteArray("{\"format\":\"swallowtail-history\",\"messages\":[") << QByteArray("[{");
    QTest::newRow("own, endless lists in a message")
        << QByteArray("{\"format\":\"swallowtail-history\",\"messages\":[{") << QByteArray("[]");
    QTest::newRow("aMSN, endless line") << QByteArray(
        "|\"LRED[Conversation started on |\"LTIME1111111111]\n|\"LGRA[|\"LTIME1111111111 ] |\"LITABob "
        ":|\"LC000080 ") << QByteArray("x");
    QTest::newRow("Pidgin text, endless line") << QByteArray(
        "Conversation with bob@example.com at Mon 14 Mar 2005 12:00:00 on ana@example.com (msn)\n"
        "(12:00:00) Bob: ") << QByteArray("x");
    QTest::newRow("Pidgin HTML, endless line") << QByteArray(
        "<html><head><title>Conversation with bob@example.com at Mon 14 Mar 2005 12:00:00 on "
        "ana@example.com (msn)</title></head><body>\n<font size=\"2\">(12:00:00)</font> <b>Bob:</b> ")
                                               << QByteArray("<b>");
    QTest::newRow("Messenger Plus, endless cell") << QByteArray(
        "<div class=\"mplsession\" id=\"Session_2005-03-14T12-00-00\"><li>Bob <span>(bob@example.com)"
        "</span></li><tr><th><span class=\"time\">(12:00)</span> Bob :</th><td>")
                                                  << QByteArray("x ");
    QTest::newRow("Messenger Plus text, endless line") << QByteArray(
        ".--------.\n| Session Start: Monday, March 14, 2005 |\n| Bob (bob@example.com) |\n.--------.\n"
        "[12:00:00] Bob: ") << QByteArray("x");
    QTest::newRow("KMess, endless body")
        << QByteArray("<messageRoot><conversation timestamp=\"1250000000\"><message type=\"incoming\"><body>")
        << QByteArray("y");
    QTest::newRow("no log") << QByteArray("nothing") << QByteArray("at all");
}

/// As much of \p filling as makes a huge file.
QString writtenHuge(const QString &path, const QByteArray &head, const QByteArray &filling)
{
    QFile file(path);
    const QByteArray piece = filling.repeated(1024 * 1024 / filling.size());
    bool isWritten = file.open(QIODevice::WriteOnly) && file.write(head) == head.size();
    while (isWritten && file.size() < hugeBytes())
        isWritten = file.write(piece) == piece.size();
    return isWritten ? path : QString();
}

bool isWatchedByASanitizer()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

} // namespace

void TestSpoiltLogs::hugeFilesStaySmallInMemory_data()
{
    addHugeFiles();
}

void TestSpoiltLogs::hugeFilesStaySmallInMemory()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, filling);
    Importer importer(writtenHuge(m_folder.filePath(QStringLiteral("huge.log")), head, filling));
    const qint64 before = memoryKiB("VmRSS:");
    const ImportReport report = importer.import();
    const QString wrong = complaint(report, importer, head + filling);
    QVERIFY2(wrong.isEmpty() || wrong.startsWith(QLatin1String("line ")), qPrintable(wrong));
    QVERIFY(!report.files.constFirst().problems.isEmpty());
    if (!isWatchedByASanitizer())
        QVERIFY2(importer.mostMemory - before < mostMemoryKiB,
            qPrintable(QString::number(importer.mostMemory - before)));
}

void TestSpoiltLogs::hugeFilesCanBeStopped_data()
{
    addHugeFiles();
}

void TestSpoiltLogs::hugeFilesCanBeStopped()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, filling);
    const QString path = writtenHuge(m_folder.filePath(QStringLiteral("huge.log")), head, filling);
    Importer importer(path);
    // As when somebody presses Stop at once: what is read before that is what one look at a file takes.
    importer.gate.cancel();
    const ImportReport report = importer.import();
    QVERIFY(report.wasCancelled);
    QVERIFY(importer.doneBytes < 1024 * 1024);
}

// --- Found by the above ----------------------------------------------------------------------

void TestSpoiltLogs::anOpenCommentHidesNothing()
{
    QByteArray bytes = Test::logBytes(QStringLiteral("messengerxml/bob2211151048.xml"));
    Importer whole(written(bytes, QStringLiteral("bob2211151048.xml")));
    whole.import();
    bytes.insert(bytes.indexOf("<Message"), "<!-- ");
    Importer importer(written(bytes, QStringLiteral("bob2211151048.xml")));
    const ImportReport report = importer.import();
    QCOMPARE(importer.kept.size(), whole.kept.size());
    QCOMPARE(report.files.at(0).problems.value(0).reason, Reason::Unexpected);
}

void TestSpoiltLogs::aStrayLineInAHeadCostsNoSession()
{
    Importer importer(written(".----.\n| Session Start: Monday, March 14, 2005 |\nwhat is this\n"
                              "| Bob (bob@example.com) |\n.----.\n[12:00:00] Bob: hello\n",
        QStringLiteral("plus.txt")));
    const ImportReport report = importer.import();
    QCOMPARE(importer.kept.size(), 1);
    QCOMPARE(Test::inWords(report.files.at(0).problems).value(0),
        QStringLiteral("3 %1").arg(int(Reason::Unexpected)));
}

void TestSpoiltLogs::timesThatNeverWereAreLeftOut()
{
    Importer importer(written("|\"LGRA[|\"LTIME999999999999 ] |\"LITABob :|\"LC000080 from the year 33658\n"
                              "|\"LGRA[|\"LTIME1111111111 ] |\"LITABob :|\"LC000080 hello\n",
        QStringLiteral("bob@example.com.log")));
    const ImportReport report = importer.import();
    QCOMPARE(importer.kept.size(), 1);
    QCOMPARE(report.files.at(0).problems.value(0).reason, Reason::BadTime);
}

QTEST_GUILESS_MAIN(TestSpoiltLogs)

#include "tst_spoiltlogs.moc"
