#include "core/models/contacttree.h"

#include "core/models/contactrowdata.h"

#include <algorithm>

namespace Msn {

void ContactTree::build(
    const ContactList &contacts, const ContactAnnotations *annotations, const ContactGrouping &grouping)
{
    clear();
    const QList<ContactGroupKey> standing = grouping.standing(contacts);
    for (const ContactGroupKey &key : standing)
        append(key);
    const QList<Contact> everybody = contacts.contacts();
    for (const Contact &contact : everybody) {
        if (!contact.isOnForwardList())
            continue;
        const ContactAnnotation annotation
            = annotations ? annotations->of(contact.address) : ContactAnnotation();
        Shown shown{{}, contact.isOnline(), nameFor(contact, annotation)};
        const QList<ContactGroupKey> places = grouping.placesOf(contact, annotation.isFavourite, contacts);
        for (const ContactGroupKey &key : places) {
            Node *node = find(key);
            shown.nodes.append(node ? node : append(key));
            shown.nodes.last()->members.append(contact.address);
            shown.nodes.last()->online += contact.isOnline() ? 1 : 0;
        }
        m_shown.insert(contact.address, shown);
    }
}

void ContactTree::clear()
{
    m_nodes.clear();
    m_shown.clear();
}

ContactTree::Node *ContactTree::find(const ContactGroupKey &key) const
{
    const auto found
        = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const auto &node) { return node->key == key; });
    return found == m_nodes.end() ? nullptr : found->get();
}

int ContactTree::rowOf(const Node &node) const
{
    const auto found = std::find_if(
        m_nodes.begin(), m_nodes.end(), [&](const auto &other) { return other.get() == &node; });
    return static_cast<int>(found - m_nodes.begin());
}

ContactTree::Node *ContactTree::append(const ContactGroupKey &key)
{
    m_nodes.push_back(std::make_unique<Node>(Node{key, {}, 0}));
    return m_nodes.back().get();
}

std::unique_ptr<ContactTree::Node> ContactTree::take(int row)
{
    std::unique_ptr<Node> node = std::move(m_nodes[static_cast<size_t>(row)]);
    m_nodes.erase(m_nodes.begin() + row);
    return node;
}

} // namespace Msn
