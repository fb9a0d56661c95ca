#include "ui/hosting/hostingjoinpage.h"

#include "ui/hosting/hostingtext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/qrcodeview.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using Phase = HostingState::Phase;

namespace {

constexpr int codeSize = 190;

QLabel *wrapped(QWidget *parent, bool isHint = false)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (isHint)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

LinkButton *joinLink(const QString &text, const char *icon, QWidget *parent)
{
    auto *button = new LinkButton(text, parent);
    button->setIcon(Icons::icon(icon, Tint::Accent));
    return button;
}

void fitToWindow(QComboBox &box)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(12);
}

} // namespace

HostingJoinPage::HostingJoinPage(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_phase(wrapped(this))
    , m_switch(new QPushButton(this))
    , m_signInLabel(nullptr)
    , m_people(new QComboBox(this))
    , m_signIn(new QPushButton(tr("Sign &in"), this))
    , m_joining(new QWidget(this))
    , m_how(wrapped(m_joining))
    , m_whyNotAnnounced(wrapped(m_joining, true))
    , m_code(new QrCodeView(m_joining))
    , m_file(joinLink(tr("Save network &file…"), "download", m_joining))
    , m_link(joinLink(tr("Copy &link"), "link", m_joining))
    , m_hostLabel(nullptr)
    , m_hosts(new QComboBox(m_joining))
    , m_hostHint(wrapped(m_joining, true))
    , m_wordsHint(wrapped(m_joining, true))
    , m_words(new QLabel(m_joining))
{
    build();
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (m_state.phase == Phase::Running)
            Q_EMIT stopRequested();
        else
            Q_EMIT startRequested();
    });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        const int index = m_people->currentIndex();
        if (index >= 0 && index < m_state.people.size())
            Q_EMIT signInRequested(HostingPerson(m_state.people.at(index)));
    });
    connect(m_hosts, &QComboBox::activated, this,
        [this](int index) { Q_EMIT hostChosen(m_hosts->itemData(index).toString()); });
    connect(m_file, &QPushButton::clicked, this, &HostingJoinPage::saveNetworkFile);
    connect(m_link, &QPushButton::clicked, this, &HostingJoinPage::copyLink);
}

void HostingJoinPage::build()
{
    const Metrics metrics = Metrics::of(this);
    auto *heading = new QLabel(tr("How others join"), m_joining);
    heading->setFont(metrics.nameFont());
    m_words->setFont(metrics.nameFont());
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setFocusPolicy(Qt::NoFocus);
    m_words->setAccessibleName(tr("Fingerprint as words"));
    m_words->setLayoutDirection(Qt::LeftToRight);
    m_wordsHint->setText(
        tr("Somebody who is asked whether to trust the network should read exactly these words:"));

    auto *joining = new QVBoxLayout(m_joining);
    joining->setContentsMargins({});
    joining->setSpacing(metrics.step(2));
    joining->addWidget(heading);
    joining->addLayout(makeWays());
    joining->addSpacing(metrics.step());
    joining->addWidget(m_wordsHint);
    joining->addWidget(m_words);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(3));
    column->addLayout(makeStateRow());
    column->addLayout(makeSignInRow());
    column->addSpacing(metrics.step());
    column->addWidget(m_joining);
    column->addStretch();
}

/// Words, file, link and address, beside the code that holds the link.
QLayout *HostingJoinPage::makeWays()
{
    const Metrics metrics = Metrics::of(this);
    m_hostLabel = makeFieldLabel(tr("&Others reach this computer at"), m_hosts, m_joining);
    m_hosts->setObjectName(QStringLiteral("hosts"));
    fitToWindow(*m_hosts);
    m_code->setFixedSize(metrics.px(codeSize), metrics.px(codeSize));
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics.step(2));
    column->addWidget(m_how);
    column->addWidget(m_whyNotAnnounced);
    column->addLayout(LinkButton::makeRow({m_file, m_link}, m_joining));
    column->addWidget(m_hostLabel);
    column->addWidget(m_hosts);
    column->addWidget(m_hostHint);
    column->addStretch();
    m_ways = new QHBoxLayout;
    m_ways->setSpacing(metrics.step(4));
    m_ways->addLayout(column, 1);
    m_ways->addWidget(m_code, 0, Qt::AlignTop | Qt::AlignHCenter);
    return m_ways;
}

QLayout *HostingJoinPage::makeStateRow()
{
    m_switch->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::of(this).step(2));
    row->addWidget(m_mark);
    row->addWidget(m_phase, 1);
    row->addWidget(m_switch);
    return row;
}

