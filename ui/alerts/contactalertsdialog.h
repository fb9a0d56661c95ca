#pragma once

#include "core/base/address.h"
#include "ui/alerts/alertpolicy.h"
#include "ui/widgets/fittingdialog.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace Ui {

class AlertSettings;

/// "Alerts and sounds" of one contact: what is to be different from what the options say. Takes
/// effect when accepted. Deletes itself when closed.
class ContactAlertsDialog : public FittingDialog
{
    Q_OBJECT

public:
    /// \p account as alertAccountKey() makes it. \p settings must outlive the dialog.
    ContactAlertsDialog(AlertSettings &settings, const QString &account, const Msn::Address &address,
        const QString &name, QWidget *parent = nullptr);

    ContactAlerts alerts() const;

    void accept() override;

Q_SIGNALS:
    /// The person wants to hear it.
    void previewRequested(Ui::Sound sound);

private:
    QComboBox *makeWishBox(const QString &usual);
    QComboBox *makeSoundBox();
    void build(const QString &name);
    void fill(const ContactAlerts &alerts);
    void refresh();

    AlertSettings &m_settings;
    const QString m_account;
    const Msn::Address m_address;
    QComboBox *m_online;
    QComboBox *m_writes;
    QComboBox *m_sound;
    QPushButton *m_preview;
    QCheckBox *m_silent;
};

} // namespace Ui

Q_DECLARE_METATYPE(Ui::Sound)
