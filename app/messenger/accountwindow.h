#pragma once

#include <QPointer>
#include <QWidget>

namespace Msn {
class Account;
} // namespace Msn

namespace App {

/// A window about one account, made when somebody asks for it and gone when it is closed.
template <typename Window>
class AccountWindow
{
public:
    AccountWindow() = default;
    ~AccountWindow() { delete m_window; }
    Q_DISABLE_COPY_MOVE(AccountWindow)

    /// Brings it forward if it is open for \p account, else shows what \p make returns instead.
    template <typename Make>
    void show(const Msn::Account &account, Make make)
    {
        if (m_account != &account)
            delete m_window;
        if (!m_window) {
            m_window = make();
            m_window->setAttribute(Qt::WA_DeleteOnClose);
            m_account = &account;
        }
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
    }
    void forget(const Msn::Account &account)
    {
        if (m_account == &account)
            delete m_window;
    }
    /// Nullptr while it is closed.
    Window *window() const { return m_window; }

private:
    QPointer<Window> m_window;
    const Msn::Account *m_account = nullptr;
};

} // namespace App
