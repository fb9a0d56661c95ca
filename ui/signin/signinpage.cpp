#include "ui/signin/signinpage.h"

#include "ui/icons/icons.h"
#include "ui/signin/certificatepanel.h"
#include "ui/signin/progresspanel.h"
#include "ui/signin/signinform.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int markSize = 84;
constexpr int lowMarkSize = 52;
/// Below this height the mark makes room for the form.
constexpr int lowHeight = 620;
constexpr int columnWidth = 300;

/// Only as tall as the page it shows, so that the window need not scroll for one it does not.
class CurrentSizeStack : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
    bool hasHeightForWidth() const override
    {
        return currentWidget() && currentWidget()->hasHeightForWidth();
    }
    int heightForWidth(int width) const override
    {
        return currentWidget() ? currentWidget()->heightForWidth(width) : -1;
    }
};

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : HeaderGround(parent)
    , m_back(new LinkButton(tr("&Back to my contacts"), this))
    , m_history(new LinkButton(tr("Message h&istory"), this))
    , m_host(new LinkButton(tr("&Host a chat…"), this))
    , m_mark(new QLabel(this))
    , m_heading(new QLabel(tr("Sign in"), this))
    , m_bar(new MessageBar(this))
    , m_pages(new CurrentSizeStack(this))
    , m_form(new SignInForm(this))
    , m_progress(new ProgressPanel(this))
    , m_certificate(new CertificatePanel(this))
{
    setGradientHeight(Metrics::of(this).px(280));
    for (QWidget *page : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_certificate)})
        m_pages->addWidget(page);

    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    build(*m_column);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The gradient shows through; setWidget() has just turned filling on.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->installEventFilter(this);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addWidget(m_back, 0, Qt::AlignLeading);
    outer->addWidget(scroll);
    m_back->setIcon(
        Icons::icon(layoutDirection() == Qt::RightToLeft ? QStringLiteral("forward") : QStringLiteral("back"),
            Tint::Accent));
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &SignInPage::backRequested);
    connect(m_form->networkBox(), &NetworkBox::addRequested, this, &SignInPage::chooseNetworkFile);
}

void SignInPage::showForm()
{
    m_heading->setText(tr("Sign in"));
    m_pages->setCurrentWidget(m_form);
    m_pages->updateGeometry();
    m_form->focusNextStep();
}

void SignInPage::setWayBack(bool there)
{
    m_back->setVisible(there);
}

void SignInPage::showProgress(Msn::SignInProgress progress, const QString &address, const QString &network)
{
    m_bar->hide();
    m_heading->setText(tr("Signing in"));
    m_progress->showProgress(progress, address, network);
    m_pages->setCurrentWidget(m_progress);
    m_pages->updateGeometry();
}

void SignInPage::askAboutCertificate(const QString &server, const QString &network, const QByteArray &sha256)
{
    m_bar->hide();
    m_heading->setText(tr("Do you trust this network?"));
    m_certificate->ask(server, network, sha256);
    m_pages->setCurrentWidget(m_certificate);
    m_pages->updateGeometry();
}

void SignInPage::chooseNetworkFile()
{
    auto *dialog = new QFileDialog(this, tr("Add a network"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Network files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SignInPage::networkFileChosen);
    dialog->open();
}

void SignInPage::changeEvent(QEvent *event)
{
    HeaderGround::changeEvent(event);
    const bool matters = event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange;
    if (matters && m_column)
        setLow(m_isLow);
}

/// The area below the bar and the way back.
bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        const int room = static_cast<QResizeEvent *>(event)->size().height();
        const bool low = room < Metrics::of(this).px(lowHeight);
        if (low != m_isLow)
            setLow(low);
    }
    return HeaderGround::eventFilter(watched, event);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        leave();
    else
        HeaderGround::keyPressEvent(event);
}

/// As the button would that says so on the page shown.
void SignInPage::leave()
{
    if (m_pages->currentWidget() == m_progress)
        Q_EMIT m_progress->cancelled();
    else if (m_pages->currentWidget() == m_certificate)
        Q_EMIT m_certificate->refused();
    else if (!m_back->isHidden())
        Q_EMIT backRequested();
}

void SignInPage::build(QVBoxLayout &column)
{
    const Metrics metrics = Metrics::of(this);
    m_mark->setAlignment(Qt::AlignCenter);
    m_heading->setAlignment(Qt::AlignCenter);
    m_heading->setWordWrap(true);
    QFont font = metrics.nameFont();
    font.setPixelSize(metrics.px(18));
    m_heading->setFont(font);

    auto *inner = new QWidget(this);
    inner->setMaximumWidth(metrics.px(columnWidth));
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins({});
    innerColumn->setSpacing(metrics.step(2));
    innerColumn->addWidget(m_mark);
    innerColumn->addWidget(m_heading);
    innerColumn->addSpacing(metrics.step(2));
    innerColumn->addWidget(m_pages);

    setLow(false);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(inner, 1000);
    centred->addStretch();
    column.addLayout(centred);
    column.addStretch();
    column.addLayout(makeLinks());
}

void SignInPage::setLow(bool low)
{
    const Metrics metrics = Metrics::of(this);
    m_isLow = low;
    m_column->setContentsMargins(
        metrics.step(6), metrics.step(m_isLow ? 4 : 8), metrics.step(6), metrics.step(3));
    applyMark();
}

QLayout *SignInPage::makeLinks()
{
    auto *test = new LinkButton(tr("Test this net&work"), this);
    auto *options = new LinkButton(tr("&Options…"), this);
    auto *about = new LinkButton(tr("&About"), this);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), this);
    auto *historyKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_H), this);
    about->setAccessibleName(tr("About Swallowtail"));
    connect(m_host, &QPushButton::clicked, this, &SignInPage::hostingRequested);
    connect(test, &QPushButton::clicked, this, &SignInPage::testRequested);
    m_history->hide();
    connect(m_history, &QPushButton::clicked, this, &SignInPage::historyRequested);
    connect(historyKey, &QShortcut::activated, this, &SignInPage::historyRequested);
    connect(options, &QPushButton::clicked, this, &SignInPage::optionsRequested);
    connect(key, &QShortcut::activated, this, &SignInPage::optionsRequested);
    connect(about, &QPushButton::clicked, this, &SignInPage::aboutRequested);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (const auto &links : {QList<QPushButton *>{m_host, test}, {m_history, options, about}}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        row->addStretch();
        for (QPushButton *link : links)
            row->addWidget(link);
        row->addStretch();
        rows->addLayout(row);
    }
    return rows;
}

void SignInPage::setHasHistory(bool has)
{
    m_history->setVisible(has);
}

void SignInPage::setHasOwnNetwork(bool has)
{
    m_host->setText(has ? tr("Your networ&k…") : tr("&Host a chat…"));
}

void SignInPage::applyMark()
{
    const int size = Metrics::of(this).px(m_isLow ? lowMarkSize : markSize);
    m_mark->setPixmap(Icons::mark().pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace Ui
