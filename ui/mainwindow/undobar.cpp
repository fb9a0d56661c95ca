#include "ui/mainwindow/undobar.h"

#include <QPushButton>

namespace Ui {

namespace {

constexpr int offerMs = 12000;

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : MessageBar(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(offerMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(this, &MessageBar::closed, &m_timer, &QTimer::stop);
}

void UndoBar::offer(const QString &text, const std::function<void()> &undo)
{
    showInformation(text);
    offerAlso(tr("&Undo"), undo);
    m_timer.start();
}

void UndoBar::offerAlso(const QString &text, const std::function<void()> &act)
{
    connect(addButton(text), &QPushButton::clicked, this, [this, act] {
        leave();
        act();
    });
}

void UndoBar::tell(const QString &text)
{
    m_timer.stop();
    showInformation(text);
}

void UndoBar::ask(const QString &text, const QString &yes, const std::function<void()> &act)
{
    m_timer.stop();
    showInformation(text);
    offerAlso(yes, act);
    QPushButton *keep = addButton(tr("&Keep it"));
    connect(keep, &QPushButton::clicked, this, &UndoBar::leave);
    // The keyboard answers where the question is, and Enter does no harm.
    m_before = window()->focusWidget();
    keep->setFocus(Qt::TabFocusReason);
}

void UndoBar::leave()
{
    m_timer.stop();
    if (m_before && isAncestorOf(window()->focusWidget()))
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    hide();
}

} // namespace Ui
