#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace Ui {

/// What can be done with the people in a conversation.
class ConversationToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationToolBar(QWidget *parent = nullptr);

    void setCanInvite(bool can);
    void setCanNudge(bool can);
    void setHasHistory(bool has);
    /// Only in a conversation of two.
    void setCanBlock(bool can);
    void setBlocked(bool blocked);
    void setPicturesShown(bool shown);

Q_SIGNALS:
    void inviteClicked();
    void nudgeClicked();
    void historyClicked();
    void blockClicked();
    void unblockClicked();
    void picturesToggled(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(QHBoxLayout &row, const QString &icon, const QString &text, const QString &hint);
    void fitLabels();

    QToolButton *m_invite;
    QToolButton *m_nudge;
    QToolButton *m_history;
    QToolButton *m_pictures;
    QToolButton *m_block;
    bool m_blocked = false;
};

} // namespace Ui
