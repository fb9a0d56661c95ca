#include "ui/options/personalpage.h"

#include "core/account/account.h"
#include "core/account/accountpictures.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "ui/icons/icons.h"
#include "ui/pictures/picturebutton.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Ui {

using namespace Msn;

namespace {

constexpr int ownPictureSide = 64;

// Source: contact-list.md, own properties.
const QByteArray homeKey = QByteArrayLiteral("PHH");
const QByteArray workKey = QByteArrayLiteral("PHW");
const QByteArray mobileKey = QByteArrayLiteral("PHM");

} // namespace

PersonalPage::PersonalPage(Account &account, QWidget *parent)
    : OptionsForm(parent)
    , m_account(account)
    , m_bar(new MessageBar(this))
    , m_picture(new PictureButton(ownPictureSide, this))
    , m_name(new QLineEdit(this))
    , m_home(makePhone(homeKey))
    , m_work(makePhone(workKey))
    , m_mobile(makePhone(mobileKey))
{
    m_name->setMaxLength(129);
    addControl(m_bar);
    addRow(makePictureRow());
    addField(tr("My &name, as others see it"), m_name);
    addHeading(tr("My phone numbers"));
    addHint(tr("People who have you in their contacts can see them. Leave a field empty to show nothing."));
    addField(tr("&Home"), m_home);
    addField(tr("&Work"), m_work);
    addField(tr("&Mobile"), m_mobile);
    connect(m_name, &QLineEdit::editingFinished, this, &PersonalPage::keepName);
    connect(m_picture, &PictureButton::pictureChosen, this, &PersonalPage::keepPicture);
    connect(&account.pictures().own(), &OwnPicture::changed, this, &PersonalPage::refresh);
    connect(&account, &Account::ownNameChanged, this, &PersonalPage::refresh);
    connect(&account, &Account::stateChanged, this, &PersonalPage::refresh);
    connect(&account.contacts(), &ContactList::settingsChanged, this, &PersonalPage::refresh);
    connect(&account.contacts(), &ContactList::reset, this, &PersonalPage::refresh);
    refresh();
}

/// A field that goes loses the focus, which would count as an end of editing.
PersonalPage::~PersonalPage()
{
    for (QLineEdit *field : {m_name, m_home, m_work, m_mobile})
        field->disconnect(this);
}

QHBoxLayout *PersonalPage::makePictureRow()
{
    const Metrics metrics = Metrics::of(this);
    auto *change = new LinkButton(tr("Change my &picture…"), this);
    change->setIcon(Icons::icon("picture", Tint::Accent));
    connect(change, &QPushButton::clicked, m_picture, &PictureButton::letChoose);
    auto *hint = new QLabel(tr("Your contacts see it if their program shows pictures."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics.step());
    words->addStretch();
    words->addWidget(hint);
    words->addLayout(LinkButton::makeRow({change}, this));
    words->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics.step(3));
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    return row;
}

void PersonalPage::keepPicture(const QByteArray &png)
{
    const Outcome kept = m_account.pictures().own().choose(png);
    if (!kept)
        m_bar->showError(ErrorText::describe(kept.error()));
}

QLineEdit *PersonalPage::makePhone(const QByteArray &key)
{
    auto *field = new QLineEdit(this);
    field->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    field->setMaxLength(30);
    connect(field, &QLineEdit::editingFinished, this, [this, key, field] { keepPhone(key, *field); });
    return field;
}

/// As the server has it. What is being typed stays.
void PersonalPage::refresh()
{
    const auto show = [](QLineEdit *field, const QString &text) {
        if (!field->isModified() || !field->hasFocus())
            field->setText(text);
    };
    m_picture->setPerson(m_account.address(), m_account.ownName().singleLine());
    m_picture->setPicture(m_account.pictures().own().data());
    show(m_name, m_account.ownName().singleLine());
    show(m_home, known(homeKey));
    show(m_work, known(workKey));
    show(m_mobile, known(mobileKey));
    const bool signedIn = m_account.state() == Account::State::SignedIn;
    for (QLineEdit *field : {m_name, m_home, m_work, m_mobile})
        field->setEnabled(signedIn);
}

void PersonalPage::keepName()
{
    const QString name = m_name->text().trimmed();
    m_name->setModified(false);
    if (name.isEmpty() || name == m_account.ownName().singleLine())
        refresh();
    else
        m_account.setOwnName(FriendlyName(name), report(name));
}

void PersonalPage::keepPhone(const QByteArray &key, const QLineEdit &field)
{
    const QString number = field.text().trimmed();
    if (number != known(key))
        m_account.editor().setOwnProperty(key, number, report(number));
}

QString PersonalPage::known(const QByteArray &key) const
{
    const PhoneNumbers &phones = m_account.contacts().ownPhones();
    if (key == homeKey)
        return phones.home;
    return key == workKey ? phones.work : phones.mobile;
}

Completion<std::monostate> PersonalPage::report(const QString &subject)
{
    return {this, [this, subject](const Expected<std::monostate, Error> &result) {
                if (result)
                    return;
                Error named = result.error();
                if (named.subject.isEmpty())
                    named.subject = subject;
                m_bar->showError(ErrorText::describe(named));
                refresh();
            }};
}

} // namespace Ui
