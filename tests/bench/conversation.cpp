// An open conversation: what a message costs at the start and at the end, and what it weighs.
#include "app/shots/chatstage.h"
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"
#include "ui/conversation/view/messageview.h"
#include "ui/conversation/window/conversationwidget.h"
#include "ui/conversation/window/conversationwindow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>

namespace Bench {

namespace {

constexpr int messages = 10'000;
constexpr int part = 1'000;
const QString ana = QStringLiteral("ana@example.com");

/// Microseconds per message for \p count of them, through the whole way from the switchboard to the
/// painted line.
double receive(App::ChatStage &stage, int first, int count)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = first; i < first + count; ++i) {
        stage.receiveText(ana, QStringLiteral("Message %1 with some words in it :)").arg(i));
        QCoreApplication::processEvents();
    }
    return double(timer.nsecsElapsed()) / 1000 / count;
}

/// The least that showing a line of text can cost: a plain field that grows without end.
double appendPlainly()
{
    QPlainTextEdit edit;
    edit.resize(500, 400);
    edit.show();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < part; ++i) {
        edit.appendPlainText(QStringLiteral("Ana says\nMessage %1 with some words in it :)").arg(i));
        QCoreApplication::processEvents();
    }
    return double(timer.nsecsElapsed()) / 1000 / part;
}

void measureStyle(BenchReport &report, const QString &style)
{
    App::ChatStage stage;
    stage.preferences().setStyle(style);
    stage.addContact(ana, QStringLiteral("Ana"), Msn::Status::Online);
    stage.open(ana);
    stage.show(ana);
    // Past the size at which old lines go, so that both ends do the same work.
    receive(stage, 0, part);
    const double early = receive(stage, part, part);
    const double megabytes = residentMegabytes();
    receive(stage, 2 * part, messages - 3 * part);
    const double late = receive(stage, messages - part, part);
    report.add({QStringLiteral("message %1 in a conversation, style %2").arg(messages).arg(style), late,
        QStringLiteral("us"), QStringLiteral("message %1").arg(2 * part), early});
    report.add({QStringLiteral("memory after %1 messages, style %2").arg(messages).arg(style),
        residentMegabytes(), QStringLiteral("MB"), QStringLiteral("after %1").arg(2 * part), megabytes});
    report.add({QStringLiteral("lines in the document after %1 messages, style %2").arg(messages).arg(style),
        double(stage.widget(ana).view().count()), QStringLiteral("lines"), QStringLiteral("limit"),
        double(Ui::ChatDocument::maxEntries)});
    if (style == QLatin1String("classic"))
        report.add({QStringLiteral("message %1 in a conversation").arg(messages), late, QStringLiteral("us"),
            QStringLiteral("line in a bare text field"), appendPlainly()});
}

} // namespace

void measureConversation(BenchReport &report)
{
    for (const QString &style : {QStringLiteral("classic"), QStringLiteral("bubbles")})
        measureStyle(report, style);
}

} // namespace Bench
