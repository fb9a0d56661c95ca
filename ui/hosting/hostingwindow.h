#pragma once

#include "core/base/error.h"
#include "ui/hosting/hostingvalues.h"
#include "ui/text/errortext.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace Ui {

class HostingJoinPage;
class HostingNamePage;
class HostingPageList;
class HostingPeopleDesk;
class HostingPeoplePage;
class HostingSettingsPage;
class MessageBar;

/// A network of one's own: two steps to set it up, and pages to manage it from then on. Knows nothing of
/// services: it is given a HostingState and says what the person wants.
class HostingWindow : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Name, Joining, People, Settings };

    explicit HostingWindow(QWidget *parent = nullptr);

    const HostingState &state() const { return m_state; }
    /// What was asked for is done, as far as it shows there.
    void setState(const HostingState &state);
    void showPage(Page page);
    /// What was asked for did not work.
    void showFailure(const Msn::Error &error);
    void showError(const ErrorWords &words);
    void showInformation(const QString &sentence);
    /// Brings it forward.
    void present();

Q_SIGNALS:
    void setUpRequested(const Ui::HostingPlan &plan);
    void startRequested();
    /// With other ports than those that are taken.
    void otherPortsRequested();
    void stopRequested();
    void personAdded(const Ui::HostingPerson &person);
    /// The passphrase is a new one.
    void passphraseChanged(const Ui::HostingPerson &person);
    void rulesChanged(const Msn::Address &address, const Ui::HostingCare &care);
    /// A PNG, empty: none.
    void pictureChanged(const Msn::Address &address, const QByteArray &png);
    void personRemoved(const Msn::Address &address);
    /// The passphrase may be empty: unknown here.
    void signInRequested(const Ui::HostingPerson &person);
    void hostChosen(const QString &host);
    void nameChosen(const QString &name);
    void startWithMessengerChosen(bool starts);
    void oldClientsChosen(bool allowed);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectPages();
    void makeButtons(QDialogButtonBox &buttons);
    bool isPlanning() const { return m_state.phase == HostingState::Phase::NotSetUp; }
    QWidget *widgetOf(Page page) const;
    void refresh();
    void arrange();
    void goOn();
    void goBack();
    void finishPlan();
    void setBusy(const QString &sentence);

    void confirmStop();

    HostingState m_state;
    Page m_page = Page::Name;
    MessageBar *m_bar;
    QLabel *m_step;
    HostingPageList *m_pages;
    QStackedWidget *m_stack;
    HostingNamePage *m_name;
    HostingJoinPage *m_join;
    HostingPeoplePage *m_people;
    HostingSettingsPage *m_settings;
    HostingPeopleDesk *m_desk;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace Ui
