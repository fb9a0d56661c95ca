#include "tests/support/dialogue.h"

#include "tests/support/transcript.h"

namespace Test {

namespace {

constexpr char payloadMark[] = " | ";

struct Spoken
{
    QByteArray line;
    std::optional<QByteArray> payload;
};

Spoken split(const QByteArray &text)
{
    const qsizetype mark = text.indexOf(payloadMark);
    if (mark < 0)
        return {text, std::nullopt};
    const QByteArray payload = unescaped(text.sliced(mark + 3));
    QByteArray line = text.first(mark);
    line.replace(" #", ' ' + QByteArray::number(payload.size()));
    return {line, payload};
}

bool isCapture(const QByteArray &token)
{
    return token.size() > 2 && token.startsWith('<') && token.endsWith('>');
}

} // namespace

void Dialogue::setPlainServer(const QString &host, quint16 port)
{
    m_plain = {host, port};
}

void Dialogue::setTlsServer(const QString &host, quint16 port, const QSslConfiguration &configuration)
{
    m_tls = {host, port};
    m_tlsConfiguration = configuration;
}

QString Dialogue::play(const QByteArray &script)
{
    int number = 0;
    const QByteArrayList lines = script.split('\n');
    for (const QByteArray &line : lines) {
        ++number;
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith('#'))
            continue;
        const QString failure = playLine(trimmed);
        if (!failure.isEmpty())
            return QStringLiteral("line %1, \"%2\": %3").arg(number).arg(QString::fromUtf8(trimmed), failure);
    }
    return {};
}

ScriptedClient &Dialogue::client(const QByteArray &name)
{
    auto &client = m_clients[name];
    if (!client)
        client = std::make_unique<ScriptedClient>();
    return *client;
}

QString Dialogue::playLine(const QByteArray &line)
{
    const QByteArray name = line.split(' ').constFirst();
    const QByteArray rest = line.sliced(name.size()).trimmed();
    if (rest.startsWith("connect"))
        return connectClient(name, rest.endsWith("tls")) ? QString() : QStringLiteral("cannot connect");
    ScriptedClient &who = client(name);
    if (rest.startsWith("> "))
        say(who, rest.sliced(2));
    else if (rest.startsWith("< "))
        return expect(who, rest.sliced(2));
    else if (rest == "silent")
        return expectSilence(who);
    else if (rest == "closed")
        return who.isClosedByServer()
            ? QString()
            : QStringLiteral("still open, or said ") + QString::fromUtf8(who.unread());
    else if (rest == "abort")
        who.abort();
    else
        return QStringLiteral("not a line of a script");
    return {};
}

bool Dialogue::connectClient(const QByteArray &name, bool tls)
{
    m_clients[name] = std::make_unique<ScriptedClient>();
    return tls ? client(name).connectTls(m_tls.host, m_tls.port, m_tlsConfiguration)
               : client(name).connectPlain(m_plain.host, m_plain.port);
}

void Dialogue::say(ScriptedClient &who, const QByteArray &text)
{
    const Spoken spoken = split(substituted(text));
    who.sendBytes(spoken.line + "\r\n" + spoken.payload.value_or(QByteArray()));
}

QString Dialogue::expect(ScriptedClient &who, const QByteArray &text)
{
    const auto received = who.nextCommand();
    if (!received)
        return QStringLiteral("got nothing of this form; unread: ") + QString::fromUtf8(who.unread());
    const qsizetype lineEnd = received->indexOf("\r\n");
    const QByteArrayList tokens = received->first(lineEnd).split(' ');
    const QByteArray payload = received->sliced(lineEnd + 2);
    const Spoken expected = split(text);
    const QByteArrayList pattern = expected.line.split(' ');
    const QString mismatch = QStringLiteral("got \"%1\"").arg(QString::fromUtf8(received->trimmed()));
    const bool openEnd = pattern.constLast() == "..";
    if (!openEnd && (pattern.size() != tokens.size() || (expected.payload && *expected.payload != payload)))
        return mismatch;
    for (qsizetype i = 0; i < pattern.size() - (openEnd ? 1 : 0); ++i) {
        if (i >= tokens.size())
            return mismatch;
        if (isCapture(pattern[i]) && !m_values.contains(pattern[i]))
            m_values.insert(pattern[i], tokens[i]);
        else if (pattern[i] != "*" && substituted(pattern[i]) != tokens[i])
            return mismatch;
    }
    return {};
}

QString Dialogue::expectSilence(ScriptedClient &who)
{
    who.sendBytes("PNG\r\n");
    const auto answer = who.nextCommand();
    if (!answer || !answer->startsWith("QNG"))
        return QStringLiteral("got \"%1\"").arg(QString::fromUtf8(answer.value_or("nothing").trimmed()));
    return {};
}

QByteArray Dialogue::substituted(QByteArray text) const
{
    for (auto entry = m_values.cbegin(); entry != m_values.cend(); ++entry)
        text.replace(entry.key(), entry.value());
    return text;
}

} // namespace Test
