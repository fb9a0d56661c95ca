#pragma once

#include "ui/alerts/alertnotice.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace Ui {

class ElidedLabel;

/// One alert of our own: picture, who, what. Never takes the focus. A click opens what it is about,
/// a right click or the cross closes it, the pointer over it keeps it.
class Toast : public QWidget
{
    Q_OBJECT

public:
    /// \p lifetimeMs from when it is shown, and again from when the pointer leaves it; 0 = stays.
    explicit Toast(int lifetimeMs, QWidget *parent = nullptr);

    void setNotice(const AlertNotice &notice);
    const AlertNotice &notice() const { return m_notice; }

Q_SIGNALS:
    void activated();
    /// The person closed it, or its time is over.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void startTimer();

    AlertNotice m_notice;
    QTimer m_timer;
    QLabel *m_picture;
    ElidedLabel *m_title;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace Ui
