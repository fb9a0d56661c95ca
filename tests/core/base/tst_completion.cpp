#include "core/base/completion.h"

#include <QTest>

using namespace Msn;

class tst_Completion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsOnce();
    void dropsTheResultOfADeadContext();
    void dropsTheResultWithoutContext();
    void mayBeReplacedFromWithin();
};

void tst_Completion::callsOnce()
{
    QObject context;
    QList<int> results;
    Completion<int> completion(
        &context, [&](const Expected<int, Error> &result) { results.append(*result); });
    completion(1);
    completion(2);
    QCOMPARE(results, QList<int>{1});
}

void tst_Completion::dropsTheResultOfADeadContext()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    Completion<void> completion(context.get(), [&](const Outcome &) { ++calls; });
    context.reset();
    completion(Outcome());
    QCOMPARE(calls, 0);
}

void tst_Completion::dropsTheResultWithoutContext()
{
    int calls = 0;
    Completion<void> completion(nullptr, [&](const Outcome &) { ++calls; });
    completion(Outcome());
    Completion<void>()(Outcome());
    QCOMPARE(calls, 0);
}

/// Who is called back often starts the next request in the same place.
void tst_Completion::mayBeReplacedFromWithin()
{
    QObject context;
    QStringList calls;
    Completion<void> completion;
    completion = Completion<void>(&context, [&](const Outcome &) {
        calls.append(QStringLiteral("first"));
        completion
            = Completion<void>(&context, [&](const Outcome &) { calls.append(QStringLiteral("second")); });
    });
    completion(Outcome());
    completion(Outcome());
    QCOMPARE(calls, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
}

QTEST_GUILESS_MAIN(tst_Completion)

#include "tst_completion.moc"
