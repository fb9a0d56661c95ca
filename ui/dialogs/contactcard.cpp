#include "ui/dialogs/contactcard.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"
#include "ui/dialogs/contactfacts.h"
#include "ui/icons/avatar.h"
#include "ui/icons/statusicon.h"
#include "ui/pictures/picturebook.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/headerground.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Ui {

using namespace Msn;

namespace {

constexpr int pictureSize = 64;

/// Somebody the list does not know (any more) is still somebody.
Contact known(const ContactList &contacts, const Address &address)
{
    if (const Contact *contact = contacts.find(address))
        return *contact;
    Contact stranger;
    stranger.address = address;
    return stranger;
}

} // namespace

ContactCard::ContactCard(
    Account &account, ContactAnnotations &annotations, const Address &address, QWidget *parent)
    : FittingDialog(parent)
    , m_account(account)
    , m_annotations(annotations)
    , m_address(address)
    , m_pictures(new PictureBook(account.pictures(), this))
    , m_picture(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_status(new ElidedLabel(this))
    , m_statusMark(new QLabel(this))
    , m_nickname(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_favourite(new QCheckBox(tr("&Favourite: also stands above all groups"), this))
    , m_facts(new ContactFacts(this))
{
    const Metrics metrics = Metrics::of(this);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget(this);
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins({});
    body->setSpacing(metrics.step(3));
    body->addLayout(makeOwnTouches());
    body->addWidget(m_facts);
    body->addStretch();
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(5), metrics.step(3), metrics.step(5), metrics.step(4));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(new FittingArea(content, this), 1);
    inner->addLayout(makeButtons());
    auto *head = new HeaderGround(this);
    head->setLayout(makeHead());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(inner, 1);
    setMinimumWidth(metrics.px(380));

    const ContactAnnotation annotation = annotations.of(address);
    m_nickname->setText(annotation.nickname);
    m_note->setPlainText(annotation.note);
    m_favourite->setChecked(annotation.isFavourite);
    connect(m_nickname, &QLineEdit::editingFinished, this, &ContactCard::keep);
    connect(m_favourite, &QCheckBox::toggled, this, &ContactCard::keep);
    connect(m_pictures, &PictureBook::changed, this, &ContactCard::refresh);
    connect(&annotations, &ContactAnnotations::changed, this, &ContactCard::refresh);
    connect(&account.contacts(), &ContactList::contactChanged, this, &ContactCard::refresh);
    connect(&account.contacts(), &ContactList::contactRemoved, this, &ContactCard::refresh);
    connect(&account.contacts(), &ContactList::reset, this, &ContactCard::refresh);
    refresh();
}

/// A field that goes loses the focus, which would count as an end of editing.
ContactCard::~ContactCard()
{
    m_nickname->disconnect(this);
}

void ContactCard::editNote()
{
    m_note->setFocus(Qt::OtherFocusReason);
    m_note->moveCursor(QTextCursor::End);
}

QStringList ContactCard::facts() const
{
    return m_facts->lines();
}

void ContactCard::done(int result)
{
    keep();
    QDialog::done(result);
}

void ContactCard::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    const bool matters
        = event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange;
    if (matters && m_block)
        refresh();
}

QLayout *ContactCard::makeHead()
{
    const Metrics metrics = Metrics::of(this);
    m_name->setFont(metrics.nameFont());
    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto *address = new ElidedLabel(this);
    address->setText(m_address.toString());
    address->setForegroundRole(QPalette::PlaceholderText);
    address->setAccessibleName(tr("E-mail address: %1").arg(m_address.toString()));
    auto *statusLine = new QHBoxLayout;
    statusLine->setSpacing(metrics.px(6));
    statusLine->addWidget(m_statusMark);
    statusLine->addWidget(m_status, 1);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(metrics.step(5), metrics.step(5), metrics.step(5), metrics.step(3));
    grid->setHorizontalSpacing(metrics.step(4));
    grid->setVerticalSpacing(metrics.px(2));
    grid->addWidget(m_picture, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(m_name, 0, 1);
    grid->addLayout(statusLine, 1, 1);
    grid->addWidget(address, 2, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

QLayout *ContactCard::makeOwnTouches()
{
    const Metrics metrics = Metrics::of(this);
    m_nickname->setMaxLength(static_cast<int>(ContactAnnotations::maxNicknameLength));
    m_note->setProperty("field", true);
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("Only you see this."));
    m_note->document()->setDocumentMargin(metrics.px(6));
    m_note->setFixedHeight(metrics.px(72));
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics.step());
    column->addWidget(makeFieldLabel(tr("Your &nickname for them"), m_nickname, this));
    column->addWidget(m_nickname);
    column->addSpacing(metrics.step());
    column->addWidget(makeFieldLabel(tr("N&ote"), m_note, this));
    column->addWidget(m_note);
    column->addSpacing(metrics.step());
    column->addWidget(m_favourite);
    return column;
}

QLayout *ContactCard::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *chat = buttons->addButton(tr("&Send a message"), QDialogButtonBox::ActionRole);
    m_block = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    // Enter ends a nickname, nothing else.
    for (QPushButton *button : {chat, m_block, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(chat, &QPushButton::clicked, this, [this] {
        Q_EMIT chatWanted(m_address);
        accept();
    });
    connect(m_block, &QPushButton::clicked, this, [this] {
        if (known(m_account.contacts(), m_address).isBlocked())
            Q_EMIT unblockWanted(m_address);
        else
            Q_EMIT blockWanted(m_address);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(buttons);
    return row;
}

void ContactCard::refresh()
{
    const Contact contact = known(m_account.contacts(), m_address);
    refreshHead(contact);
    m_facts->setContact(contact, m_account.contacts(), !m_annotations.of(m_address).nickname.isEmpty());
    m_block->setText(contact.isBlocked() ? tr("Un&block") : tr("&Block"));
}

void ContactCard::refreshHead(const Contact &contact)
{
    const Metrics metrics = Metrics::of(this);
    const QString nickname = m_annotations.nicknameOf(m_address);
    const QString name = nickname.isEmpty() ? contact.displayName() : nickname;
    //: Title of a window, %1 is a person.
    setWindowTitle(tr("%1 – Properties").arg(name));
    m_picture->setPixmap(
        framedAvatar({m_address, name, m_pictures->of(m_address), false}, metrics.px(pictureSize),
            metrics.pictureRadius(), metrics.px(2), Tokens::of(palette()), devicePixelRatioF()));
    m_name->setText(name);
    m_nickname->setPlaceholderText(contact.displayName());
    const QString status = StatusText::name(contact.status);
    m_status->setText(contact.isBlocked() ? tr("%1, blocked").arg(status) : status);
    m_statusMark->setPixmap(statusPixmap(contact.status, contact.isBlocked(), Tokens::of(palette()),
        metrics.statusMark(), devicePixelRatioF()));
}

void ContactCard::keep()
{
    const Contact contact = known(m_account.contacts(), m_address);
    const QString nickname = m_nickname->text().trimmed();
    m_annotations.set(m_address,
        {nickname == contact.displayName() ? QString() : nickname, m_note->toPlainText(),
            m_favourite->isChecked()});
}

} // namespace Ui
