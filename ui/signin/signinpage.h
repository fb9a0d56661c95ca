#pragma once

#include "core/net/signinprogress.h"
#include "ui/widgets/headerground.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Ui {

class CertificatePanel;
class MessageBar;
class ProgressPanel;
class SignInForm;

/// The first page of the program: fields, or the progress of a sign-in, or the question about a
/// certificate, under one mark and one bar for messages.
class SignInPage : public HeaderGround
{
    Q_OBJECT

public:
    explicit SignInPage(QWidget *parent = nullptr);

    SignInForm *form() const { return m_form; }
    ProgressPanel *progress() const { return m_progress; }
    CertificatePanel *certificate() const { return m_certificate; }
    MessageBar *bar() const { return m_bar; }

    /// There is something to be read on this computer.
    void setHasHistory(bool has);
    /// One that this computer hosts: it is offered to be managed.
    void setHasOwnNetwork(bool has);
    void showForm();
    /// Somebody is signed in already, and the page can be left without signing in.
    void setWayBack(bool there);
    void showProgress(Msn::SignInProgress progress, const QString &address, const QString &network);
    void askAboutCertificate(const QString &server, const QString &network, const QByteArray &sha256);

public Q_SLOTS:
    /// Lets the person choose a network file, then networkFileChosen().
    void chooseNetworkFile();

Q_SIGNALS:
    void networkFileChosen(const QString &file);
    void backRequested();
    void aboutRequested();
    /// A network of one's own.
    void hostingRequested();
    /// What is kept on this computer.
    void historyRequested();
    void optionsRequested();
    /// Of the network that is chosen.
    void testRequested();

protected:
    void changeEvent(QEvent *event) override;
    /// Escape leaves what can be left.
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(QVBoxLayout &column);
    QLayout *makeLinks();
    void applyMark();
    void leave();
    /// A low window has a small mark and little air, so that nothing of the form need be scrolled.
    void setLow(bool low);

    QPushButton *m_back;
    QPushButton *m_history;
    QPushButton *m_host;
    QLabel *m_mark;
    QLabel *m_heading;
    MessageBar *m_bar;
    QStackedWidget *m_pages;
    SignInForm *m_form;
    ProgressPanel *m_progress;
    CertificatePanel *m_certificate;
    QVBoxLayout *m_column = nullptr;
    bool m_isLow = false;
};

} // namespace Ui
