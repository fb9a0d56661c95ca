#include "app/service/console.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

#include <termios.h>
#include <unistd.h>

namespace App {

namespace {

struct ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(App::Console)
};

/// Keeps the terminal from showing what is typed.
class SilentTerminal
{
public:
    SilentTerminal()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    ~SilentTerminal()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void complain(const QString &text)
{
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stderr);
}

int failed(const QString &sentence)
{
    complain(sentence);
    return exitFailed;
}

QString describe(const Msn::Error &error)
{
    QString sentence;
    switch (error.code) {
    case Msn::ErrorCode::ConnectionRefused:
        sentence
            = ConsoleText::tr("Nothing can listen at %1. Choose another address or port.").arg(error.subject);
        break;
    case Msn::ErrorCode::StorageFailed:
        sentence = ConsoleText::tr("%1 cannot be read or written. Check who may use it.").arg(error.subject);
        break;
    case Msn::ErrorCode::StorageFull:
        sentence = ConsoleText::tr("The disk is full, so %1 cannot be written. Make room on it.")
                       .arg(error.subject);
        break;
    case Msn::ErrorCode::StorageBusy:
        sentence = ConsoleText::tr("Another program uses %1. Stop it, or try again in a moment.")
                       .arg(error.subject);
        break;
    case Msn::ErrorCode::StorageDamaged:
        sentence = ConsoleText::tr("%1 is damaged. Put a backup in its place.").arg(error.subject);
        break;
    case Msn::ErrorCode::StorageTooNew:
        sentence = ConsoleText::tr("%1 was written by a newer version. Use that version.").arg(error.subject);
        break;
    case Msn::ErrorCode::TlsHandshakeFailed:
        sentence = ConsoleText::tr("The certificate of this service cannot be used.");
        break;
    default:
        sentence = ConsoleText::tr("This did not work.");
    }
    return error.detail.isEmpty() ? sentence
                                  : sentence + QStringLiteral(" (") + error.detail + QLatin1Char(')');
}

std::optional<QString> readPassword(const QString &prompt)
{
    const bool asks = ::isatty(STDIN_FILENO) == 1;
    std::string line;
    {
        const SilentTerminal silent;
        if (asks)
            std::fputs(prompt.toUtf8().constData(), stderr);
        if (!std::getline(std::cin, line))
            return std::nullopt;
    }
    if (asks)
        std::fputc('\n', stderr);
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    const QString password = QString::fromStdString(line);
    return password.isEmpty() ? std::nullopt : std::optional(password);
}

} // namespace App
