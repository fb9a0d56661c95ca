#include "core/protocol/challenge.h"
#include "tests/core/account/clientstage.h"
#include "tests/support/commands.h"
#include "tests/support/transcript.h"

#include <QTest>

#include <algorithm>
#include <map>

using Test::ClientStage;
using Test::ServerScript;
using Test::Session;
using Test::Transcript;
using Kind = Transcript::Step::Kind;

namespace {

/// What the client rightly says in another way than the transcripts.
struct Exception
{
    const char *verb;
    const char *why;
    bool (*isRight)(const Msn::Command &wanted, const Msn::Command &said, const QByteArray &challenge);
};

bool isSameButForTheProgram(const Msn::Command &wanted, const Msn::Command &said, const QByteArray &)
{
    return said.args.size() == wanted.args.size() && said.args.constLast() == wanted.args.constLast();
}

bool isRightAnswer(const Msn::Command &, const Msn::Command &said, const QByteArray &challenge)
{
    const auto product = Msn::findProduct(said.args.value(0));
    return product && said.payload == Msn::challengeResponse(challenge, *product);
}

bool hasNoPicture(const Msn::Command &wanted, const Msn::Command &said, const QByteArray &)
{
    return wanted.args == said.args + QByteArrayList{"0"};
}

const Exception exceptions[] = {
    {"CVR", "tells which program this is", &isSameButForTheProgram},
    {"QRY", "the first product is tried first, and no digest is wrong on purpose", &isRightAnswer},
    {"CHG", "no picture is said by leaving it out; a 0 says the same", &hasNoPicture},
};

/// Transcripts that the client cannot be made to play, or not to the end.
struct OneSided
{
    const char *transcript;
    const char *why;
};

const OneSided oneSided[] = {
    {"s4", "HTTPS and no MSNP; tst_passportlogin"},
    {"p4", "IMS: no program of today can be kept from being called"},
    {"c4", "texts go out with A and a character set, never with N or D; tst_outbox has the NAK"},
    {"c5", "nobody is called who is ringing already, nor at a bad address; tst_errorreplies has the numbers"},
    {"e1", "a client that knows its list asks for little of this; tst_errorreplies has the numbers"},
    {"h1", "HTTP; tst_gatewaysession"},
};

QList<ClientStage> allStages()
{
    static const QList<ClientStage> all
        = Test::signInStages() + Test::listStages() + Test::presenceStages() + Test::conversationStages();
    return all;
}

/// Plays the server's side of one stage.
class Replay
{
public:
    Replay(Session &session, const ClientStage &stage)
        : m_session(session)
        , m_index(stage.connection)
    {
    }

    bool play(const Transcript::Step &step);

private:
    bool playEvent(const QByteArray &event);
    bool isRight(const Msn::Command &wanted, const Msn::Command &said) const;
    ServerScript &current();

    Session &m_session;
    qsizetype m_index;
    std::map<qsizetype, ServerScript> m_scripts;
    QByteArray m_challenge;
};

bool Replay::isRight(const Msn::Command &wanted, const Msn::Command &said) const
{
    const auto exception = std::find_if(std::cbegin(exceptions), std::cend(exceptions),
        [&said](const Exception &e) { return said.verb == e.verb; });
    const bool mayDiffer = exception != std::cend(exceptions) && wanted.verb == said.verb
        && exception->isRight(wanted, said, m_challenge);
    return mayDiffer || (wanted.verb != "CVR" && ServerScript::isSame(wanted, said));
}

ServerScript &Replay::current()
{
    const auto found = m_scripts.find(m_index);
    if (found != m_scripts.end())
        return found->second;
    ServerScript script(m_session.network.at(m_index), m_session.chunkSize);
    script.setComparison(
        [this](const Msn::Command &wanted, const Msn::Command &said) { return isRight(wanted, said); });
    return m_scripts.emplace(m_index, std::move(script)).first->second;
}

bool Replay::playEvent(const QByteArray &event)
{
    if (!event.contains("connect ")) // `server closes`, `notification connection`
        return current().play(Transcript::Step{Kind::Event, event});
    const Test::FakeConnection *opened = m_session.network.await(++m_index);
    return opened && opened->endpoint().toString().toUtf8() == event.mid(event.lastIndexOf(' ') + 1);
}

bool Replay::play(const Transcript::Step &step)
{
    if (step.kind == Kind::Event)
        return playEvent(step.bytes);
    if (m_index < 0 && m_session.network.await(0))
        m_index = 0;
    if (step.kind == Kind::Server && step.bytes.startsWith("CHL "))
        m_challenge = step.bytes.trimmed().split(' ').constLast();
    return current().play(step);
}

} // namespace

/// Every transcript from the server's end, against an account and all that it owns.
class TestClientTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTranscriptIsPlayedOrNamed();
    void replay_data();
    void replay();
};

void TestClientTranscripts::everyTranscriptIsPlayedOrNamed()
{
    QSet<QString> named;
    for (const ClientStage &stage : allStages())
        named.insert(QString::fromUtf8(stage.transcript));
    for (const OneSided &entry : oneSided)
        named.insert(QString::fromUtf8(entry.transcript));
    QStringList names(named.cbegin(), named.cend());
    names.sort();
    QCOMPARE(names, Transcript::names());
}

void TestClientTranscripts::replay_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("chunkSize");
    const QList<ClientStage> stages = allStages();
    for (int i = 0; i < stages.size(); ++i) {
        const QByteArray name = (stages[i].transcript + ' ' + stages[i].part).trimmed();
        QTest::addRow("%s at once", name.constData()) << i << 0;
        QTest::addRow("%s byte by byte", name.constData()) << i << 1;
    }
}

void TestClientTranscripts::replay()
{
    QFETCH(int, index);
    QFETCH(int, chunkSize);
    const ClientStage stage = allStages().at(index);
    const QList<Transcript::Step> steps = Transcript::load(QString::fromUtf8(stage.transcript)).steps();
    Session session(stage.version);
    session.chunkSize = chunkSize;
    session.options.reconnects = false;
    stage.opening(session);
    Replay replay(session, stage);
    const int end = stage.until < 0 ? static_cast<int>(steps.size()) : stage.until;
    for (int number = stage.from; number < end && !QTest::currentTestFailed(); ++number) {
        if (const Test::Act act = stage.acts.value(number))
            act(session);
        QVERIFY2(replay.play(steps[number]), steps[number].bytes.constData());
    }
    if (!QTest::currentTestFailed())
        stage.check(session);
}

QTEST_GUILESS_MAIN(TestClientTranscripts)

#include "tst_clienttranscripts.moc"
