#pragma once

#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace Msn {
class ContactList;
struct Contact;
} // namespace Msn

namespace Ui {

/// What is known about one person and cannot be changed here: phones, groups, on whose lists they are. A line
/// each, with an icon.
class ContactFacts : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// \p hasNickname: the name the person goes by is a fact of its own.
    void setContact(const Msn::Contact &contact, const Msn::ContactList &contacts, bool hasNickname);
    /// As lines of `Home phone: 12`, in the order shown.
    QStringList lines() const;

private:
    void addFact(const QString &name, const QString &value, const QString &icon);
    void addPlaces(const Msn::Contact &contact, const Msn::ContactList &contacts);
    void addLists(const Msn::Contact &contact);

    QGridLayout *m_grid = nullptr;
};

} // namespace Ui
