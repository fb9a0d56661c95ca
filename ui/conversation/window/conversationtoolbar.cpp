#include "ui/conversation/window/conversationtoolbar.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace Ui {

ConversationToolBar::ConversationToolBar(QWidget *parent)
    : QWidget(parent)
{
    const Metrics metrics = Metrics::of(this);
    auto *row = new QHBoxLayout(this);
    // The icons, not the edges of their buttons, stand in line with the messages.
    row->setContentsMargins(metrics.step(1), metrics.step(1), metrics.step(1), metrics.step(1));
    row->setSpacing(metrics.step(1));
    m_invite = addButton(
        *row, QStringLiteral("invite"), tr("Invite"), tr("Invite somebody into this conversation"));
    m_nudge = addButton(*row, QStringLiteral("nudge"), tr("Nudge"), tr("Send a nudge"));
    m_history = addButton(
        *row, QStringLiteral("history"), tr("History"), tr("Read and search what was said on former days"));
    row->addStretch();
    m_pictures = addButton(
        *row, QStringLiteral("picture"), tr("Pictures"), tr("Show the pictures beside the messages"));
    m_pictures->setCheckable(true);
    m_block = addButton(*row, QStringLiteral("block"), tr("Block"), {});
    setBlocked(false);
    connect(m_invite, &QToolButton::clicked, this, &ConversationToolBar::inviteClicked);
    connect(m_nudge, &QToolButton::clicked, this, &ConversationToolBar::nudgeClicked);
    connect(m_history, &QToolButton::clicked, this, &ConversationToolBar::historyClicked);
    connect(m_pictures, &QToolButton::clicked, this, &ConversationToolBar::picturesToggled);
    connect(m_block, &QToolButton::clicked, this, [this] {
        if (m_blocked)
            Q_EMIT unblockClicked();
        else
            Q_EMIT blockClicked();
    });
}

QToolButton *ConversationToolBar::addButton(
    QHBoxLayout &row, const QString &icon, const QString &text, const QString &hint)
{
    const Metrics metrics = Metrics::of(this);
    auto *button = new QToolButton(this);
    button->setObjectName(icon + QStringLiteral("Action"));
    button->setIcon(Icons::icon(icon, Tint::Accent));
    button->setIconSize({metrics.icon(), metrics.icon()});
    button->setText(text);
    button->setToolTip(hint);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(metrics.px(32));
    row.addWidget(button);
    return button;
}

void ConversationToolBar::setCanInvite(bool can)
{
    m_invite->setEnabled(can);
}

void ConversationToolBar::setCanNudge(bool can)
{
    m_nudge->setEnabled(can);
}

void ConversationToolBar::setHasHistory(bool has)
{
    m_history->setVisible(has);
}

void ConversationToolBar::setCanBlock(bool can)
{
    m_block->setVisible(can);
}

void ConversationToolBar::setBlocked(bool blocked)
{
    m_blocked = blocked;
    m_block->setText(blocked ? tr("Unblock") : tr("Block"));
    m_block->setIcon(
        Icons::icon(blocked ? QStringLiteral("unblock") : QStringLiteral("block"), Tint::Accent));
    m_block->setToolTip(blocked ? tr("Let this person see you and write to you again")
                                : tr("Keep this person from seeing you and writing to you"));
}

void ConversationToolBar::setPicturesShown(bool shown)
{
    m_pictures->setChecked(shown);
}

void ConversationToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLabels();
}

void ConversationToolBar::fitLabels()
{
    // In a narrow window the icons alone must do; their names stay in the tool tips.
    const bool wide = width() >= Metrics::of(this).px(420);
    for (QToolButton *button : {m_invite, m_nudge, m_history, m_block})
        button->setToolButtonStyle(wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_pictures->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void ConversationToolBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.headerBottom);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

} // namespace Ui
