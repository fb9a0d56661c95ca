#include "ui/options/optionsdialog.h"

#include "ui/icons/icons.h"
#include "ui/options/accountchooser.h"
#include "ui/options/optionsform.h"
#include "ui/options/pagelistdelegate.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

/// Narrower than this the list would leave too little for the page.
constexpr int narrowWidth = 520;
constexpr int comfortableWidth = 720;
constexpr int comfortableHeight = 560;

QLabel *noAccountLabel(QWidget *parent)
{
    auto *label = new QLabel(
        OptionsDialog::tr("These options belong to an account. Sign in, and they are here."), parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

} // namespace

OptionsDialog::OptionsDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_box(new QComboBox(this))
    , m_title(new QLabel(this))
    , m_accounts(new AccountChooser(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Options"));
    setWindowIcon(Icons::mark());
    setModal(false);
    build();
    addPageKeys();
    connect(m_list, &QListWidget::currentRowChanged, this, &OptionsDialog::showIndex);
    connect(m_box, &QComboBox::activated, this, &OptionsDialog::showIndex);
    connect(m_accounts, &AccountChooser::accountChosen, this, [this] {
        for (Place &place : m_places)
            empty(place);
        showIndex(m_list->currentRow());
    });
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(comfortableWidth), metrics.px(comfortableHeight)).boundedTo(room));
}

void OptionsDialog::addPage(const OptionsPage &page)
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(area);
    m_places.append({page, area, {}});
    const QIcon icon = Icons::icon(page.icon, Tint::SecondInk);
    new QListWidgetItem(icon, page.title, m_list);
    m_box->addItem(icon, page.title);
    fitList();
    if (m_places.size() == 1)
        m_list->setCurrentRow(0);
}

void OptionsDialog::setAccounts(const QList<Msn::Account *> &accounts)
{
    const Msn::Account *before = m_accounts->account();
    m_accounts->setAccounts(accounts);
    if (m_accounts->account() != before || !before) {
        for (Place &place : m_places)
            empty(place);
    }
    showIndex(m_list->currentRow());
}

void OptionsDialog::showPage(const QString &id)
{
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_places.at(i).page.id == id)
            m_list->setCurrentRow(static_cast<int>(i));
    }
}

QString OptionsDialog::currentPage() const
{
    const int index = m_list->currentRow();
    return index < 0 ? QString() : m_places.at(index).page.id;
}

QWidget *OptionsDialog::currentWidget() const
{
    const int index = m_list->currentRow();
    return index < 0 ? nullptr : m_places.at(index).made.data();
}

void OptionsDialog::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void OptionsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void OptionsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitList();
}

void OptionsDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PageListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_box->setAccessibleName(tr("Page"));
    m_box->hide();
    QFont font = metrics.nameFont();
    font.setPixelSize(metrics.px(18));
    m_title->setFont(font);
    m_accounts->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *column = new QVBoxLayout;
    // What stands above a page begins where its contents do.
    const int edge = OptionsForm::edge(this);
    column->setContentsMargins(metrics.step(4) - edge, metrics.step(4), metrics.step(4), metrics.step(3));
    column->setSpacing(metrics.step(3));
    auto *above = new QVBoxLayout;
    above->setContentsMargins(edge, 0, 0, 0);
    above->setSpacing(metrics.step(3));
    for (QWidget *widget :
        {static_cast<QWidget *>(m_box), static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_accounts)})
        above->addWidget(widget);
    column->addLayout(above);
    column->addWidget(m_stack, 1);
    column->addWidget(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    // The first entry begins where the title does.
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, metrics.step(3), 0, 0);
    side->addWidget(m_list);
    row->addLayout(side);
    row->addLayout(column, 1);
    setMinimumSize(metrics.px(300), metrics.px(280));
}

/// The keys of tabs: the list need not be reached first.
void OptionsDialog::addPageKeys()
{
    constexpr struct
    {
        QKeyCombination key;
        int steps;
    } pageKeys[] = {
        {QKeyCombination(Qt::CTRL, Qt::Key_PageDown), 1},
        {QKeyCombination(Qt::CTRL, Qt::Key_PageUp), -1},
        {QKeyCombination(Qt::CTRL, Qt::Key_Tab), 1},
        {QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Backtab), -1},
    };
    for (const auto &[key, steps] : pageKeys) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, [this, steps = steps] { turnPage(steps); });
    }
}

void OptionsDialog::turnPage(int steps)
{
    const int count = m_list->count();
    if (count > 0)
        m_list->setCurrentRow((m_list->currentRow() + steps + count) % count);
}

void OptionsDialog::showIndex(int index)
{
    if (index < 0 || index >= m_places.size())
        return;
    if (m_list->currentRow() != index) {
        m_list->setCurrentRow(index);
        return;
    }
    Place &place = m_places[index];
    if (!place.made)
        fill(place);
    m_box->setCurrentIndex(index);
    m_title->setText(place.page.title);
    m_accounts->setVisible(place.page.makeForAccount && m_accounts->isNeeded());
    m_stack->setCurrentWidget(place.area);
    arrange();
}

void OptionsDialog::fill(Place &place)
{
    if (place.page.make)
        place.made = place.page.make();
    else if (Msn::Account *account = m_accounts->account())
        place.made = place.page.makeForAccount(*account);
    place.area->setWidget(place.made ? place.made.data() : noAccountLabel(place.area));
}

/// A page of the whole program stays.
void OptionsDialog::empty(Place &place)
{
    if (!place.page.makeForAccount)
        return;
    delete place.area->takeWidget();
    place.made.clear();
}

void OptionsDialog::arrange()
{
    const bool narrow = width() < Metrics::of(this).px(narrowWidth);
    // Both would say the same above each other.
    m_box->setVisible(narrow);
    m_title->setVisible(!narrow);
    m_list->setVisible(!narrow);
}

void OptionsDialog::fitList()
{
    const Metrics metrics = Metrics::of(this);
    m_list->setFixedWidth(qBound(metrics.px(160), m_list->sizeHintForColumn(0), metrics.px(230)));
}

} // namespace Ui
