#pragma once

#include "core/storage/connectionchoices.h"
#include "ui/options/optionsform.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Ui {

class PasswordEdit;

/// Page of the options: through which proxy, and when through a web gateway. Whatever is changed
/// holds from the next connection on; a field holds when it is left, not with each letter.
class ConnectionPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p choices must outlive the page.
    explicit ConnectionPage(Msn::ConnectionChoices &choices, QWidget *parent = nullptr);

private:
    void addProxy();
    void addGateway();
    void showChoices();
    void fetchPassword();
    void apply();
    void arrange();
    Msn::ProxySettings::Kind kind() const;

    Msn::ConnectionChoices &m_choices;
    QComboBox *m_kind;
    QWidget *m_server; ///< host and port
    QLineEdit *m_host;
    QSpinBox *m_port;
    QWidget *m_login; ///< user and password
    QLineEdit *m_user;
    PasswordEdit *m_password;
    QComboBox *m_gateway;
};

} // namespace Ui
