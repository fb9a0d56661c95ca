#pragma once

#include "ui/contacts/contactdrop.h"

#include <QObject>

class QModelIndex;
class QTreeView;

namespace Ui {

/// Selects whoever was dropped onto a group again when the server has put them there: their row is another
/// one then, and Qt would select a neighbour of the old one.
class MovedPerson : public QObject
{
    Q_OBJECT

public:
    /// \p view must outlive it.
    explicit MovedPerson(QTreeView &view);

    /// Once \p view has its model.
    void followModel();
    void expect(const ContactDrop &drop) { m_drop = drop; }
    /// The person has gone elsewhere meanwhile.
    void forget() { m_drop.reset(); }

private:
    void handleInserted(const QModelIndex &group, int first, int last);

    QTreeView &m_view;
    std::optional<ContactDrop> m_drop;
};

} // namespace Ui
