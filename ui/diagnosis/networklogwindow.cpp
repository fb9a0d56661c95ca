#include "ui/diagnosis/networklogwindow.h"

#include "core/net/trafficlog.h"
#include "ui/diagnosis/trafficdelegate.h"
#include "ui/diagnosis/trafficfilter.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSaveFile>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using Msn::TrafficModel;

NetworkLogWindow::NetworkLogWindow(Msn::TrafficLog &log, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_model(new TrafficModel(this))
    , m_filter(new TrafficFilter(this))
    , m_bar(new MessageBar(this))
    , m_direction(new QComboBox(this))
    , m_account(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_pause(new LinkButton(tr("&Pause"), this))
    , m_view(new QListView(this))
    , m_delegate(new TrafficDelegate(m_view))
    , m_count(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::mark());
    m_filter->setSourceModel(m_model);
    build();
    addKeys();
    connect(&log, &Msn::TrafficLog::lineWritten, m_model, &TrafficModel::append);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &NetworkLogWindow::refreshCount);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &NetworkLogWindow::refreshCount);
    connect(m_model, &TrafficModel::waitingCountChanged, this, &NetworkLogWindow::refreshCount);
    connect(m_model, &TrafficModel::accountsChanged, this, &NetworkLogWindow::offerAccounts);
    refreshCount();
    applyAccount();
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(760), metrics.px(520)).boundedTo(room));
}

NetworkLogWindow::~NetworkLogWindow() = default;

bool NetworkLogWindow::saveTo(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = shownText().toUtf8();
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(text) == text.size() && file.commit()) {
            m_bar->showInformation(tr("The lines shown are saved in %1.").arg(fileName));
            return true;
        }
    }
    m_bar->showError({tr("The log could not be written to %1.").arg(fileName),
        tr("Check that the disk has room and that you may write there."), file.errorString()});
    return false;
}

void NetworkLogWindow::build()
{
    const Metrics metrics = Metrics::of(this);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(metrics.px(12));
    m_view->setFont(fixed);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Lines of the log"));
    // The protocol is written from left to right in every language.
    m_view->setLayoutDirection(Qt::LeftToRight);
    // Only who reads the newest line wants to be taken along.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = m_view->verticalScrollBar();
        m_view->setProperty("follows", bar->value() >= bar->maximum());
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_view->property("follows").toBool())
            m_view->scrollToBottom();
    });
    m_count->setWordWrap(true);
    m_count->setFont(metrics.smallFont());
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setContentsMargins(metrics.step(3), metrics.step(), metrics.step(3), metrics.step());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(makeTools());
    column->addWidget(m_view, 1);
    column->addWidget(m_count);
}

QWidget *NetworkLogWindow::makeTools()
{
    const Metrics metrics = Metrics::of(this);
    m_direction->addItems({tr("Both ways"), tr("Sent"), tr("Received")});
    m_direction->setAccessibleName(tr("Direction"));
    m_account->addItem(tr("All accounts"));
    m_account->setAccessibleName(tr("Account"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_account->setMinimumContentsLength(16);
    m_account->hide();
    m_words->setPlaceholderText(tr("Filter: MSG, an address, words"));
    m_words->setAccessibleName(tr("Filter by verb or words"));
    makeSearchField(*m_words);
    m_words->setMinimumWidth(metrics.px(90));
    m_pause->setCheckable(true);
    auto *save = new LinkButton(tr("&Save…"), this);
    auto *clear = new LinkButton(tr("&Clear"), this);

    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(2), metrics.step(2));
    row->setSpacing(metrics.step());
    row->addWidget(m_direction);
    row->addWidget(m_account);
    row->addWidget(m_words, 1);
    for (QPushButton *button : {m_pause, static_cast<QPushButton *>(save), static_cast<QPushButton *>(clear)})
        row->addWidget(button);
    connect(m_direction, &QComboBox::currentIndexChanged, m_filter,
        [this](int index) { m_filter->setDirection(static_cast<TrafficFilter::Direction>(index)); });
    connect(m_account, &QComboBox::currentIndexChanged, this, &NetworkLogWindow::applyAccount);
    connect(m_words, &QLineEdit::textChanged, m_filter, &TrafficFilter::setWords);
    connect(m_pause, &QPushButton::toggled, this, &NetworkLogWindow::applyPause);
    connect(save, &QPushButton::clicked, this, &NetworkLogWindow::chooseFile);
    connect(clear, &QPushButton::clicked, m_model, &TrafficModel::clear);
    return tools;
}

void NetworkLogWindow::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    add(QKeySequence::Copy, [this] { copySelected(); });
    add(QKeySequence::Save, [this] { chooseFile(); });
    add(QKeySequence::Find, [this] { m_words->setFocus(Qt::ShortcutFocusReason); });
    add(QKeySequence::Close, [this] { close(); });
    add(QKeySequence(Qt::Key_Escape), [this] { close(); });
}

void NetworkLogWindow::applyPause()
{
    m_model->setPaused(m_pause->isChecked());
    m_pause->setText(m_pause->isChecked() ? tr("&Go on") : tr("&Pause"));
    refreshCount();
}

void NetworkLogWindow::copySelected()
{
    QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : selected)
        lines.append(index.data(TrafficModel::LineRole).toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void NetworkLogWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text files (*.txt)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &NetworkLogWindow::saveTo);
    dialog->open();
}

void NetworkLogWindow::refreshCount()
{
    const int shown = m_filter->rowCount();
    if (m_model->waitingCount() > 0)
        m_count->setText(tr("Paused. %n new line(s) wait.", nullptr, m_model->waitingCount()));
    else if (shown == 0)
        m_count->setText(tr("Nothing yet. What is said with the servers from now on stands here; passwords "
                            "and tickets are masked."));
    else
        m_count->setText(tr(
            "%n line(s). Passwords and tickets are masked; addresses and messages are not.", nullptr, shown));
}

/// Only where there is something to choose.
void NetworkLogWindow::offerAccounts()
{
    const QStringList &accounts = m_model->accounts();
    while (m_account->count() <= accounts.size())
        m_account->addItem(accounts.at(m_account->count() - 1));
    m_account->setVisible(accounts.size() > 1);
    applyAccount();
}

void NetworkLogWindow::applyAccount()
{
    const QStringList &accounts = m_model->accounts();
    const QString chosen = m_account->currentIndex() > 0 ? m_account->currentText() : QString();
    m_filter->setAccount(chosen);
    m_delegate->setNamesAccounts(accounts.size() > 1 && chosen.isEmpty());
    const QString named = accounts.size() == 1 ? accounts.constFirst() : chosen;
    //: %1: whose log it is: "marta@example.com on Home".
    setWindowTitle(named.isEmpty() ? tr("Network log") : tr("Network log – %1").arg(named));
}

QString NetworkLogWindow::shownText() const
{
    QString text;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        text += m_filter->index(row, 0).data(TrafficModel::LineRole).toString() + u'\n';
    return text;
}

} // namespace Ui
