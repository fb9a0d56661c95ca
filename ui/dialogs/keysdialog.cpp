#include "ui/dialogs/keysdialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

/// As the platform writes them.
QString keys(const char *portable)
{
    return QKeySequence(QString::fromLatin1(portable)).toString(QKeySequence::NativeText);
}

} // namespace

KeysDialog::KeysDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(tr("Keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setItemsExpandable(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setFrameShape(QFrame::NoFrame);
    fill();
    m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(4), metrics.step(4), metrics.step(4), metrics.step(4));
    column->setSpacing(metrics.step(3));
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(metrics.px(560), metrics.px(600));
}

void KeysDialog::addSection(const QString &title, const QList<Row> &rows)
{
    auto *section = new QTreeWidgetItem(m_list, {title});
    QFont font = m_list->font();
    font.setWeight(QFont::DemiBold);
    section->setFont(0, font);
    section->setFlags(Qt::ItemIsEnabled);
    section->setFirstColumnSpanned(true);
    for (const Row &row : rows) {
        auto *item = new QTreeWidgetItem(section, {row.deed, row.keys});
        //: What a key does, and the key.
        item->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(row.deed, row.keys));
    }
    section->setExpanded(true);
}

void KeysDialog::fill()
{
    addSection(tr("Contact list"),
        {{tr("Open a conversation, fold a group"), keys("Return")},
            {tr("Find somebody"), tr("type, or %1, %2").arg(keys("Ctrl+F"), keys("F3"))},
            {tr("Give a nickname, rename a group"), keys("F2")},
            {tr("Delete a contact or a group"), keys("Del")}, {tr("Properties"), keys("Alt+Return")},
            {tr("Menu of a contact or a group"), keys("Shift+F10")}, {tr("Add a contact"), keys("Ctrl+N")},
            {tr("Message history"), keys("Ctrl+H")}, {tr("Options"), keys("Ctrl+P")},
            {tr("To the menus"), tr("%1 or %2").arg(keys("Ctrl+M"), keys("F10"))},
            {tr("Close the window"), keys("Ctrl+W")}, {tr("Quit"), keys("Ctrl+Q")}});
    addSection(tr("Conversation"),
        {{tr("Send"), tr("%1 or %2").arg(keys("Return"), keys("Alt+S"))},
            {tr("New line"), tr("%1 or %2").arg(keys("Shift+Return"), keys("Ctrl+Return"))},
            {tr("Earlier lines of mine"), tr("%1, %2").arg(keys("Ctrl+Up"), keys("Ctrl+Down"))},
            {tr("Bold, italic, underlined"),
                tr("%1, %2, %3").arg(keys("Ctrl+B"), keys("Ctrl+I"), keys("Ctrl+U"))},
            {tr("Next and previous tab"), tr("%1, %2").arg(keys("Ctrl+Tab"), keys("Ctrl+Shift+Tab"))},
            {tr("Tab by its place"), tr("%1 to %2").arg(keys("Alt+1"), keys("Alt+9"))},
            {tr("Find in the conversation"), tr("%1, %2").arg(keys("Ctrl+F"), keys("F3"))},
            {tr("What was said on former days"), keys("Ctrl+H")},
            {tr("Close the tab"), tr("%1 or %2").arg(keys("Ctrl+W"), keys("Esc"))}});
    addSection(tr("Message history"),
        {{tr("Search"), keys("Ctrl+F")},
            {tr("From the words to what was found and back"), tr("%1, %2").arg(keys("Down"), keys("F6"))},
            {tr("What was said around a message"), keys("Return")}, {tr("Back, step by step"), keys("Esc")}});
}

} // namespace Ui
