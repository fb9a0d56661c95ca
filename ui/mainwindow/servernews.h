#pragma once

#include "core/account/account.h"
#include "core/protocol/alert.h"
#include "core/protocol/serviceform.h"

#include <QObject>

#include <optional>

namespace Ui {

class ServicePage;
class UndoBar;

/// What the server has to say in the middle of a session, in the window's bar: maintenance, new e-mail,
/// alerts, messages from mobile phones, a status it refused.
class ServerNews : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this object.
    ServerNews(Msn::Account &account, UndoBar &bar, QObject *parent = nullptr);

private:
    void tellMaintenance(int minutes);
    void tellMail(const Msn::NewMailNotice &mail);
    void handleAlert(const QByteArray &xml);
    void tellAlert(const Msn::Alert &alert);
    void openForm(const Msn::ServiceForm &form);

    Msn::Account &m_account;
    UndoBar &m_bar;
    ServicePage *m_pages;
};

} // namespace Ui
