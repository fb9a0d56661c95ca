#include "ui/hosting/hostingpagelist.h"

#include "ui/icons/icons.h"
#include "ui/options/pagelistdelegate.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>

namespace Ui {

HostingPageList::HostingPageList(QWidget *window)
    : QObject(window)
    , m_list(new QListWidget(window))
    , m_box(new QComboBox(window))
{
    m_list->setAccessibleName(tr("Pages"));
    m_list->setItemDelegate(new PageListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_box->setAccessibleName(tr("Page"));
    addPage("host", tr("Joining"));
    addPage("people", tr("People"));
    addPage("settings", tr("Settings"));
    m_list->setFixedWidth(qMax(Metrics::of(window).px(150), m_list->sizeHintForColumn(0)));
    addKeys(window);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(row);
    });
    connect(m_box, &QComboBox::activated, this, &HostingPageList::chosen);
}

void HostingPageList::addPage(const char *icon, const QString &title)
{
    const QIcon picture = Icons::icon(icon, Tint::SecondInk);
    new QListWidgetItem(picture, title, m_list);
    m_box->addItem(picture, title);
}

void HostingPageList::addKeys(QWidget *window)
{
    const auto add = [this, window](QKeyCombination key, int steps) {
        auto *shortcut = new QShortcut(QKeySequence(key), window);
        connect(shortcut, &QShortcut::activated, this, [this, steps] { turn(steps); });
    };
    add(QKeyCombination(Qt::CTRL, Qt::Key_PageDown), 1);
    add(QKeyCombination(Qt::CTRL, Qt::Key_PageUp), -1);
    add(QKeyCombination(Qt::CTRL, Qt::Key_Tab), 1);
    add(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Backtab), -1);
}

void HostingPageList::turn(int steps)
{
    const int count = m_list->count();
    if (m_isShown)
        m_list->setCurrentRow((m_list->currentRow() + steps + count) % count);
}

void HostingPageList::setShown(bool shown, bool narrow)
{
    m_isShown = shown;
    m_list->setVisible(shown && !narrow);
    m_box->setVisible(shown && narrow);
}

void HostingPageList::setCurrent(int index)
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(index);
    m_box->setCurrentIndex(index);
}

} // namespace Ui
