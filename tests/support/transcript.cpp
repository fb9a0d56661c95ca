#include "tests/support/transcript.h"

#include "tests/support/testdata.h"

namespace Test {

namespace {

bool opensConnection(const QByteArray &event)
{
    return event.startsWith("connect") || event.startsWith("reconnect") || event.contains("connection");
}

} // namespace

QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
            continue;
        }
        const char letter = text.at(++i);
        switch (letter) {
        case 'r':
            bytes += '\r';
            break;
        case 'n':
            bytes += '\n';
            break;
        case 't':
            bytes += '\t';
            break;
        case 'x':
            bytes += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
            break;
        default: // backslash and quotes stand for themselves
            bytes += letter;
        }
    }
    return bytes;
}

QByteArray escaped(const QByteArray &bytes)
{
    QByteArray text;
    for (const char c : bytes) {
        const bool isPlain = c >= ' ' && c != '\\' && c != 0x7F;
        text += isPlain ? QByteArray(1, c) : "\\x" + QByteArray(1, c).toHex();
    }
    return text;
}

QStringList Transcript::names()
{
    return dataNames(QStringLiteral("transcripts"));
}

Transcript Transcript::load(const QString &name)
{
    return parse(readData(QStringLiteral("transcripts/%1.txt").arg(name)));
}

Transcript Transcript::parse(const QByteArray &text)
{
    Transcript transcript;
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines)
        transcript.appendLine(line);
    return transcript;
}

void Transcript::appendLine(const QByteArray &line)
{
    if (line.isEmpty())
        return;
    if (line.startsWith('#')) {
        if (m_title.isEmpty())
            m_title = line.mid(1).trimmed();
        return;
    }
    const QByteArray content = line.mid(2);
    switch (line.front()) {
    case 'C':
        m_steps.append({Step::Kind::Client, unescaped(content)});
        break;
    case 'S':
        m_steps.append({Step::Kind::Server, unescaped(content)});
        break;
    case '@':
        m_steps.append({Step::Kind::Event, content});
        break;
    case '.':
        if (!m_steps.isEmpty()) {
            m_steps.last().bytes += unescaped(content);
            break;
        }
        [[fallthrough]];
    default:
        qFatal("not a transcript line: %s", line.constData());
    }
}

QList<Transcript::Connection> Transcript::connections() const
{
    QList<Connection> connections;
    for (const Step &step : m_steps) {
        const bool isEvent = step.kind == Step::Kind::Event;
        if (isEvent && opensConnection(step.bytes))
            connections.append(Connection{step.bytes, {}});
        else if (connections.isEmpty())
            connections.append(Connection{});
        if (!isEvent)
            connections.last().steps.append(step);
    }
    return connections;
}

QByteArray Transcript::Connection::sentBy(Sender sender) const
{
    const Step::Kind wanted = sender == Sender::Client ? Step::Kind::Client : Step::Kind::Server;
    QByteArray bytes;
    for (const Step &step : steps) {
        if (step.kind == wanted)
            bytes += step.bytes;
    }
    return bytes;
}

} // namespace Test
