#include "tests/support/serverscript.h"

#include "core/protocol/verb.h"
#include "tests/support/commands.h"
#include "tests/support/eventually.h"

#include <QCoreApplication>
#include <QTest>

namespace Test {

namespace {

bool fail(const QByteArray &text)
{
    QTest::qFail(text.constData(), __FILE__, __LINE__);
    return false;
}

/// Where the transaction id of a command line stands: position and length, length 0 if none.
std::pair<qsizetype, qsizetype> transactionIdAt(const QByteArray &command)
{
    const bool isError = command.size() > 3 && command[0] >= '0' && command[0] <= '9';
    if (command.size() < 5 || command[3] != ' ')
        return {0, 0};
    const auto framing = Msn::framingFromServer(command.left(3), 3);
    if (!isError && framing.transactionId == Msn::Framing::TransactionIdUse::Never)
        return {0, 0};
    qsizetype end = 4;
    while (end < command.size() && command[end] >= '0' && command[end] <= '9')
        ++end;
    return {4, end - 4};
}

QByteArray withoutIndentation(const QByteArray &script)
{
    QByteArray lines;
    const QByteArrayList all = script.split('\n');
    for (const QByteArray &line : all) {
        qsizetype start = 0;
        while (start < line.size() && line[start] == ' ')
            ++start;
        lines += line.mid(start) + '\n';
    }
    return lines;
}

} // namespace

ServerScript::ServerScript(FakeConnection &connection, qsizetype chunkSize)
    : m_connection(connection)
    , m_chunkSize(chunkSize)
{
}

bool ServerScript::isSame(const Msn::Command &wanted, const Msn::Command &said)
{
    return wanted.verb == said.verb && (wanted.verb == "CVR" || wanted.args == said.args)
        && wanted.payload == said.payload
        && wanted.transactionId.has_value() == said.transactionId.has_value();
}

bool ServerScript::play(const QByteArray &script)
{
    const Transcript transcript = Transcript::parse(withoutIndentation(script));
    for (const Transcript::Step &step : transcript.steps()) {
        if (!play(step))
            return false;
    }
    return true;
}

bool ServerScript::play(const Transcript::Step &step)
{
    if (step.kind == Transcript::Step::Kind::Client)
        return expect(step.bytes);
    if (step.kind == Transcript::Step::Kind::Server)
        say(step.bytes);
    else if (step.bytes == "server closes")
        m_connection.hangUp();
    return true;
}

bool ServerScript::expect(const QByteArray &wanted)
{
    const Msn::Command expected = parseCommand(wanted, Sender::Client);
    const auto hasCommand
        = [this] { return !readCommands(m_connection.sent(), Sender::Client).commands.isEmpty(); };
    if (!eventually(hasCommand, 5000))
        return fail("the client is silent; it should say " + wanted.trimmed()
            + ", sent so far: " + m_connection.sent());
    const Msn::Command said = readCommands(m_connection.sent(), Sender::Client).commands.constFirst();
    const QByteArray bytes = Msn::encode(said);
    if (!m_connection.sent().startsWith(bytes))
        return fail("not in the canonical form: " + m_connection.sent());
    m_connection.dropSent(bytes.size());
    if (!m_isSame(expected, said))
        return fail("the client says\n    " + bytes.trimmed() + "\ninstead of\n    " + wanted.trimmed());
    if (expected.transactionId)
        m_ids.insert(QByteArray::number(*expected.transactionId), QByteArray::number(*said.transactionId));
    return true;
}

void ServerScript::say(const QByteArray &bytes)
{
    QByteArray said = bytes;
    const auto [position, length] = transactionIdAt(bytes);
    if (length > 0) {
        const QByteArray id = bytes.mid(position, length);
        said.replace(position, length, m_ids.value(id, id));
    }
    m_connection.say(said, m_chunkSize);
}

bool ServerScript::nothingMoreSent()
{
    turnEventLoop();
    return m_connection.sent().isEmpty() || fail("the client also says " + m_connection.sent());
}

void turnEventLoop()
{
    for (int turn = 0; turn < 10; ++turn) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

QByteArray serverMessage(const QByteArray &sender, const QByteArray &name, const QByteArray &payload)
{
    return "MSG " + sender + ' ' + name + ' ' + QByteArray::number(payload.size()) + "\r\n" + payload;
}

QByteArray serverLine(const Msn::Command &command)
{
    return Msn::encode(command);
}

QByteArray plainText(const QByteArray &text)
{
    return "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + text;
}

} // namespace Test
