#include "ui/hosting/hostingsettingspage.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int longestNetworkName = 60;

QLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

HostingSettingsPage::HostingSettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_starts(new QCheckBox(tr("&Start hosting when Swallowtail starts"), this))
    , m_oldClients(new QCheckBox(tr("&Allow old MSN clients (not encrypted)"), this))
    , m_oldClientsHint(hint({}, this))
    , m_command(new QLineEdit(this))
{
    build();
    connect(m_name, &QLineEdit::editingFinished, this, &HostingSettingsPage::chooseName);
    connect(m_starts, &QCheckBox::clicked, this, &HostingSettingsPage::startWithMessengerChosen);
    connect(m_oldClients, &QCheckBox::clicked, this, &HostingSettingsPage::oldClientsChosen);
}

void HostingSettingsPage::build()
{
    const Metrics metrics = Metrics::of(this);
    m_name->setObjectName(QStringLiteral("networkName"));
    m_name->setMaxLength(longestNetworkName);
    auto *heading = new QLabel(tr("Without this program"), this);
    heading->setFont(metrics.nameFont());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step());
    column->addWidget(makeFieldLabel(tr("&Name of the network"), m_name, this));
    column->addWidget(m_name);
    column->addSpacing(metrics.step(3));
    column->addWidget(m_starts);
    column->addSpacing(metrics.step(3));
    column->addWidget(m_oldClients);
    column->addWidget(m_oldClientsHint);
    column->addSpacing(metrics.step(4));
    column->addWidget(heading);
    column->addWidget(
        hint(tr("swallowtail-service hosts the same network, with its people, name and certificate, "
                "also without a screen. Stop hosting here first, then let this run:"),
            this));
    column->addLayout(makeCommandRow());
    column->addStretch();
}

QLayout *HostingSettingsPage::makeCommandRow()
{
    m_command->setReadOnly(true);
    m_command->setLayoutDirection(Qt::LeftToRight);
    m_command->setAccessibleName(tr("Command that hosts this network"));
    auto *copy = new LinkButton(tr("Cop&y command"), this);
    copy->setIcon(Icons::icon("copy", Tint::Accent));
    connect(copy, &QPushButton::clicked, this, &HostingSettingsPage::copyCommand);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::of(this).step(2));
    row->addWidget(m_command, 1);
    row->addWidget(copy);
    return row;
}

void HostingSettingsPage::setState(const HostingState &state)
{
    m_state = state;
    if (!m_name->isModified() || !m_name->hasFocus())
        m_name->setText(state.name);
    m_starts->setChecked(state.startsWithMessenger);
    m_oldClients->setChecked(state.takesOldClients);
    const QString explanation = tr(
        "What messengers of the years around 2003 send can be read by anybody in your network, and their "
        "passwords have at most 16 characters. Swallowtail itself stays encrypted.");
    m_oldClientsHint->setText(state.takesOldClients && state.plainPort != 0
            //: %1 are whole sentences about old clients, %2 is a port.
            ? tr("%1 They reach this computer on port %2.").arg(explanation).arg(state.plainPort)
            : explanation);
    m_command->setText(state.command);
    m_command->setCursorPosition(0);
}

void HostingSettingsPage::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_state.command);
    Q_EMIT informed(tr("The command is copied."));
}

void HostingSettingsPage::chooseName()
{
    const QString name = m_name->text().simplified();
    m_name->setModified(false);
    if (name.isEmpty())
        m_name->setText(m_state.name);
    else if (name != m_state.name)
        Q_EMIT nameChosen(name);
}

} // namespace Ui
