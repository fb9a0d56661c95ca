#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/status.h"

#include <QWidget>

class QToolButton;

namespace Ui {

class ElidedLabel;
class InPlaceEdit;
class PictureButton;
class StatusMenu;

/// Who I am here: picture, name to be changed in place, status with its menu, address.
class MeHeader : public QWidget
{
    Q_OBJECT

public:
    explicit MeHeader(QWidget *parent = nullptr);

    void setAddress(const Msn::Address &address);
    /// How many more accounts the status is for.
    void setOthers(int count);
    /// As PictureButton::setPicture().
    void setPicture(const QByteArray &png);
    void setName(const Msn::FriendlyName &name);
    void setStatus(Msn::Status status);
    /// Name and status cannot be changed without a connection.
    void setConnected(bool connected);

    PictureButton *pictureButton() const { return m_picture; }
    InPlaceEdit *nameEdit() const { return m_name; }
    QToolButton *statusButton() const { return m_statusButton; }

Q_SIGNALS:
    /// Empty: none.
    void pictureChosen(const QByteArray &png);
    void nameChosen(const QString &name);
    void statusChosen(Msn::Status status);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Msn::Address m_ownAddress;
    int m_others = 0;
    Msn::FriendlyName m_ownName;
    Msn::Status m_status = Msn::Status::Offline;
    PictureButton *m_picture;
    InPlaceEdit *m_name;
    QToolButton *m_statusButton;
    ElidedLabel *m_address;
    StatusMenu *m_menu;
};

} // namespace Ui
