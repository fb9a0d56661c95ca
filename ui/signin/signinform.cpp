#include "ui/signin/signinform.h"

#include "ui/icons/statusicon.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/passwordedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

constexpr int nearbyNameWidth = 150;

} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_network(new NetworkBox(this))
    , m_nearbyLink(new LinkButton(QString(), this))
    , m_address(new QComboBox(this))
    , m_password(new PasswordEdit(this))
    , m_status(new QComboBox(this))
    , m_rememberMe(new QCheckBox(tr("Re&member me"), this))
    , m_rememberPassword(new QCheckBox(tr("Remember m&y password"), this))
    , m_passwordReason(new QLabel(this))
    , m_automatically(new QCheckBox(tr("Sign me in a&utomatically"), this))
    , m_forget(new LinkButton(tr("&Forget me"), this))
    , m_signIn(new QPushButton(tr("&Sign in"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::of(this).step());
    buildFields(*column);
    buildChoices(*column);
    m_signIn->setDefault(true);
    m_signIn->setMinimumHeight(Metrics::of(this).px(36));
    column->addSpacing(Metrics::of(this).step(2));
    column->addWidget(m_signIn);

    connect(m_signIn, &QPushButton::clicked, this, &SignInForm::submit);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_password, &QLineEdit::textChanged, this, &SignInForm::updateButton);
    connect(m_address, &QComboBox::editTextChanged, this, [this](const QString &text) {
        updateButton();
        Q_EMIT addressChanged(Msn::Address(text.trimmed()));
    });
    connect(m_forget, &QPushButton::clicked, this, &SignInForm::forgetRequested);
    connect(m_nearbyLink, &QPushButton::clicked, this, &SignInForm::openNearby);
    setKnown(false);
    updateButton();
}

SignInRequest SignInForm::request() const
{
    SignInRequest request;
    request.network = m_network->network();
    request.address = Msn::Address(m_address->currentText().trimmed());
    request.password = m_password->text();
    request.status = m_status->currentData().value<Msn::Status>();
    request.rememberMe = m_rememberMe->isChecked();
    request.rememberPassword = m_rememberPassword->isChecked();
    request.signInAutomatically = m_automatically->isChecked();
    return request;
}

void SignInForm::setRequest(const SignInRequest &request)
{
    m_network->setNetwork(request.network);
    {
        const QSignalBlocker blocker(m_address);
        m_address->setEditText(request.address.toString());
    }
    m_password->setText(request.password);
    m_status->setCurrentIndex(std::max(0, m_status->findData(QVariant::fromValue(request.status))));
    const QSignalBlocker me(m_rememberMe);
    const QSignalBlocker password(m_rememberPassword);
    m_rememberMe->setChecked(request.rememberMe);
    m_rememberPassword->setChecked(request.rememberPassword);
    m_automatically->setChecked(request.signInAutomatically);
    updateButton();
}

bool SignInForm::setNearby(const QList<NearbyChoice> &choices)
{
    const QList<NearbyChoice> before = std::exchange(m_nearby, choices);
    if (choices.size() == 1) {
        const QString name = choices.constFirst().text;
        const int room = Metrics::of(this).px(nearbyNameWidth);
        QString shown = m_nearbyLink->fontMetrics().elidedText(name, Qt::ElideRight, room);
        //: %1 is a network.
        const QString words = tr("Join “%1”");
        m_nearbyLink->setText(words.arg(shown.replace(u'&', QLatin1String("&&"))));
        m_nearbyLink->setAccessibleName(words.arg(name));
        m_nearbyLink->setToolTip(choices.constFirst().toolTip);
    } else {
        m_nearbyLink->setText(tr("%n network(s) here", nullptr, int(choices.size())));
        m_nearbyLink->setAccessibleName({});
        m_nearbyLink->setToolTip({});
    }
    m_nearbyLink->setVisible(!choices.isEmpty());
    return std::any_of(choices.begin(), choices.end(), [&](const NearbyChoice &choice) {
        return std::none_of(
            before.begin(), before.end(), [&](const NearbyChoice &other) { return other.id == choice.id; });
    });
}

void SignInForm::openNearby()
{
    if (m_nearby.size() == 1)
        Q_EMIT nearbyRequested(m_nearby.constFirst().id);
    else
        m_network->showPopup();
}

void SignInForm::setAccounts(const QList<Msn::SavedAccount> &accounts)
{
    const QSignalBlocker blocker(m_address);
    const QString typed = m_address->currentText();
    m_address->clear();
    for (const Msn::SavedAccount &account : accounts)
        m_address->addItem(account.address.toString());
    m_address->setEditText(typed);
}

