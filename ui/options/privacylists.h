#pragma once

#include "core/base/address.h"

#include <QList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace Msn {
class ContactList;
struct Contact;
} // namespace Msn

namespace Ui {

/// The allow list and the block list side by side, with the buttons that move people between them.
/// Shows what the server says; moving is only asked for. Somebody on both lists stands in both,
/// marked.
class PrivacyLists : public QWidget
{
    Q_OBJECT

public:
    /// \p contacts must outlive the widget.
    explicit PrivacyLists(Msn::ContactList &contacts, QWidget *parent = nullptr);

    QListWidget *allowed() const { return m_allowed; }
    QListWidget *blocked() const { return m_blocked; }
    QPushButton *allowButton() const { return m_allow; }
    QPushButton *blockButton() const { return m_block; }
    QPushButton *forgetButton() const { return m_forget; }

Q_SIGNALS:
    void allowWanted(const QList<Msn::Address> &people);
    void blockWanted(const QList<Msn::Address> &people);
    /// On neither list any more.
    void forgetWanted(const QList<Msn::Address> &people);

protected:
    void changeEvent(QEvent *event) override;

private:
    void pointArrows();
    QListWidget *makeList(const QString &name);
    QLayout *makeSide(const QString &label, QListWidget *list);
    QLayout *makeButtons();
    void refreshSoon();
    void refresh();
    void add(QListWidget &list, const Msn::Contact &person);
    void selectMoved();
    void handleSelection();
    void setUsable(QPushButton &button, bool usable, QListWidget &list);

    struct Moved
    {
        /// Those who have not arrived yet.
        QList<Msn::Address> people;
        QListWidget *to = nullptr;
    };

    Msn::ContactList &m_contacts;
    QListWidget *m_allowed;
    QListWidget *m_blocked;
    QPushButton *m_allow;
    QPushButton *m_block;
    QPushButton *m_forget;
    Moved m_moved;
    bool m_refreshing = false;
};

} // namespace Ui
