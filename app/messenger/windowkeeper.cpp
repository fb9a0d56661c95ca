#include "app/messenger/windowkeeper.h"

#include "core/storage/settings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/tray/closedialog.h"
#include "ui/tray/closepolicy.h"

namespace App {

using Ui::CloseAction;

WindowKeeper::WindowKeeper(Ui::MainWindow &window, Msn::Settings &settings, std::function<bool()> hasTray,
    std::function<bool()> isSignedIn, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
    , m_hasTray(std::move(hasTray))
    , m_isSignedIn(std::move(isSignedIn))
{
    m_window.setCloseGuard([this] { return mayClose(); });
}

WindowKeeper::~WindowKeeper()
{
    m_window.setCloseGuard({});
}

void WindowKeeper::startMinimised()
{
    m_waitsForTray = true;
    if (m_hasTray())
        setTrayThere(true);
}

void WindowKeeper::setTrayThere(bool there)
{
    const bool waited = std::exchange(m_waitsForTray, false);
    if (there && waited && m_window.isMinimized())
        m_window.hide();
    else if (!there && m_window.isHidden())
        m_window.showMinimized();
    m_waitsForTray = waited && !there;
}

Ui::CloseDialog *WindowKeeper::question() const
{
    return m_question;
}

bool WindowKeeper::mayClose()
{
    switch (Ui::closeActionFor(m_settings.value(Msn::Setting::closeAction), m_hasTray(), m_isSignedIn())) {
    case CloseAction::Quit:
        return true;
    case CloseAction::Hide:
        m_window.hide();
        return false;
    case CloseAction::Minimise:
        m_window.showMinimized();
        return false;
    case CloseAction::Ask:
        ask();
        return false;
    }
    return true;
}

void WindowKeeper::ask()
{
    if (m_question)
        return;
    m_question = new Ui::CloseDialog(m_hasTray(), &m_window);
    connect(m_question, &Ui::CloseDialog::keepChosen, this, [this] {
        choose(QStringLiteral("tray"));
        if (m_hasTray())
            m_window.hide();
        else
            m_window.showMinimized();
    });
    connect(m_question, &Ui::CloseDialog::quitChosen, this, [this] {
        choose(QStringLiteral("quit"));
        m_window.close();
    });
    m_question->open();
}

void WindowKeeper::choose(const QString &setting)
{
    m_settings.setValue(Msn::Setting::closeAction, setting);
}

} // namespace App
