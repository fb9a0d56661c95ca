#include "ui/signin/certificatepanel.h"

#include "ui/text/fingerprintwords.h"
#include "ui/theme/metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

namespace {

QLabel *label(QWidget *parent)
{
    auto *result = new QLabel(parent);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    return result;
}

/// Broken into lines by the label only where a blank is.
QString spacedHex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(' ').toUpper());
}

} // namespace

CertificatePanel::CertificatePanel(QWidget *parent)
    : QWidget(parent)
    , m_question(label(this))
    , m_words(label(this))
    , m_advice(label(this))
    , m_fingerprint(label(this))
    , m_trust(new QPushButton(tr("&Trust this network"), this))
    , m_refuse(new QPushButton(tr("&Do not sign in"), this))
{
    const Metrics metrics = Metrics::of(this);
    m_words->setFont(metrics.nameFont());
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setAccessibleName(tr("Fingerprint as words"));
    // Fingerprints are read from left to right in every language.
    m_words->setLayoutDirection(Qt::LeftToRight);
    m_fingerprint->setLayoutDirection(Qt::LeftToRight);
    m_fingerprint->setFont(metrics.smallFont());
    m_fingerprint->setForegroundRole(QPalette::PlaceholderText);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->setText(tr("Ask whoever runs this network for the words of its certificate. Trust it only if "
                         "they are the same; Swallowtail then accepts this certificate and no other."));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(3));
    column->addWidget(m_question);
    column->addWidget(m_words);
    column->addWidget(m_advice);
    column->addWidget(m_fingerprint);
    column->addSpacing(metrics.step());
    column->addWidget(m_refuse);
    column->addWidget(m_trust);
    column->addStretch();
    connect(m_trust, &QPushButton::clicked, this, &CertificatePanel::trusted);
    connect(m_refuse, &QPushButton::clicked, this, &CertificatePanel::refused);
}

void CertificatePanel::ask(const QString &server, const QString &network, const QByteArray &sha256)
{
    //: %1 is a network, %2 a server and its port.
    m_question->setText(
        tr("Nobody this computer trusts vouches for “%1” (%2). Its certificate reads:").arg(network, server));
    m_words->setText(fingerprintLines(sha256));
    m_fingerprint->setText(tr("SHA-256: %1").arg(spacedHex(sha256)));
}

QString CertificatePanel::words() const
{
    return m_words->text();
}

void CertificatePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace Ui
