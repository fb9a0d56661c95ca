#include "tests/core/service/transcriptreplay.h"

#include "core/protocol/challenge.h"

#include <QRegularExpression>

#include <algorithm>

namespace Test {

namespace {

using Step = Transcript::Step;
using Kind = Step::Kind;

/// What a server may choose; the order matters.
const QList<QRegularExpression> &freeForms()
{
    static const QList<QRegularExpression> forms{
        QRegularExpression(QStringLiteral("^[1-9]\\d{2,}$")),
        QRegularExpression(QStringLiteral("^(C=)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")),
        QRegularExpression(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]+$")),
        QRegularExpression(QStringLiteral("^[\\w.-]+:\\d+$")),
        QRegularExpression(QStringLiteral("^\\d+(\\.\\d+)+$")),
    };
    return forms;
}

qsizetype formOf(const QByteArray &token)
{
    const QString text = QString::fromUtf8(token);
    const auto &forms = freeForms();
    const auto form = std::find_if(forms.cbegin(), forms.cend(),
        [&text](const QRegularExpression &candidate) { return candidate.match(text).hasMatch(); });
    return form == forms.cend() ? -1 : form - forms.cbegin();
}

bool isDecimal(const QByteArray &token)
{
    return std::all_of(token.cbegin(), token.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArray lineOf(const QByteArray &bytes)
{
    return bytes.first(bytes.indexOf("\r\n"));
}

QByteArray payloadOf(const QByteArray &bytes)
{
    const qsizetype lineEnd = bytes.indexOf("\r\n");
    return lineEnd < 0 ? QByteArray() : bytes.sliced(lineEnd + 2);
}

/// In the notation of Dialogue: the length is the last token.
QByteArray withPayload(QByteArray line, const QByteArray &payload)
{
    if (payload.isEmpty())
        return line;
    return line.first(line.lastIndexOf(' ')) + " # | " + escaped(payload);
}

bool isLine(const Step &step, const char *verb)
{
    return step.kind == Kind::Server && step.bytes.startsWith(verb);
}

} // namespace

QList<Step> withSortedContacts(const QList<Step> &steps)
{
    QList<Step> result;
    QList<QList<Step>> contacts;
    const auto flush = [&] {
        std::stable_sort(contacts.begin(), contacts.end(), [](const QList<Step> &a, const QList<Step> &b) {
            return a.constFirst().bytes.split(' ').at(1) < b.constFirst().bytes.split(' ').at(1);
        });
        for (const QList<Step> &lines : std::as_const(contacts))
            result += lines;
        contacts.clear();
    };
    for (const Step &step : steps) {
        if (isLine(step, "LST ")) {
            contacts.append(QList<Step>{step});
        } else if (isLine(step, "BPR ") && !contacts.isEmpty()) {
            contacts.last().append(step);
        } else {
            flush();
            result.append(step);
        }
    }
    flush();
    return result;
}

TranscriptReplay::TranscriptReplay(const TranscriptStage &stage)
    : m_stage(stage)
    , m_fixture(stage.options)
    , m_who(stage.onSwitchboard ? "alice-sb" : "alice")
{
    if (stage.prepare)
        stage.prepare(m_fixture);
}

QString TranscriptReplay::play(const Transcript &transcript)
{
    QString failure = playScript(m_stage.opening);
    const QList<Step> steps = withSortedContacts(transcript.steps());
    const auto count = static_cast<int>(steps.size());
    const int end = m_stage.until < 0 ? count : m_stage.until;
    for (int number = 0; number < end && failure.isEmpty(); ++number) {
        failure = playScript(m_stage.cues.value(number), payloadOf(steps[number].bytes));
        if (failure.isEmpty())
            failure = playStep(number, steps[number]);
        if (!failure.isEmpty())
            failure.prepend(QStringLiteral("step %1: ").arg(number));
    }
    return failure;
}

QString TranscriptReplay::playScript(const QByteArray &script, const QByteArray &payload)
{
    static const QRegularExpression signIn(QStringLiteral("^(\\S+) (signs in|goes online) (\\d+)$"));
    const QByteArrayList lines = script.split('\n');
    for (const QByteArray &line : lines) {
        QByteArray trimmed = line.trimmed();
        trimmed.replace("PAYLOAD", escaped(payload));
        const auto match = signIn.match(QString::fromUtf8(trimmed));
        QString failure;
        if (!match.hasMatch())
            failure = m_fixture.dialogue.play(trimmed);
        else if (match.captured(2) == QLatin1String("signs in"))
            failure = m_fixture.signIn(match.captured(1).toUtf8().constData(), match.captured(3).toInt());
        else
            failure
                = m_fixture.signInOnline(match.captured(1).toUtf8().constData(), match.captured(3).toInt());
        if (!failure.isEmpty())
            return failure;
    }
    return {};
}

QString TranscriptReplay::playStep(int number, const Step &step)
{
    if (m_stage.instead.contains(number))
        return playScript(m_stage.instead.value(number));
    switch (step.kind) {
    case Kind::Client:
        return say(step.bytes);
    case Kind::Server:
        return expect(step.bytes);
    case Kind::Event:
        return playEvent(step.bytes);
    }
    return {};
}

QString TranscriptReplay::playEvent(const QByteArray &event)
{
    if (event == "server closes")
        return m_fixture.dialogue.play(m_who + " closed");
    if (event == "notification connection") {
        m_who = "alice-sb"; // the next one to be opened
        return {};
    }
    if (event.startsWith("connect") || event.startsWith("reconnect"))
        return m_fixture.dialogue.play(m_who + " connect");
    return {};
}

QString TranscriptReplay::say(const QByteArray &bytes)
{
    const QByteArray line = lineOf(bytes);
    const QByteArray payload = answerToChallenge(line, payloadOf(bytes));
    const bool onSwitchboard = m_who == "alice-sb" && !line.startsWith("XFR");
    return m_fixture.dialogue.play(
        (onSwitchboard ? "alice-sb > " : "alice > ") + withPayload(lineToSay(line), payload));
}

QByteArray TranscriptReplay::lineToSay(const QByteArray &line)
{
    QByteArrayList tokens = line.split(' ');
    const bool showsTicket
        = tokens.value(0) == "USR" && tokens.value(3) == "S" && tokens.value(4) != "t=expired&p=";
    if (showsTicket)
        tokens[4] = m_fixture.ticket("alice@example.com", m_fixture.dialogue.value("<policy-alice>"));
    for (QByteArray &token : tokens) {
        // What the client has chosen comes back unchanged.
        if (m_captures.contains(token))
            token = m_captures.value(token);
        else if (formOf(token) >= 0)
            m_fixture.dialogue.setValue('<' + token + '>', token);
    }
    return tokens.join(' ');
}

QByteArray TranscriptReplay::answerToChallenge(const QByteArray &line, const QByteArray &payload) const
{
    const auto product = Msn::findProduct(line.split(' ').value(2));
    if (!line.startsWith("QRY ") || !product || payload != Msn::challengeResponse(m_challenge, *product))
        return payload;
    return Msn::challengeResponse(m_fixture.dialogue.value('<' + m_challenge + '>'), *product);
}

QString TranscriptReplay::expect(const QByteArray &bytes)
{
    const QByteArray line = lineOf(bytes);
    if (line.startsWith("CHL "))
        m_challenge = line.split(' ').value(2);
    const bool onSwitchboard = m_who == "alice-sb" && !line.startsWith("XFR") && !line.startsWith("RNG");
    const QString failure = m_fixture.dialogue.play(
        (onSwitchboard ? "alice-sb < " : "alice < ") + withPayload(pattern(line), payloadOf(bytes)));
    return failure.isEmpty() ? checkCaptures() : failure;
}

QByteArray TranscriptReplay::pattern(const QByteArray &line)
{
    QByteArrayList tokens = line.split(' ');
    if (tokens[0] == "CVR")
        return "CVR " + tokens.value(1) + " ..";
    if (tokens[0] == "QNG" && tokens.size() > 1)
        return "QNG *";
    if (tokens[0] == "USR" && tokens.value(3) == "S")
        return "USR " + tokens.value(1) + " TWN S <policy-alice>";
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        const bool isPayloadLength = tokens[0] == "MSG" && i == tokens.size() - 1;
        if (!isPayloadLength)
            tokens[i] = patternToken(tokens[i]);
    }
    return tokens.join(' ');
}

QByteArray TranscriptReplay::patternToken(const QByteArray &token)
{
    if (formOf(token) < 0)
        return token;
    const QByteArray name = '<' + token + '>';
    m_captures.insert(token, name);
    return name;
}

/// What was captured has the form it has in the transcript; `C=` and the id behind it are one.
QString TranscriptReplay::checkCaptures()
{
    const auto captures = m_captures;
    for (auto capture = captures.cbegin(); capture != captures.cend(); ++capture) {
        const QByteArray value = m_fixture.dialogue.value(capture.value());
        const bool isNumber = formOf(capture.key()) == 0;
        const bool fits = isNumber ? isDecimal(value) : formOf(value) == formOf(capture.key());
        const bool isCookie = formOf(capture.key()) == freeForms().size() - 1;
        if (!fits && !isCookie)
            return QStringLiteral("%1 stands for %2")
                .arg(QString::fromUtf8(value), QString::fromUtf8(capture.key()));
        if (capture.key().startsWith("C=")) {
            m_captures.insert(capture.key().sliced(2), '<' + capture.key().sliced(2) + '>');
            m_fixture.dialogue.setValue('<' + capture.key().sliced(2) + '>', value.sliced(2));
        }
    }
    return {};
}

} // namespace Test
