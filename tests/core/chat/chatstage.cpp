#include "tests/core/chat/chatstage.h"

#include "tests/support/eventually.h"

#include <QTest>

namespace Test {

void ChatStage::begin()
{
    begin([](Msn::Timing &) {});
}

void ChatStage::begin(const std::function<void(Msn::Timing &)> &change)
{
    m_session = std::make_unique<Session>();
    m_session->options.timing.typingRepeat = std::chrono::seconds(10);
    change(m_session->options.timing);
    m_added
        = std::make_unique<QSignalSpy>(&account().conversations(), &Msn::Conversations::conversationAdded);
    QVERIFY(m_session->signIn());
}

void ChatStage::end()
{
    m_session.reset();
    turnEventLoop();
}

bool ChatStage::giveSwitchboard(qsizetype index)
{
    return m_session->play("C XFR 10 SB\\r\\n\nS XFR 10 SB 192.0.2.20:1863 CKI 204417.1100000100.5120\\r\\n")
        && m_session->network.await(index);
}

bool ChatStage::open(qsizetype index, const QByteArray &who)
{
    return giveSwitchboard(index)
        && sb(index).play("C USR 1 alice@example.com 204417.1100000100.5120\\r\\n\n"
                          "S USR 1 OK alice@example.com Alice%20A.\\r\\n")
        && answerCall(index, 2, who);
}

bool ChatStage::answerCall(qsizetype index, int id, const QByteArray &who)
{
    const QByteArray number = QByteArray::number(id);
    return sb(index).play("C CAL " + number + ' ' + who + "\\r\\n\nS CAL " + number
        + " RINGING 20481\\r\\n\nS JOI " + who + " Name\\r\\n");
}

bool ChatStage::sayOne(Msn::Conversation &conversation)
{
    conversation.sendText(QStringLiteral("one"), {});
    return open(1) && expectText(1, 3, "one");
}

bool ChatStage::ring(qsizetype index, const QByteArray &roster)
{
    m_session->ns().say("RNG 20481 192.0.2.20:1863 CKI 1100000123.204418 bob@example.com Bob\r\n");
    return m_session->network.await(index)
        && sb(index).play(
            "C ANS 1 alice@example.com 1100000123.204418 20481\\r\\n\n" + roster + "\nS ANS 1 OK\\r\\n");
}

bool ChatStage::expectText(qsizetype index, int id, const QByteArray &text)
{
    const QByteArray payload = Msn::encodeText({QString::fromUtf8(text), {}, {}});
    const QByteArray wanted
        = "MSG " + QByteArray::number(id) + " A " + QByteArray::number(payload.size()) + "\r\n" + payload;
    const bool sent = eventually([&] { return connection(index).sent().size() >= wanted.size(); }, 5000);
    if (!sent || !connection(index).sent().startsWith(wanted)) {
        QTest::qFail(
            ("sent: " + connection(index).sent() + "\nwanted: " + wanted).constData(), __FILE__, __LINE__);
        return false;
    }
    connection(index).dropSent(wanted.size());
    return true;
}

} // namespace Test
