#pragma once

#include "core/base/address.h"
#include "core/net/networktest.h"

#include <QDialog>

#include <functional>
#include <memory>

class QLineEdit;
class QPushButton;
class QScrollArea;

namespace Ui {

class MessageBar;
class NetworkTestRow;
class PasswordEdit;

/// Walks the way to a network and shows each step as it happens. The password is optional and
/// forgotten with each walk.
class NetworkTestDialog : public QDialog
{
    Q_OBJECT

public:
    /// Makes the test of one walk; the dialog owns it.
    using Maker = std::function<std::unique_ptr<Msn::NetworkTest>()>;

    NetworkTestDialog(const QString &networkName, Maker make, QWidget *parent = nullptr);
    ~NetworkTestDialog() override;

    /// Either may be empty.
    void setLogin(const Msn::Address &address, const QString &password);
    /// Begins a new walk; one that is under way is stopped.
    void start();
    /// A walk that has been made elsewhere, under way or over.
    void showTest(std::unique_ptr<Msn::NetworkTest> test);
    QString report() const;

protected:
    void hideEvent(QHideEvent *event) override;
    /// Page keys scroll the steps.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *makeLogin();
    QWidget *makeSteps();
    void startOrStop();
    void refreshStep(int index);
    void handleFinished();
    void showWhereItEnded();
    void copyReport();
    void refreshButtons();

    const QString m_networkName;
    const Maker m_make;
    std::unique_ptr<Msn::NetworkTest> m_test;
    Msn::Address m_testedAddress;
    QLineEdit *m_address;
    PasswordEdit *m_password;
    MessageBar *m_bar;
    QScrollArea *m_scroll;
    QList<NetworkTestRow *> m_rows;
    QPushButton *m_start;
    QPushButton *m_copy;
};

} // namespace Ui
