#pragma once

#include "core/models/contactgrouping.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

#include <memory>
#include <vector>

namespace Msn {

/// A heading and who is below it.
struct ContactTreeNode
{
    ContactGroupKey key;
    QList<Address> members;
    int online = 0;
};

/// The rows of a contact list as plain data: headings in the order in which they came, people in
/// the order in which they were added, and below which headings each person is.
class ContactTree
{
public:
    using Node = ContactTreeNode;

    /// What the rows of a person showed last: tells what a change changed.
    struct Shown
    {
        QList<Node *> nodes;
        bool online = false;
        QString name;
    };

    /// Everybody on the forward list; \p annotations may be null.
    void build(
        const ContactList &contacts, const ContactAnnotations *annotations, const ContactGrouping &grouping);
    void clear();

    int size() const { return static_cast<int>(m_nodes.size()); }
    /// Nodes stay where they are in memory until they are removed.
    Node *at(int row) const { return m_nodes[static_cast<size_t>(row)].get(); }
    /// Nullptr if there is none.
    Node *find(const ContactGroupKey &key) const;
    int rowOf(const Node &node) const;
    Node *append(const ContactGroupKey &key);
    /// Nobody may point to it any more once what it returns is gone.
    std::unique_ptr<Node> take(int row);

    QHash<Address, Shown> &shown() { return m_shown; }
    const QHash<Address, Shown> &shown() const { return m_shown; }

private:
    std::vector<std::unique_ptr<Node>> m_nodes;
    QHash<Address, Shown> m_shown;
};

} // namespace Msn
