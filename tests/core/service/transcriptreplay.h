#pragma once

#include "tests/core/service/servicefixture.h"
#include "tests/support/transcript.h"

#include <QMap>

#include <functional>

namespace Test {

/// What has to be there, and what the others do, so that the service can say its lines of a
/// transcript. Scripts are in the notation of Dialogue, with two lines more:
///
///     bob signs in 9          up to the profile message
///     bob goes online 9       SYN and CHG too
struct TranscriptStage
{
    QByteArray transcript;
    /// Why our service cannot play it at all.
    QString unplayable;
    Msn::ServiceOptions options;
    std::function<void(ServiceFixture &)> prepare;
    QByteArray opening;
    /// The transcript begins on the switchboard that the opening opens as `alice-sb`.
    bool onSwitchboard = false;
    /// Number of a step, events counted -> script before it. PAYLOAD is the payload of that step.
    QMap<int, QByteArray> cues;
    /// Number of a step of the server -> script instead of it, where the documents leave the service
    /// free or the line is another server's. Each says why.
    QMap<int, QByteArray> instead;
    /// Steps from here on are another server's; -1: none.
    int until = -1;
};

/// Plays the client of a transcript against the service: says each of its lines and takes nothing
/// but the lines of the server. What a server chooses may differ, but must stay the same through the
/// transcript: numbers from 100 on (versions, sessions, client ids), GUIDs, time stamps, end points,
/// cookies, challenges, the policy. LST lines may come in any order.
class TranscriptReplay
{
public:
    explicit TranscriptReplay(const TranscriptStage &stage);

    /// Empty if all went as written; else what did not.
    QString play(const Transcript &transcript);

private:
    QString playScript(const QByteArray &script, const QByteArray &payload = {});
    QString playStep(int number, const Transcript::Step &step);
    QString playEvent(const QByteArray &event);
    QString say(const QByteArray &bytes);
    QString expect(const QByteArray &bytes);
    QByteArray lineToSay(const QByteArray &line);
    QByteArray pattern(const QByteArray &line);
    QByteArray patternToken(const QByteArray &token);
    QByteArray answerToChallenge(const QByteArray &line, const QByteArray &payload) const;
    QString checkCaptures();

    const TranscriptStage &m_stage;
    ServiceFixture m_fixture;
    QByteArray m_who;
    QMap<QByteArray, QByteArray> m_captures; ///< token of the transcript -> name of the value
    QByteArray m_challenge;
};

/// The steps of \p transcript with its LST lines, each with the BPR lines behind it, in the order of
/// the addresses.
QList<Transcript::Step> withSortedContacts(const QList<Transcript::Step> &steps);

} // namespace Test
