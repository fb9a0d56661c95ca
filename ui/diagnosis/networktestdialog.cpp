#include "ui/diagnosis/networktestdialog.h"

#include "ui/diagnosis/networktestrow.h"
#include "ui/diagnosis/networktesttext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordedit.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using Msn::NetworkTest;
using Msn::NetworkTestStep;

NetworkTestDialog::NetworkTestDialog(const QString &networkName, Maker make, QWidget *parent)
    : QDialog(parent)
    , m_networkName(networkName)
    , m_make(std::move(make))
    , m_address(new QLineEdit(this))
    , m_password(new PasswordEdit(this))
    , m_bar(new MessageBar(this))
    , m_scroll(new QScrollArea(this))
    , m_start(new QPushButton(this))
    , m_copy(new QPushButton(tr("Copy &report"), this))
{
    setWindowIcon(Icons::mark());
    //: %1 is the name of a network.
    setWindowTitle(tr("Test of %1").arg(networkName));
    build();
    connect(m_start, &QPushButton::clicked, this, &NetworkTestDialog::startOrStop);
    connect(m_copy, &QPushButton::clicked, this, &NetworkTestDialog::copyReport);
    refreshButtons();
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(460), metrics.px(620)).boundedTo(room));
}

NetworkTestDialog::~NetworkTestDialog() = default;

void NetworkTestDialog::setLogin(const Msn::Address &address, const QString &password)
{
    m_address->setText(address.toString());
    m_password->setText(password);
}

void NetworkTestDialog::start()
{
    m_testedAddress = Msn::Address(m_address->text().trimmed());
    auto test = m_make();
    if (!test)
        return;
    NetworkTest *begun = test.get();
    showTest(std::move(test));
    begun->start(m_testedAddress, m_password->text());
    refreshButtons();
}

void NetworkTestDialog::showTest(std::unique_ptr<NetworkTest> test)
{
    m_bar->hide();
    m_test = std::move(test);
    connect(m_test.get(), &NetworkTest::stepChanged, this, &NetworkTestDialog::refreshStep);
    connect(m_test.get(), &NetworkTest::finished, this, &NetworkTestDialog::handleFinished);
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setStep(m_test->steps().at(i));
    refreshButtons();
}

QString NetworkTestDialog::report() const
{
    return m_test
        ? NetworkTestText::report(m_networkName, *m_test, m_testedAddress, QDateTime::currentDateTimeUtc())
        : QString();
}

void NetworkTestDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (isVisible())
        return;
    m_password->clear();
    if (m_test)
        m_test->cancel();
}

void NetworkTestDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageUp)
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (event->key() == Qt::Key_PageDown)
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else
        QDialog::keyPressEvent(event);
}

void NetworkTestDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    m_start->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(4), metrics.step(3), metrics.step(4), metrics.step(3));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(makeLogin());
    inner->addWidget(makeSteps(), 1);
    inner->addWidget(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(inner, 1);
}

QWidget *NetworkTestDialog::makeLogin()
{
    const Metrics metrics = Metrics::of(this);
    auto *holder = new QWidget(this);
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins({});
    grid->setSpacing(metrics.step());
    m_address->setPlaceholderText(tr("name@example.com"));
    int column = 0;
    for (const auto &[text, field] : {std::pair(tr("&E-mail address, if you like"), m_address),
             std::pair(tr("&Password, to check it too"), static_cast<QLineEdit *>(m_password))}) {
        auto *label = new QLabel(text, holder);
        label->setFont(metrics.smallFont());
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(field);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, 1);
    }
    grid->setHorizontalSpacing(metrics.step(3));
    return holder;
}

QWidget *NetworkTestDialog::makeSteps()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    for (int i = 0; i <= static_cast<int>(NetworkTestStep::Kind::LogIn); ++i) {
        auto *row = new NetworkTestRow(static_cast<NetworkTestStep::Kind>(i), content);
        column->addWidget(row);
        m_rows.append(row);
    }
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return m_scroll;
}

void NetworkTestDialog::startOrStop()
{
    if (m_test && m_test->isRunning())
        m_test->cancel();
    else
        start();
}

void NetworkTestDialog::refreshStep(int index)
{
    m_rows.at(index)->setStep(m_test->steps().at(index));
    m_scroll->ensureWidgetVisible(m_rows.at(index));
}

void NetworkTestDialog::handleFinished()
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setStep(m_test->steps().at(i));
    const QList<NetworkTestStep> &steps = m_test->steps();
    const ErrorWords verdict = NetworkTestText::verdict(steps);
    if (NetworkTestText::isFine(steps))
        //: Two whole sentences: what happened, and what to do now.
        m_bar->showInformation(tr("%1 %2").arg(verdict.what, verdict.remedy));
    else
        m_bar->showError(verdict);
    refreshButtons();
    // Once the verdict above has taken its room.
    QTimer::singleShot(0, this, &NetworkTestDialog::showWhereItEnded);
}

/// The first step that failed; the last one if none did.
void NetworkTestDialog::showWhereItEnded()
{
    const QList<NetworkTestStep> &steps = m_test->steps();
    const auto failed = std::find_if(steps.begin(), steps.end(),
        [](const NetworkTestStep &step) { return step.state == NetworkTestStep::State::Failed; });
    const qsizetype index = failed == steps.end() ? steps.size() - 1 : failed - steps.begin();
    m_scroll->ensureWidgetVisible(m_rows.at(index), 0, Metrics::of(this).step(3));
}

void NetworkTestDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(report());
    m_bar->showInformation(tr("The report is copied. It holds neither your address nor your password."));
}

void NetworkTestDialog::refreshButtons()
{
    const bool running = m_test && m_test->isRunning();
    m_start->setText(running ? tr("&Stop") : tr("&Test again"));
    m_copy->setEnabled(m_test && !running);
}

} // namespace Ui
