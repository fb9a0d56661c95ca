#pragma once

#include "core/storage/savedaccounts.h"
#include "ui/signin/networkbox.h"
#include "ui/signin/signinrequest.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Ui {

class PasswordEdit;

/// The fields of the sign-in page.
class SignInForm : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    NetworkBox *networkBox() const { return m_network; }
    SignInRequest request() const;
    /// The network stays as it is if \p request names one that is not there.
    void setRequest(const SignInRequest &request);
    /// Networks close by that are not known yet: a link beside the head of the choice leads to the one, or
    /// to the list. True if one is among them that was not there before.
    bool setNearby(const QList<NearbyChoice> &choices);
    /// What the address field offers.
    void setAccounts(const QList<Msn::SavedAccount> &accounts);
    /// The keychain has the password of this account: the field may stay empty.
    void setPasswordSaved(bool saved);
    bool isPasswordSaved() const { return m_passwordSaved; }
    /// Takes the tick from "Remember my password" and says below it why; empty: says nothing.
    void refusePassword(const QString &reason);
    QString passwordReason() const;
    /// Shows "Forget me".
    void setKnown(bool known);

    /// What the person has to do next: the first empty field, or the button.
    void focusNextStep();
    void focusAddress();
    void focusPassword();

Q_SIGNALS:
    void submitted();
    /// Another address was typed or chosen.
    void addressChanged(const Msn::Address &address);
    void forgetRequested();
    void nearbyRequested(const QString &id);
    /// The person wants the password kept; the tick is there already.
    void keepPasswordChosen();

private:
    void buildFields(QVBoxLayout &column);
    void buildChoices(QVBoxLayout &column);
    void addField(QVBoxLayout &column, const QString &label, QWidget *field);
    void addNetworkField(QVBoxLayout &column);
    void openNearby();
    void updateButton();
    void submit();

    NetworkBox *m_network;
    QPushButton *m_nearbyLink;
    QList<NearbyChoice> m_nearby;
    QComboBox *m_address;
    PasswordEdit *m_password;
    QComboBox *m_status;
    QCheckBox *m_rememberMe;
    QCheckBox *m_rememberPassword;
    QLabel *m_passwordReason;
    QCheckBox *m_automatically;
    QPushButton *m_forget;
    QPushButton *m_signIn;
    bool m_passwordSaved = false;
};

} // namespace Ui
