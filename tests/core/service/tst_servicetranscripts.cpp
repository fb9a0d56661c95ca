#include "tests/core/service/transcriptstages.h"

#include <QTest>

using namespace Test;

/// Every transcript from the client's end, against the service.
class tst_ServiceTranscripts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTranscriptHasAStage();
    void replay_data();
    void replay();
};

void tst_ServiceTranscripts::everyTranscriptHasAStage()
{
    QStringList staged;
    for (const TranscriptStage &stage : transcriptStages())
        staged.append(QString::fromUtf8(stage.transcript));
    staged.sort();
    QCOMPARE(staged, Transcript::names());
}

void tst_ServiceTranscripts::replay_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < transcriptStages().size(); ++i) {
        if (transcriptStages()[i].unplayable.isEmpty())
            QTest::newRow(transcriptStages()[i].transcript.constData()) << static_cast<int>(i);
    }
}

void tst_ServiceTranscripts::replay()
{
    QFETCH(int, index);
    const TranscriptStage &stage = transcriptStages()[index];
    TranscriptReplay replay(stage);
    const QString failure = replay.play(Transcript::load(QString::fromUtf8(stage.transcript)));
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
}

QTEST_GUILESS_MAIN(tst_ServiceTranscripts)

#include "tst_servicetranscripts.moc"