void SignInForm::setPasswordSaved(bool saved)
{
    m_passwordSaved = saved;
    m_password->setPlaceholderText(saved ? tr("Saved in your keychain") : QString());
    updateButton();
}

void SignInForm::refusePassword(const QString &reason)
{
    if (!reason.isEmpty())
        m_rememberPassword->setChecked(false);
    m_passwordReason->setText(reason);
    m_passwordReason->setVisible(!reason.isEmpty());
    m_rememberPassword->setAccessibleDescription(reason);
}

QString SignInForm::passwordReason() const
{
    return m_passwordReason->text();
}

void SignInForm::setKnown(bool known)
{
    m_forget->setVisible(known);
}

void SignInForm::focusNextStep()
{
    if (m_signIn->isEnabled())
        m_signIn->setFocus(Qt::OtherFocusReason);
    else if (m_address->currentText().trimmed().isEmpty())
        focusAddress();
    else
        focusPassword();
}

void SignInForm::focusAddress()
{
    m_address->setFocus(Qt::OtherFocusReason);
}

void SignInForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

void SignInForm::buildFields(QVBoxLayout &column)
{
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->lineEdit()->setPlaceholderText(tr("name@example.com"));
    m_address->lineEdit()->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    const int mark = Metrics::of(this).px(14);
    m_status->setIconSize({mark, mark});
    const QList<Msn::Status> statuses = StatusText::choosable();
    for (const Msn::Status status : statuses)
        m_status->addItem(statusIcon(status), StatusText::name(status), QVariant::fromValue(status));

    addNetworkField(column);
    addField(column, tr("&E-mail address"), m_address);
    addField(column, tr("&Password"), m_password);
    addField(column, tr("S&tatus"), m_status);
}

void SignInForm::buildChoices(QVBoxLayout &column)
{
    const Metrics metrics = Metrics::of(this);
    auto *first = new QHBoxLayout;
    first->addWidget(m_rememberMe);
    first->addStretch();
    first->addWidget(m_forget);
    column.addSpacing(metrics.step());
    column.addLayout(first);
    column.addWidget(m_rememberPassword);
    m_passwordReason->setFont(metrics.smallFont());
    m_passwordReason->setForegroundRole(QPalette::PlaceholderText);
    m_passwordReason->setWordWrap(true);
    m_passwordReason->setTextFormat(Qt::PlainText);
    m_passwordReason->hide();
    column.addWidget(m_passwordReason);
    column.addWidget(m_automatically);
    m_rememberMe->setChecked(true);

    // Each needs the one before it.
    connect(m_rememberMe, &QCheckBox::toggled, this, [this](bool on) {
        if (!on)
            m_rememberPassword->setChecked(false);
    });
    connect(m_rememberPassword, &QCheckBox::toggled, this, [this](bool on) {
        if (on) {
            m_rememberMe->setChecked(true);
            Q_EMIT keepPasswordChosen();
        } else {
            m_automatically->setChecked(false);
        }
    });
    connect(m_automatically, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            m_rememberPassword->setChecked(true);
    });
}

void SignInForm::addField(QVBoxLayout &column, const QString &text, QWidget *field)
{
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column.addWidget(makeFieldLabel(text, field, this));
    column.addWidget(field);
    column.addSpacing(Metrics::of(this).step());
}

/// The link comes and goes beside the words, so that no field moves.
void SignInForm::addNetworkField(QVBoxLayout &column)
{
    m_network->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QLabel *label = makeFieldLabel(tr("&Network"), m_network, this);
    m_nearbyLink->setFont(Metrics::of(this).smallFont());
    m_nearbyLink->setFixedHeight(label->sizeHint().height());
    m_nearbyLink->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    // Its words end where the field does.
    head->setContentsMargins(0, 0, -LinkButton::padding(this), 0);
    head->addWidget(label);
    head->addStretch();
    head->addWidget(m_nearbyLink);
    column.addLayout(head);
    column.addWidget(m_network);
    column.addSpacing(Metrics::of(this).step());
}

void SignInForm::updateButton()
{
    const bool hasPassword = m_passwordSaved || !m_password->text().isEmpty();
    const bool ready = hasPassword && !m_address->currentText().trimmed().isEmpty();
    m_signIn->setEnabled(ready);
    m_signIn->setToolTip(ready ? QString() : tr("Fill in your address and password first."));
}

void SignInForm::submit()
{
    if (m_signIn->isEnabled())
        Q_EMIT submitted();
    else
        focusNextStep();
}

} // namespace Ui
