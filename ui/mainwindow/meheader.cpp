#include "ui/mainwindow/meheader.h"

#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/mainwindow/statusbutton.h"
#include "ui/mainwindow/statusmenu.h"
#include "ui/pictures/picturebutton.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/inplaceedit.h"

#include <QEvent>
#include <QGridLayout>

namespace Ui {

namespace {

constexpr int pictureSize = 52;

} // namespace

MeHeader::MeHeader(QWidget *parent)
    : QWidget(parent)
    , m_picture(new PictureButton(pictureSize, this))
    , m_name(new InPlaceEdit(this))
    , m_statusButton(new StatusButton(this))
    , m_address(new ElidedLabel(this))
    , m_menu(new StatusMenu(tr("My &status"), this))
{
    const Metrics metrics = Metrics::of(this);
    m_picture->setToolTip(tr("Change my picture"));
    m_picture->setAccessibleName(tr("My picture"));
    m_name->setFont(metrics.nameFont());
    m_name->setLabel(tr("My name"));
    // Longer ones the server refuses; how many fit depends on the letters.
    m_name->setMaximumLength(129);
    m_address->setFont(metrics.smallFont());
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setContentsMargins({});
    m_menu->addSeparator();
    QAction *signOut = m_menu->addAction(Icons::icon("sign-out"), tr("Sign o&ut"));
    m_statusButton->setMenu(m_menu);
    m_statusButton->setPopupMode(QToolButton::InstantPopup);
    m_statusButton->setAutoRaise(true);
    m_statusButton->setFocusPolicy(Qt::StrongFocus);

    auto *addressLine = new QHBoxLayout;
    addressLine->setContentsMargins(metrics.px(4), 0, 0, 0);
    addressLine->addWidget(m_address);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(3), metrics.step(3));
    grid->setHorizontalSpacing(metrics.step(2));
    grid->setVerticalSpacing(0);
    grid->addWidget(m_picture, 0, 0, 3, 1, Qt::AlignVCenter);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_statusButton, 1, 1, Qt::AlignLeading);
    grid->addLayout(addressLine, 2, 1);
    grid->setColumnStretch(1, 1);

    connect(m_picture, &PictureButton::pictureChosen, this, &MeHeader::pictureChosen);
    connect(m_name, &InPlaceEdit::textChosen, this, &MeHeader::nameChosen);
    connect(m_menu, &StatusMenu::statusChosen, this, &MeHeader::statusChosen);
    connect(signOut, &QAction::triggered, this, &MeHeader::signOutRequested);
    refresh();
}

void MeHeader::setAddress(const Msn::Address &address)
{
    m_ownAddress = address;
    refresh();
}

void MeHeader::setOthers(int count)
{
    m_others = count;
    refresh();
}

void MeHeader::setPicture(const QByteArray &png)
{
    m_picture->setPicture(png);
}

void MeHeader::setName(const Msn::FriendlyName &name)
{
    m_ownName = name;
    refresh();
}

void MeHeader::setStatus(Msn::Status status)
{
    m_status = status;
    refresh();
}

void MeHeader::setConnected(bool connected)
{
    m_name->setEnabled(connected);
    const QList<QAction *> entries = m_menu->actions();
    for (QAction *entry : entries) {
        if (entry->isCheckable())
            entry->setEnabled(connected);
    }
}

void MeHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void MeHeader::refresh()
{
    const QString name = m_ownName.singleLine();
    const QString shown = name.isEmpty() ? m_ownAddress.localPart() : name;
    const QString status = StatusText::name(m_status);
    m_picture->setPerson(m_ownAddress, shown);
    m_name->setText(shown);
    //: %1 is an e-mail address; the number counts other accounts that are signed in.
    m_address->setText(m_others > 0 ? tr("%1 and %n more", nullptr, m_others).arg(m_ownAddress.toString())
                                    : m_ownAddress.toString());
    m_statusButton->setText(status);
    m_statusButton->setIcon(statusIcon(m_status));
    m_statusButton->setAccessibleName(tr("My status: %1").arg(status));
    m_statusButton->updateGeometry();
    m_menu->setStatus(m_status);
}

} // namespace Ui
