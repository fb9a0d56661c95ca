#include "tests/support/evidence.h"

#include <QFile>
#include <QSet>
#include <QTest>

namespace Test {

namespace {

/// The file of this program: begun anew by every run, whole when the program ends.
class EvidenceFile
{
public:
    EvidenceFile()
        : m_file(qEnvironmentVariable("SWALLOWTAIL_EVIDENCE"))
    {
        if (!m_file.fileName().isEmpty() && !m_file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(m_file.fileName()));
    }

    bool isWanted() const { return m_file.isOpen(); }

    void note(const QByteArray &line)
    {
        if (m_seen.contains(line))
            return;
        m_seen.insert(line);
        m_file.write(line + '\n');
    }

private:
    QFile m_file;
    QSet<QByteArray> m_seen;
};

EvidenceFile &evidenceFile()
{
    static EvidenceFile file;
    return file;
}

QByteArray runningTest()
{
    const char *function = QTest::currentTestFunction();
    const char *row = QTest::currentDataTag();
    return row ? QByteArray(function) + '(' + row + ')' : QByteArray(function);
}

} // namespace

bool isEvidenceWanted()
{
    return evidenceFile().isWanted();
}

void noteEvidence(Ours ours, const QByteArray &fact)
{
    if (!isEvidenceWanted() || !QTest::currentTestFunction())
        return;
    const QByteArray rest = '\t' + fact + '\t' + runningTest();
    if (ours != Ours::Service)
        evidenceFile().note("client" + rest);
    if (ours != Ours::Client)
        evidenceFile().note("service" + rest);
}

} // namespace Test
