#include "tests/soak/soakactions.h"

#include "core/account/accountpictures.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"

#include <array>
#include <numeric>

namespace Soak {

using namespace Msn;

namespace {

template <typename T>
const T &oneOf(const QList<T> &things, QRandomGenerator &random)
{
    return things.at(random.bounded(things.size()));
}

GroupId anyGroup(SoakPerson &person, Company &company)
{
    const QList<Group> groups = person.account().contacts().groups();
    return groups.isEmpty() ? GroupId() : oneOf(groups, company.random).id;
}

FriendlyName anyName(Company &company)
{
    static const QList<QString> names{QStringLiteral("Friends"), QStringLiteral("家族 %20"),
        QStringLiteral("School \u263A"), QStringLiteral("עבודה"), QStringLiteral("a b  c")};
    return FriendlyName(oneOf(names, company.random) + QString::number(company.random.bounded(20)));
}

Conversation *anyConversation(SoakPerson &person, Company &company)
{
    const QList<Conversation *> all = person.account().conversations().all();
    return all.isEmpty() ? nullptr : oneOf(all, company.random);
}

void comeOrGo(SoakPerson &person, Company &company)
{
    if (person.account().state() == Account::State::SignedOut)
        person.signIn();
    else if (company.random.bounded(4) == 0)
        person.account().signOut();
}

void changeStatus(SoakPerson &person, Company &company)
{
    static const QList<Status> statuses{Status::Online, Status::Busy, Status::Away, Status::Hidden};
    person.account().setStatus(oneOf(statuses, company.random));
}

void speakToSomebody(SoakPerson &person, Company &company)
{
    if (const Address peer = company.anyAddress(); peer != person.account().address())
        person.say(*person.account().conversations().with(peer));
}

void speakOn(SoakPerson &person, Company &company)
{
    if (Conversation *conversation = anyConversation(person, company))
        person.say(*conversation);
}

void typeAndNudge(SoakPerson &person, Company &company)
{
    if (Conversation *conversation = anyConversation(person, company)) {
        conversation->noteTyping();
        conversation->sendNudge();
    }
}

void inviteSomebody(SoakPerson &person, Company &company)
{
    if (Conversation *conversation = anyConversation(person, company))
        conversation->invite(company.anyAddress(), {});
}

void closeWindow(SoakPerson &person, Company &company)
{
    if (Conversation *conversation = anyConversation(person, company))
        person.account().conversations().close(conversation);
}

void addSomebody(SoakPerson &person, Company &company)
{
    person.account().editor().addContact(company.anyAddress(), anyGroup(person, company), {});
}

void removeSomebody(SoakPerson &person, Company &company)
{
    person.account().editor().removeContact(company.anyAddress(), {});
}

void block(SoakPerson &person, Company &company)
{
    person.account().editor().block(company.anyAddress(), {});
}

void unblock(SoakPerson &person, Company &company)
{
    person.account().editor().unblock(company.anyAddress(), {});
}

void changeGroups(SoakPerson &person, Company &company)
{
    RosterEditor &editor = person.account().editor();
    const GroupId group = anyGroup(person, company);
    switch (company.random.bounded(4)) {
    case 0:
        return editor.addGroup(anyName(company), {});
    case 1:
        return editor.renameGroup(group, anyName(company), {});
    case 2:
        return editor.removeGroup(group, {});
    default:
        return editor.moveToGroup(company.anyAddress(), group, anyGroup(person, company), {});
    }
}

void rename(SoakPerson &person, Company &company)
{
    person.account().setOwnName(anyName(company), {});
}

/// Some have the same, some none; the largest takes some twenty chunks.
void changePicture(SoakPerson &person, Company &company)
{
    const int size = company.random.bounded(8) * 3'000;
    const QByteArray picture(size, static_cast<char>('a' + company.random.bounded(10)));
    (void)person.account().pictures().own().choose(picture);
}

void answerOthers(SoakPerson &person, Company &)
{
    const QList<Address> undecided = person.account().undecided();
    for (const Address &address : undecided)
        person.account().editor().acceptAddedMe(address, {});
}

struct SoakAction
{
    int weight; ///< how often, beside the others
    void (*perform)(SoakPerson &person, Company &company);
};

constexpr std::array actions{
    SoakAction{8, comeOrGo},
    SoakAction{6, changeStatus},
    SoakAction{20, speakToSomebody},
    SoakAction{40, speakOn},
    SoakAction{4, typeAndNudge},
    SoakAction{5, inviteSomebody},
    SoakAction{40, closeWindow},
    SoakAction{3, addSomebody},
    SoakAction{2, removeSomebody},
    SoakAction{1, block},
    SoakAction{2, unblock},
    SoakAction{3, changeGroups},
    SoakAction{2, rename},
    SoakAction{2, answerOthers},
    SoakAction{3, changePicture},
};

} // namespace

SoakPerson &Company::anybody()
{
    return *people.at(random.bounded(static_cast<quint32>(people.size())));
}

Address Company::anyAddress()
{
    return anybody().account().address();
}

void actOnce(Company &company)
{
    const int sum = std::accumulate(actions.begin(), actions.end(), 0,
        [](int total, const SoakAction &action) { return total + action.weight; });
    int chosen = company.random.bounded(sum);
    for (const SoakAction &action : actions) {
        chosen -= action.weight;
        if (chosen < 0)
            return action.perform(company.anybody(), company);
    }
}

} // namespace Soak
