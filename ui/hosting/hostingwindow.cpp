#include "ui/hosting/hostingwindow.h"

#include "ui/hosting/hostingjoinpage.h"
#include "ui/hosting/hostingnamepage.h"
#include "ui/hosting/hostingpagelist.h"
#include "ui/hosting/hostingpeopledesk.h"
#include "ui/hosting/hostingpeoplepage.h"
#include "ui/hosting/hostingsettingspage.h"
#include "ui/hosting/hostingtext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

using Phase = HostingState::Phase;

namespace {

/// In the list of pages, in this order.
constexpr HostingWindow::Page managingPages[]{
    HostingWindow::Page::Joining, HostingWindow::Page::People, HostingWindow::Page::Settings};

constexpr int narrowWidth = 560;

QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

HostingWindow::HostingWindow(QWidget *parent)
    : QDialog(parent)
    , m_bar(new MessageBar(this))
    , m_step(new QLabel(this))
    , m_pages(new HostingPageList(this))
    , m_stack(new QStackedWidget(this))
    , m_name(new HostingNamePage(this))
    , m_join(new HostingJoinPage(this))
    , m_people(new HostingPeoplePage(this))
    , m_settings(new HostingSettingsPage(this))
    , m_desk(new HostingPeopleDesk(*m_people, *m_bar, this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setWindowIcon(Icons::mark());
    build();
    connectPages();
    setState({});
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(780), metrics.px(640)).boundedTo(room));
}

void HostingWindow::build()
{
    const Metrics metrics = Metrics::of(this);
    m_step->setFont(metrics.nameFont());
    // In the order of Page.
    m_stack->addWidget(scrolled(m_name));
    m_stack->addWidget(scrolled(m_join));
    m_stack->addWidget(scrolled(m_people));
    m_stack->addWidget(scrolled(m_settings));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    makeButtons(*buttons);

    auto *column = new QVBoxLayout;
    column->setContentsMargins(metrics.step(4), metrics.step(4), metrics.step(4), metrics.step(3));
    column->setSpacing(metrics.step(3));
    column->addWidget(m_step);
    column->addWidget(m_pages->box());
    column->addWidget(m_stack, 1);
    column->addWidget(buttons);
    // The first entry begins where the page does.
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, metrics.step(3), 0, 0);
    side->addWidget(m_pages->list());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(side);
    row->addLayout(column, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(row, 1);
    setMinimumSize(metrics.px(320), metrics.px(280));
}

void HostingWindow::makeButtons(QDialogButtonBox &buttons)
{
    buttons.addButton(m_back, QDialogButtonBox::ActionRole);
    buttons.addButton(m_next, QDialogButtonBox::ActionRole);
    for (QPushButton *button : {buttons.button(QDialogButtonBox::Close), m_back, m_next})
        button->setAutoDefault(false);
    connect(&buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_next, &QPushButton::clicked, this, &HostingWindow::goOn);
    connect(m_back, &QPushButton::clicked, this, &HostingWindow::goBack);
}

void HostingWindow::connectPages()
{
    connect(m_pages, &HostingPageList::chosen, this, [this](int index) { showPage(managingPages[index]); });
    connect(m_name, &HostingNamePage::nameChanged, this, &HostingWindow::refresh);
    connect(m_desk, &HostingPeopleDesk::personAdded, this, &HostingWindow::personAdded);
    connect(m_desk, &HostingPeopleDesk::passphraseChanged, this, &HostingWindow::passphraseChanged);
    connect(m_desk, &HostingPeopleDesk::rulesChanged, this, &HostingWindow::rulesChanged);
    connect(m_desk, &HostingPeopleDesk::pictureChanged, this, &HostingWindow::pictureChanged);
    connect(m_desk, &HostingPeopleDesk::personRemoved, this, &HostingWindow::personRemoved);
    connect(m_join, &HostingJoinPage::startRequested, this, &HostingWindow::startRequested);
    connect(m_join, &HostingJoinPage::stopRequested, this, &HostingWindow::confirmStop);
    connect(m_join, &HostingJoinPage::signInRequested, this, &HostingWindow::signInRequested);
    connect(m_join, &HostingJoinPage::hostChosen, this, &HostingWindow::hostChosen);
    connect(
        m_join, &HostingJoinPage::informed, m_bar, qOverload<const QString &>(&MessageBar::showInformation));
    connect(m_join, &HostingJoinPage::refused, m_bar, &MessageBar::showError);
    connect(m_settings, &HostingSettingsPage::nameChosen, this, &HostingWindow::nameChosen);
    connect(m_settings, &HostingSettingsPage::startWithMessengerChosen, this,
        &HostingWindow::startWithMessengerChosen);
    connect(m_settings, &HostingSettingsPage::oldClientsChosen, this, &HostingWindow::oldClientsChosen);
    connect(m_settings, &HostingSettingsPage::informed, m_bar,
        qOverload<const QString &>(&MessageBar::showInformation));
}

