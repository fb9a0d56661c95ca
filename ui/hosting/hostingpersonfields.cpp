#include "ui/hosting/hostingpersonfields.h"

#include "core/base/passwordgenerator.h"
#include "ui/hosting/hostingaddresses.h"
#include "ui/hosting/hostingpictures.h"
#include "ui/pictures/picturebutton.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/linkbutton.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

constexpr int longestEntry = 100;
constexpr int newPictureSide = 96; ///< with its frame as high as both rows of fields
constexpr int widthWithPicture = 430;

QVBoxLayout *field(const QString &label, QWidget *edit, QWidget *parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Metrics::of(parent).step());
    column->addWidget(makeFieldLabel(label, edit, parent));
    column->addWidget(edit);
    return column;
}

} // namespace

HostingPersonFields::HostingPersonFields(QWidget *parent)
    : QWidget(parent)
    , m_picture(new PictureButton(newPictureSide, this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_passphrase(new QLineEdit(this))
    , m_newWords(new LinkButton(tr("Ne&w words"), this))
    , m_add(new QPushButton(tr("&Add"), this))
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, &HostingPersonFields::proposeAddress);
    connect(m_address, &QLineEdit::textEdited, this,
        [this](const QString &text) { m_hasOwnAddress = !text.isEmpty(); });
    connect(m_name, &QLineEdit::textChanged, this, &HostingPersonFields::showPerson);
    connect(m_address, &QLineEdit::textChanged, this, &HostingPersonFields::showPerson);
    connect(m_picture, &PictureButton::pictureChosen, this, [this] { m_hasOwnPicture = true; });
    connect(m_newWords, &QPushButton::clicked, this, &HostingPersonFields::proposePassphrase);
    connect(m_add, &QPushButton::clicked, this, &HostingPersonFields::submit);
    clear();
}

void HostingPersonFields::build()
{
    const Metrics metrics = Metrics::of(this);
    m_picture->setObjectName(QStringLiteral("personPicture"));
    m_picture->setAccessibleName(tr("Picture"));
    m_name->setObjectName(QStringLiteral("personName"));
    m_address->setObjectName(QStringLiteral("personAddress"));
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_name->setMaxLength(longestEntry);
    m_passphrase->setMaxLength(longestEntry);
    // Both are read from left to right in every language.
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_passphrase->setLayoutDirection(Qt::LeftToRight);
    for (QLineEdit *edit : {m_name, m_address, m_passphrase})
        edit->installEventFilter(this);
    m_add->setAutoDefault(false);

    auto *names = new QHBoxLayout;
    names->setSpacing(metrics.step(2));
    names->addLayout(field(tr("&Name"), m_name, this), 2);
    names->addLayout(field(tr("A&ddress (need not be e-mail)"), m_address, this), 3);
    auto *words = new QHBoxLayout;
    words->setSpacing(metrics.step(2));
    words->addLayout(field(tr("Pa&ssphrase to tell them"), m_passphrase, this), 1);
    m_newWords->setMinimumHeight(m_passphrase->sizeHint().height()); // its text in one line with that
    words->addWidget(m_newWords, 0, Qt::AlignBottom);
    words->addWidget(m_add, 0, Qt::AlignBottom);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(metrics.step(2));
    rows->addLayout(names);
    rows->addLayout(words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics.step(3));
    row->addWidget(m_picture, 0, Qt::AlignBottom);
    row->addLayout(rows, 1);
    setFocusProxy(m_name);
}

void HostingPersonFields::setNetworkName(const QString &name)
{
    m_network = name;
    proposeAddress();
}

void HostingPersonFields::setPeople(const QList<HostingPerson> &people)
{
    m_people = people;
    proposeAddress();
    proposePicture();
}

bool HostingPersonFields::hasUnfinished() const
{
    return !m_name->text().trimmed().isEmpty();
}

HostingPerson HostingPersonFields::typed() const
{
    HostingPerson person;
    person.name = m_name->text().simplified();
    person.address = Msn::Address(m_address->text().trimmed());
    person.passphrase = m_passphrase->text().trimmed();
    person.picture = m_picture->picture();
    return person;
}

void HostingPersonFields::submit()
{
    Q_EMIT addRequested(typed());
}

void HostingPersonFields::clear()
{
    m_hasOwnAddress = false;
    m_hasOwnPicture = false;
    m_name->clear();
    proposeAddress();
    proposePassphrase();
    proposePicture();
    if (isVisible())
        m_name->setFocus();
}

void HostingPersonFields::proposeAddress()
{
    if (m_hasOwnAddress)
        return;
    QList<Msn::Address> taken;
    for (const HostingPerson &person : std::as_const(m_people))
        taken.append(person.address);
    const QString name = m_name->text().simplified();
    m_address->setText(name.isEmpty() ? QString() : proposedAddress(name, m_network, taken).toString());
    m_address->setPlaceholderText(proposedAddress(tr("Ana"), m_network, {}).toString());
}

void HostingPersonFields::proposePassphrase()
{
    m_passphrase->setText(Msn::generatePassphrase());
}

void HostingPersonFields::proposePicture()
{
    if (!m_hasOwnPicture)
        m_picture->setPicture(proposedPicture(m_people));
}

/// Where the picture is taken away.
void HostingPersonFields::showPerson()
{
    m_picture->setPerson(Msn::Address(m_address->text().trimmed()), m_name->text());
}

bool HostingPersonFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && hasUnfinished()) {
            submit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

int HostingPersonFields::pictureWidth() const
{
    return m_picture->sizeHint().width() + layout()->spacing();
}

QSize HostingPersonFields::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return m_picture->isHidden() ? least : QSize(least.width() - pictureWidth(), least.height());
}

/// In the list the picture can still be changed.
void HostingPersonFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int least = minimumSizeHint().width() + pictureWidth();
    m_picture->setVisible(width() >= std::max(least, Metrics::of(this).px(widthWithPicture)));
}

} // namespace Ui
