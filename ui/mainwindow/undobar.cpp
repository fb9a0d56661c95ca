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
    connect(addButton(tr("&Undo")), &QPushButton::clicked, this, [this, undo] {
        m_timer.stop();
        hide();
        undo();
    });
    m_timer.start();
}

void UndoBar::ask(const QString &text, const QString &yes, const std::function<void()> &act)
{
    m_timer.stop();
    showInformation(text);
    connect(addButton(yes), &QPushButton::clicked, this, [this, act] {
        hide();
        act();
    });
    connect(addButton(tr("&Keep it")), &QPushButton::clicked, this, &QWidget::hide);
}

} // namespace Ui
