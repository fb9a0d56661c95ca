#pragma once

#include "core/protocol/status.h"

#include <QMenu>

class QActionGroup;

namespace Ui {

/// The statuses a person can choose; the present one is marked.
class StatusMenu : public QMenu
{
    Q_OBJECT

public:
    explicit StatusMenu(const QString &title, QWidget *parent = nullptr);

    void setStatus(Msn::Status status);

Q_SIGNALS:
    void statusChosen(Msn::Status status);

private:
    QActionGroup *m_group;
};

} // namespace Ui
