#pragma once

#include "ui/hosting/hostingvalues.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace Ui {

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

protected:
    /// Enter in a field adds.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void submit();
    QLayout *makeFields();
    QLayout *makeActions();
    void proposeAddress();
    void proposePassphrase();
    void refreshActions();
    void showAdvice();
    const HostingPerson *current() const;

    QList<HostingPerson> m_people;
    QString m_network;
    bool m_hasOwnAddress = false; ///< somebody has changed the proposed one
    QLabel *m_advice;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_passphrase;
    QPushButton *m_newWords;
    QPushButton *m_add;
    QTreeWidget *m_list;
    QPushButton *m_copy;
    QPushButton *m_reset;
    QPushButton *m_rules;
    QPushButton *m_remove;
    QCheckBox *m_everybody;
};

} // namespace Ui