void HostingWindow::setState(const HostingState &state)
{
    const bool wasPlanning = isPlanning();
    m_state = state;
    m_stack->setEnabled(true);
    if (!isPlanning() && wasPlanning) {
        m_bar->hide();
        m_page = Page::Joining;
    }
    m_desk->setState(state);
    HostingState shown = m_state;
    shown.people = m_desk->people();
    m_join->setState(shown);
    m_settings->setState(shown);
    refresh();
}

void HostingWindow::showPage(Page page)
{
    if (page != m_page)
        m_bar->hide();
    m_page = page;
    refresh();
    widgetOf(page)->setFocus();
}

QWidget *HostingWindow::widgetOf(Page page) const
{
    const std::initializer_list<QWidget *> pages{m_name, m_join, m_people, m_settings};
    return *(pages.begin() + static_cast<int>(page));
}

void HostingWindow::refresh()
{
    const bool plans = isPlanning();
    if (plans)
        m_desk->setNetworkName(m_name->name());
    setWindowTitle(plans ? tr("Host a chat on this network") : tr("Your network “%1”").arg(m_state.name));
    m_stack->setCurrentIndex(static_cast<int>(m_page));
    m_step->setVisible(plans);
    m_step->setText(m_page == Page::Name ? tr("Step 1 of 2: the network") : tr("Step 2 of 2: the people"));
    arrange();
    if (!plans)
        m_pages->setCurrent(static_cast<int>(m_page) - static_cast<int>(Page::Joining));
    m_back->setVisible(plans && m_page == Page::People);
    m_next->setVisible(plans);
    m_next->setText(m_page == Page::Name ? tr("Ne&xt") : tr("Start &hosting"));
    m_next->setEnabled(m_stack->isEnabled() && !m_name->name().isEmpty());
    m_next->setDefault(plans);
    if (!plans)
        m_join->makeSignInDefault();
}

/// A list beside the pages would leave them too little.
void HostingWindow::arrange()
{
    const bool isNarrow = width() < Metrics::of(this).px(narrowWidth);
    m_pages->setShown(!isPlanning(), isNarrow);
    m_join->setNarrow(isNarrow);
}

void HostingWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void HostingWindow::goOn()
{
    if (m_page == Page::Name)
        showPage(Page::People);
    else
        finishPlan();
}

void HostingWindow::goBack()
{
    showPage(Page::Name);
}

/// Whoever has typed in the last one and not pressed "Add" means that one too.
void HostingWindow::finishPlan()
{
    if (!m_desk->takeUnfinished())
        return;
    const QList<HostingPerson> people = m_desk->people();
    if (people.isEmpty()) {
        m_bar->showError({tr("Nobody is on the network yet."), tr("Type your own name to begin with."), {}});
        return;
    }
    m_join->proposePerson(people.constFirst().address); // they were told to begin with themselves
    setBusy(tr("Setting up “%1”…").arg(m_name->name()));
    Q_EMIT setUpRequested({m_name->name(), people, m_people->isEverybodyListed()});
}

void HostingWindow::setBusy(const QString &sentence)
{
    m_bar->showInformation(sentence);
    m_stack->setEnabled(false);
    m_next->setEnabled(false);
}

void HostingWindow::confirmStop()
{
    m_bar->showInformation(HostingText::stopQuestion(m_state));
    const QPushButton *button = m_bar->addButton(tr("Sto&p now"));
    connect(button, &QPushButton::clicked, this, [this] {
        m_bar->hide();
        Q_EMIT stopRequested();
    });
}

void HostingWindow::showFailure(const Msn::Error &error)
{
    m_stack->setEnabled(true);
    m_bar->showError(HostingText::describe(error));
    if (error.code == Msn::ErrorCode::ConnectionRefused) {
        const QPushButton *button = m_bar->addButton(tr("Use &other ports"));
        connect(button, &QPushButton::clicked, this, [this] {
            m_bar->hide();
            Q_EMIT otherPortsRequested();
        });
    }
    refresh();
}

void HostingWindow::showError(const ErrorWords &words)
{
    m_bar->showError(words);
}

void HostingWindow::showInformation(const QString &sentence)
{
    m_bar->showInformation(sentence);
}

void HostingWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void HostingWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    // Not for a window that is only minimised.
    if (!isVisible())
        m_desk->forgetPassphrases();
}

/// Enter in a field is not "Close"; Escape closes.
void HostingWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !isPlanning() && !qobject_cast<QPushButton *>(focusWidget())) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace Ui
