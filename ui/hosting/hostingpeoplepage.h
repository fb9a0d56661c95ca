#pragma once

#include "ui/hosting/hostingvalues.h"

#include <QHash>
#include <QIcon>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace Ui {

class HostingPersonFields;
class PictureChooser;

/// Who has an account on the network: fields for one more, and everybody who is there.
class HostingPeoplePage : public QWidget
{
    Q_OBJECT

public:
    explicit HostingPeoplePage(QWidget *parent = nullptr);

    /// What proposed addresses end in.
    void setNetworkName(const QString &name);
    void setPeople(const QList<HostingPerson> &people);
    /// Before there is a network: no rules for anybody yet, and whether everybody is to have everybody on the
    /// list.
    void setPlanning(bool plans);
    bool isEverybodyListed() const;
    /// Somebody is half typed in.
    bool hasUnfinished() const;
    HostingPerson typed() const;
    /// Empty fields for the next one.
    void clearFields();

Q_SIGNALS:
    /// Not checked yet.
    void addRequested(const Ui::HostingPerson &person);
    void removeRequested(const Ui::HostingPerson &person);
    void newPassphraseRequested(const Ui::HostingPerson &person);
    void copyRequested(const Ui::HostingPerson &person);
    void rulesRequested(const Ui::HostingPerson &person);
    /// A PNG, empty: none.
    void pictureChosen(const Msn::Address &address, const QByteArray &png);

private:
    void build();
    QLayout *makeActions();
    QIcon iconOf(const HostingPerson &person, const QHash<QByteArray, QIcon> &drawn);
    void choosePicture();
    void refreshActions();
    void showAdvice();
    const HostingPerson *current() const;

    QList<HostingPerson> m_people;
    QHash<QByteArray, QIcon> m_icons; ///< of pictures that are shown
    QMetaObject::Connection m_answer; ///< of the picture chooser
    QLabel *m_advice;
    HostingPersonFields *m_fields;
    QTreeWidget *m_list;
    QPushButton *m_copy;
    QPushButton *m_picture;
    QPushButton *m_reset;
    QPushButton *m_rules;
    QPushButton *m_remove;
    QCheckBox *m_everybody;
    PictureChooser *m_chooser;
};

} // namespace Ui
