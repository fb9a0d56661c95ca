#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace Msn {
class ContactListModel;
class Settings;
} // namespace Msn

namespace Ui {

class ContactListProxy;

/// How the contact list is arranged, as entries for a menu: what people are sorted and called by,
/// who is left out. Each choice takes effect at once and is kept in the settings.
class ListArrangement : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the arrangement.
    ListArrangement(Msn::Settings &settings, Msn::ContactListModel &model, ContactListProxy &proxy,
        QObject *parent = nullptr);

    QAction *sortByGroup() const { return m_sortByGroup; }
    QAction *sortByStatus() const { return m_sortByStatus; }
    QAction *sortByName() const { return m_sortByName; }
    QAction *viewByName() const { return m_viewByName; }
    QAction *viewByAddress() const { return m_viewByAddress; }
    QAction *offlineTogether() const { return m_offlineTogether; }
    QAction *showOffline() const { return m_showOffline; }
    QAction *hideEmptyGroups() const { return m_hideEmptyGroups; }

    /// Puts all of them into \p menu.
    void addTo(QMenu &menu) const;

Q_SIGNALS:
    void changed();

private:
    QAction *makeChoice(const QString &text);
    void makeExclusive(const QList<QAction *> &actions);
    void restore();
    void keep();
    void apply();
    void follow(const QString &name);

    Msn::Settings &m_settings;
    Msn::ContactListModel &m_model;
    ContactListProxy &m_proxy;
    QAction *m_sortByGroup;
    QAction *m_sortByStatus;
    QAction *m_sortByName;
    QAction *m_viewByName;
    QAction *m_viewByAddress;
    QAction *m_offlineTogether;
    QAction *m_showOffline;
    QAction *m_hideEmptyGroups;
    bool m_keeping = false;
    bool m_restoring = false;
};

} // namespace Ui
