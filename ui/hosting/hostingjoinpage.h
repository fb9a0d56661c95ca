#pragma once

#include "ui/hosting/hostingvalues.h"
#include "ui/text/errortext.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace Ui {

class QrCodeView;

/// Whether the network runs, and how others come onto it.
class HostingJoinPage : public QWidget
{
    Q_OBJECT

public:
    explicit HostingJoinPage(QWidget *parent = nullptr);

    void setState(const HostingState &state);
    /// Whom to sign in as, until the person chooses somebody else.
    void proposePerson(const Msn::Address &address) { m_proposed = address; }
    /// The code goes below the words.
    void setNarrow(bool narrow);
    /// Its button is the primary one of the window.
    void makeSignInDefault();

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void signInRequested(const Ui::HostingPerson &person);
    void hostChosen(const QString &host);
    /// Something was done.
    void informed(const QString &sentence);
    void refused(const Ui::ErrorWords &words);

private:
    void build();
    QLayout *makeStateRow();
    QLayout *makeSignInRow();
    QLayout *makeWays();
    void fillPeople();
    void fillAddresses();
    void showJoining();
    void copyLink();
    void saveNetworkFile();
    void writeNetworkFile(const QString &path);

    HostingState m_state;
    Msn::Address m_proposed;
    QLabel *m_mark;
    QLabel *m_phase;
    QPushButton *m_switch;
    QLabel *m_signInLabel;
    QComboBox *m_people;
    QPushButton *m_signIn;
    QWidget *m_joining;
    QLabel *m_how;
    QLabel *m_whyNotAnnounced;
    QrCodeView *m_code;
    QBoxLayout *m_ways = nullptr;
    QPushButton *m_file;
    QPushButton *m_link;
    QLabel *m_hostLabel;
    QComboBox *m_hosts;
    QLabel *m_hostHint;
    QLabel *m_wordsHint;
    QLabel *m_words;
};

} // namespace Ui
