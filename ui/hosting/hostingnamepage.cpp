#include "ui/hosting/hostingnamepage.h"

#include "ui/hosting/hostingaddresses.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int longestName = 60;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

HostingNamePage::HostingNamePage(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_example(paragraph({}, this))
{
    const Metrics metrics = Metrics::of(this);
    m_name->setMaxLength(longestName);
    m_name->setText(tr("Home"));
    m_name->selectAll();
    m_example->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step());
    column->addWidget(
        paragraph(tr("A network of your own, for a family, a class, a party or an office. It runs "
                     "on this computer, and nothing that is said leaves your network."),
            this));
    column->addWidget(
        paragraph(tr("Whoever is to take part needs Swallowtail, and a name and passphrase that "
                     "you give them in the next step. Nobody needs an e-mail address."),
            this));
    column->addSpacing(metrics.step(2));
    column->addWidget(makeFieldLabel(tr("&Name of the network"), m_name, this));
    column->addWidget(m_name);
    column->addWidget(m_example);
    column->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &HostingNamePage::refresh);
    setFocusProxy(m_name);
    refresh();
}

QString HostingNamePage::name() const
{
    return m_name->text().simplified();
}

void HostingNamePage::setName(const QString &name)
{
    m_name->setText(name);
}

void HostingNamePage::refresh()
{
    m_example->setText(
        tr("Addresses on it look like %1.").arg(proposedAddress(tr("Ana"), name(), {}).toString()));
    Q_EMIT nameChanged();
}

} // namespace Ui
