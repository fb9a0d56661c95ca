#include "tests/core/coverage/coveragedocument.h"

#include <QFile>
#include <QTest>

namespace {

/// Set, the document is written instead of compared.
constexpr char writeVariable[] = "SWALLOWTAIL_WRITE_COVERAGE";

QString documentPath()
{
    return QStringLiteral(COVERAGE_DOCUMENT);
}

QString committedText()
{
    QFile file(documentPath());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One line each: a failure message is cut after a few.
void tell(const char *what, const QStringList &lines)
{
    for (const QString &line : lines)
        qWarning("%s%s", what, qPrintable(line));
}

} // namespace

/// Runs behind every test that talks over a wire and judges what they have shown together.
class tst_ProtocolCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowHasATest();
    void nothingAbsentIsThere();
    void theDocumentIsCurrent();

private:
    void writeIntroduction();

    std::unique_ptr<EvidencePool> m_pool;
    std::unique_ptr<CoverageDocument> m_document;
};

void tst_ProtocolCoverage::initTestCase()
{
    m_pool = std::make_unique<EvidencePool>(
        QStringLiteral(EVIDENCE_FOLDER), QStringLiteral(EVIDENCE_PROGRAMS).split(u' '));
    QVERIFY2(!m_pool->isEmpty(), "no evidence; ctest runs the tests that collect it");
    m_document = std::make_unique<CoverageDocument>(*m_pool, committedText());
    writeIntroduction();
    const QList<CoverageTable> tables = commandTables();
    for (const CoverageTable &table : tables)
        m_document->add(table);
    m_document->add(messageTable());
    m_document->add(errorTable());
}

void tst_ProtocolCoverage::writeIntroduction()
{
    m_document->addParagraph(QStringLiteral("# Protocol coverage"));
    m_document->addParagraph(QStringLiteral(
        "Written by the tests (`./dev coverage`), checked by `tst_protocolcoverage`. While the tests run, "
        "the scripted\n"
        "servers and clients and the pair of client and service note every command that really crosses\n"
        "a connection. Below stands what MSNP8, MSNP9 and MSNP10 have, and for each cell a test that has\n"
        "shown it: `program: function(row)`. A cell without one fails the build. What the client is shown "
        "to\n"
        "do, it did towards a scripted server or the service; what the service is shown to do, towards a\n"
        "scripted client or our own."));
    m_document->addParagraph(QStringLiteral(
        "In a command, words in capitals stand for themselves, `*` for any other argument, `N=` for an\n"
        "argument that begins so. The transaction id and the length of a payload are left out. A dash\n"
        "means that there is nothing to show: that version does not have it, or the reason stands behind."));
    m_document->addParagraph(QStringLiteral(
        "Known, so that no payload of theirs puts a reader out of step, but not in use in these three\n"
        "versions: %1. `INF` was the question for the way to sign in up to MSNP7; from MSNP8 on it ends\n"
        "the connection.")
                                 .arg(verbsOfOtherVersions().join(u' ')));
}

void tst_ProtocolCoverage::everyRowHasATest()
{
    tell("no test shows of the ", m_document->gaps());
    QCOMPARE(m_document->gaps().size(), 0);
}

void tst_ProtocolCoverage::nothingAbsentIsThere()
{
    tell("said not to exist: of the ", m_document->contradictions());
    QCOMPARE(m_document->contradictions().size(), 0);
}

void tst_ProtocolCoverage::theDocumentIsCurrent()
{
    if (!qEnvironmentVariableIsSet(writeVariable)) {
        QVERIFY2(committedText() == m_document->text(),
            "docs/protocol-coverage.md is not what the tests show; ./dev coverage writes it anew");
        return;
    }
    QFile file(documentPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_document->text().toUtf8());
}

QTEST_GUILESS_MAIN(tst_ProtocolCoverage)

#include "tst_protocolcoverage.moc"
