#include "core/base/backoff.h"

#include <QSet>
#include <QTest>

using Msn::Backoff;
using namespace std::chrono_literals;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToTheLongest();
    void startsAgainAfterASuccess();
    void jitters();
};

void tst_Backoff::doublesUpToTheLongest()
{
    Backoff backoff;
    const std::chrono::milliseconds ideal[] = {5s, 10s, 20s, 40s, 80s, 160s, 300s, 300s, 300s};
    for (const auto pause : ideal) {
        const auto actual = backoff.next();
        QVERIFY2(actual >= pause * 4 / 5, qPrintable(QString::number(actual.count())));
        QVERIFY2(actual <= std::min<std::chrono::milliseconds>(pause * 6 / 5, 300s),
            qPrintable(QString::number(actual.count())));
    }
}

void tst_Backoff::startsAgainAfterASuccess()
{
    Backoff backoff(100ms, 10s);
    for (int i = 0; i < 5; ++i)
        backoff.next();
    backoff.reset();
    QVERIFY(backoff.next() <= 120ms);
}

void tst_Backoff::jitters()
{
    QSet<qint64> pauses;
    for (int i = 0; i < 50; ++i)
        pauses.insert(Backoff(60s).next().count());
    QVERIFY(pauses.size() > 10);
}

QTEST_GUILESS_MAIN(tst_Backoff)

#include "tst_backoff.moc"
