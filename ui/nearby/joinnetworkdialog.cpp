#include "ui/nearby/joinnetworkdialog.h"

#include "ui/icons/icons.h"
#include "ui/text/fingerprintwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fittingarea.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

using Relation = NetworkOffer::Relation;
using Origin = NetworkOffer::Origin;

JoinNetworkDialog::JoinNetworkDialog(const NetworkOffer &offer, QWidget *parent)
    : FittingDialog(parent)
    , m_offer(offer)
{
    const Metrics metrics = Metrics::of(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isChanged = m_offer.relation == Relation::Changed;
    setWindowTitle(isChanged ? tr("Another network of this name") : tr("Join a network"));

    auto *buttons = new QDialogButtonBox(this);
    m_join = buttons->addButton(isChanged ? tr("&Replace it") : tr("&Join"),
        isChanged ? QDialogButtonBox::DestructiveRole : QDialogButtonBox::AcceptRole);
    m_refuse = buttons->addButton(
        isChanged ? tr("&Keep the one I know") : tr("&Do not join"), QDialogButtonBox::RejectRole);

    auto *content = new QWidget(this);
    auto *texts = new QVBoxLayout(content);
    texts->setContentsMargins({});
    texts->setSpacing(metrics.step(3));
    if (isChanged)
        fillChanged(*texts);
    else
        fillNew(*texts);
    texts->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    column->setSpacing(metrics.step(4));
    column->addWidget(new FittingArea(content), 1);
    column->addWidget(buttons);
    setMinimumWidth(metrics.px(400));

    connect(m_refuse, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_join, &QPushButton::clicked, this, [this] {
        Q_EMIT joined(m_offer);
        accept();
    });
    // A link may open this while somebody types.
    QPushButton *first = isChanged || m_offer.origin == Origin::Link ? m_refuse : m_join;
    first->setDefault(true);
    first->setFocus(Qt::OtherFocusReason);
}

QString JoinNetworkDialog::words() const
{
    QStringList texts;
    for (const QLabel *label : m_texts)
        texts.append(label->text());
    return texts.join(u'\n');
}

void JoinNetworkDialog::fillNew(QBoxLayout &column)
{
    addText(column, tr("Join “%1”?").arg(m_offer.network.name))->setFont(Metrics::of(this).nameFont());
    addText(column, originSentence());
    if (!m_offer.network.certificateSha256.isEmpty())
        addWords(column, tr("Its certificate reads:"), m_offer.network.certificateSha256);
    addText(column, trustSentence());
    if (m_offer.relation == Relation::NameTaken)
        addText(column,
            //: Both are names of networks.
            tr("You know another network called “%1”. It stays as it is, and this one is called “%2”.")
                .arg(m_offer.network.name, m_offer.keptName));
}

void JoinNetworkDialog::fillChanged(QBoxLayout &column)
{
    const Metrics metrics = Metrics::of(this);
    auto *head = new QHBoxLayout;
    auto *mark = new QLabel(this);
    mark->setPixmap(Icons::icon("warning", Tint::Unread).pixmap(metrics.px(24), metrics.px(24)));
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addSpacing(metrics.step());
    auto *texts = new QVBoxLayout;
    addText(*texts, tr("This is not the “%1” you know").arg(m_offer.knownName))->setFont(metrics.nameFont());
    head->addLayout(texts, 1);
    column.addLayout(head);
    addText(column, originSentence());
    addText(column,
        tr("It may have been set up anew, or somebody pretends to be “%1”. Ask whoever hosts it before you "
           "replace the one you know: your password would go to this one.")
            .arg(m_offer.knownName));
    if (!m_offer.knownSha256.isEmpty())
        addWords(column, tr("The one you know reads:"), m_offer.knownSha256);
    if (!m_offer.network.certificateSha256.isEmpty())
        addWords(column, tr("This one reads:"), m_offer.network.certificateSha256);
}

QString JoinNetworkDialog::originSentence() const
{
    const QString server = m_offer.network.dispatch.host;
    if (m_offer.origin == Origin::Link)
        //: %1 is the address of a server.
        return tr("A link was opened that leads to the server %1.").arg(server);
    if (m_offer.host.isEmpty())
        return tr("A computer on this network (%1) announces it.").arg(server);
    //: %1 is the name of a computer, %2 its address.
    return tr("The computer “%1” on this network (%2) announces it.").arg(m_offer.host, server);
}

QString JoinNetworkDialog::trustSentence() const
{
    if (m_offer.network.security == Msn::NetworkDescription::Security::None)
        return tr("What you write there is not encrypted on its way. Join only if you trust the link.");
    if (m_offer.network.certificateSha256.isEmpty())
        return tr("Join only if you trust whoever gave you the link.");
    return tr("Whoever hosts it sees the same words on their screen. Join only if they are the same; "
              "Swallowtail then accepts this certificate and no other.");
}

QLabel *JoinNetworkDialog::addText(QBoxLayout &column, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
    m_texts.append(label);
    return label;
}

void JoinNetworkDialog::addWords(QBoxLayout &column, const QString &head, const QByteArray &sha256)
{
    addText(column, head);
    QLabel *words = addText(column, fingerprintLines(sha256));
    words->setFont(Metrics::of(this).nameFont());
    words->setAlignment(Qt::AlignCenter);
    // English words in every language.
    words->setLayoutDirection(Qt::LeftToRight);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(head + u' ' + fingerprintWords(sha256).join(u' '));
}

} // namespace Ui
