#pragma once

#include "core/roster/contact.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;

namespace Ui {

/// One person who has added us, and what to do about it.
class AddedMeRow : public QWidget
{
    Q_OBJECT

public:
    AddedMeRow(const Msn::Contact &person, QWidget *parent);

    const Msn::Address &address() const { return m_address; }
    bool isAllowed() const;
    bool isToBeAdded() const;
    void setAllowed(bool allowed);

private:
    const Msn::Address m_address;
    QButtonGroup *m_choice;
    QCheckBox *m_add;
};

} // namespace Ui
