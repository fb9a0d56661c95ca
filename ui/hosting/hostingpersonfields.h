#pragma once

#include "ui/hosting/hostingvalues.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Ui {

class PictureButton;

/// Fields for one more person on the network, with a proposal for all but the name.
class HostingPersonFields : public QWidget
{
    Q_OBJECT

public:
    explicit HostingPersonFields(QWidget *parent = nullptr);

    /// What proposed addresses end in.
    void setNetworkName(const QString &name);
    /// Who is there: their addresses and pictures are not proposed.
    void setPeople(const QList<HostingPerson> &people);
    /// Somebody is half typed in.
    bool hasUnfinished() const;
    HostingPerson typed() const;
    /// Empty fields for the next one.
    void clear();

    /// Without the picture, which gives way to the fields.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Not checked yet.
    void addRequested(const Ui::HostingPerson &person);

protected:
    /// Enter in a field adds.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void submit();
    void proposeAddress();
    void proposePassphrase();
    void proposePicture();
    void showPerson();
    int pictureWidth() const;

    QList<HostingPerson> m_people;
    QString m_network;
    bool m_hasOwnAddress = false; ///< somebody has changed the proposed one
    bool m_hasOwnPicture = false; ///< likewise
    PictureButton *m_picture;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_passphrase;
    QPushButton *m_newWords;
    QPushButton *m_add;
};

} // namespace Ui
