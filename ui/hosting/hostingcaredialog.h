#pragma once

#include "ui/dialogs/formdialog.h"
#include "ui/hosting/hostingvalues.h"

class QCheckBox;
class QTimeEdit;
class QTreeWidget;

namespace Ui {

/// The rules for one person, with the words in which they are told to them.
class HostingCareDialog : public FormDialog
{
    Q_OBJECT

public:
    explicit HostingCareDialog(const HostingPerson &person, QWidget *parent = nullptr);

    HostingCare care() const;

Q_SIGNALS:
    void chosen(const Ui::HostingCare &care);

protected:
    void submit() override;

private:
    void build();
    QLayout *makeQuietRow();
    void fillPeople();
    void refresh();

    const HostingPerson m_person;
    QCheckBox *m_asks;
    QTreeWidget *m_people;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QCheckBox *m_files;
    QLabel *m_told = nullptr;
};

} // namespace Ui