QLayout *HostingJoinPage::makeSignInRow()
{
    const Metrics metrics = Metrics::of(this);
    m_people->setObjectName(QStringLiteral("signInAs"));
    fitToWindow(*m_people);
    m_signIn->setAutoDefault(false);
    m_signInLabel = makeFieldLabel(tr("Sign in on this comp&uter as"), m_people, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics.step(2));
    row->addWidget(m_people, 1);
    row->addWidget(m_signIn);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics.step());
    column->addWidget(m_signInLabel);
    column->addLayout(row);
    return column;
}

void HostingJoinPage::setState(const HostingState &state)
{
    m_state = state;
    const bool runs = state.phase == Phase::Running;
    const int size = Metrics::of(this).icon();
    m_mark->setPixmap(Icons::icon(
        runs ? QStringLiteral("host") : QStringLiteral("stop"), runs ? Tint::Accent : Tint::SecondInk)
                          .pixmap(QSize(size, size), devicePixelRatioF()));
    m_phase->setText(HostingText::phase(state));
    m_switch->setText(runs ? tr("S&top hosting") : tr("S&tart hosting"));
    m_switch->setVisible(state.phase != Phase::Elsewhere);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_signInLabel, m_people, m_signIn})
        widget->setVisible(runs && !state.people.isEmpty());
    fillPeople();
    m_joining->setVisible(runs);
    if (runs)
        showJoining();
}

void HostingJoinPage::setNarrow(bool narrow)
{
    m_ways->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void HostingJoinPage::makeSignInDefault()
{
    m_signIn->setDefault(true);
}

void HostingJoinPage::fillPeople()
{
    const QString before = m_people->currentData().toString();
    const QString chosen = before.isEmpty() ? m_proposed.key() : before;
    m_people->clear();
    for (const HostingPerson &person : std::as_const(m_state.people))
        //: A person's name and address.
        m_people->addItem(
            tr("%1 (%2)", "person").arg(person.name, person.address.toString()), person.address.key());
    m_people->setCurrentIndex(std::max(0, m_people->findData(chosen)));
}

void HostingJoinPage::showJoining()
{
    m_how->setText(m_state.isAnnounced
            ? tr("Swallowtail on other computers in this network shows “%1” on its sign-in page. Elsewhere, "
                 "give "
                 "people the network file or the link and let them add it there.")
                  .arg(m_state.name)
            : tr("Give people the network file or the link, and let them add “%1” on the sign-in page of "
                 "Swallowtail. Then they sign in with the address and passphrase that you gave them.")
                  .arg(m_state.name));
    m_whyNotAnnounced->setText(m_state.whyNotAnnounced);
    m_whyNotAnnounced->setVisible(!m_state.whyNotAnnounced.isEmpty());
    fillAddresses();
    m_words->setText(HostingText::words(m_state.fingerprint));
    m_code->setText(m_state.link);
    m_code->setVisible(!m_state.addresses.isEmpty());
}

void HostingJoinPage::fillAddresses()
{
    m_hosts->clear();
    for (const HostingAddress &address : std::as_const(m_state.addresses))
        m_hosts->addItem(HostingText::address(address), address.host);
    const QString chosen = m_state.chosenHost;
    if (!chosen.isEmpty() && m_hosts->findData(chosen) < 0)
        m_hosts->addItem(chosen, chosen);
    m_hosts->setCurrentIndex(std::max(0, m_hosts->findData(chosen)));
    const bool hasNetwork = !m_state.addresses.isEmpty();
    m_hosts->setVisible(hasNetwork);
    m_hostLabel->setVisible(hasNetwork);
    m_hostHint->setText(hasNetwork
            ? tr("The address stands in the file and the link. If it changes, give them out again. A "
                 "firewall on "
                 "this computer has to let the ports %1 and %2 through.")
                  .arg(m_state.tlsPort)
                  .arg(m_state.httpsPort)
            : tr("This computer is in no network now, so nobody else can reach it. Connect it to your Wi-Fi "
                 "or "
                 "cable; the network goes on by itself."));
}

void HostingJoinPage::copyLink()
{
    QGuiApplication::clipboard()->setText(m_state.link);
    Q_EMIT informed(tr("The link is copied. Whoever is to join adds the network with it."));
}

void HostingJoinPage::saveNetworkFile()
{
    auto *dialog = new QFileDialog(this, tr("Save network file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Network files (*.json)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &HostingJoinPage::writeNetworkFile);
    dialog->open();
}

void HostingJoinPage::writeNetworkFile(const QString &path)
{
    QSaveFile file(path);
    const QByteArray &bytes = m_state.networkFile;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        Q_EMIT informed(tr("The network file is saved as %1. Anybody can join with it and the address "
                           "and passphrase that you gave them.")
                            .arg(path));
    else
        Q_EMIT refused({tr("The network file could not be written to %1.").arg(path),
            tr("Check that the disk has room and that you may write there."), file.errorString()});
}

} // namespace Ui
