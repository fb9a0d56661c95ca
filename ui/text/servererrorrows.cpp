#include "ui/text/servererrorrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Ui {

namespace {

#define NOOP(text) QT_TRANSLATE_NOOP("Ui::ErrorText", text)

// What many numbers share.
constexpr auto ownMistake = NOOP("The server did not understand Swallowtail.");
constexpr auto ownMistakeRemedy = NOOP("This is a mistake of the program, not yours; try again.");
constexpr auto notAnAddress = NOOP("“%1” is not an address the server accepts.");
constexpr auto notAnAddressUnnamed = NOOP("This is not an address the server accepts.");
constexpr auto addressRemedy = NOOP("Check the spelling; an address looks like name@example.com.");
constexpr auto noAccount = NOOP("There is no account %1 on this network.");
constexpr auto noAccountUnnamed = NOOP("There is no such account on this network.");
constexpr auto noAccountRemedy = NOOP("Check the spelling, or invite them by e-mail.");
constexpr auto alreadyThere = NOOP("%1 is already there.");
constexpr auto alreadyThereUnnamed = NOOP("This is already there.");
constexpr auto nothingToDo = NOOP("There is nothing left to do.");
constexpr auto noGroup = NOOP("This group no longer exists.");
constexpr auto noGroupRemedy = NOOP("Choose another group.");
constexpr auto groupFull = NOOP("There are still people in this group.");
constexpr auto groupFullRemedy = NOOP("Move them to another group first.");
constexpr auto unreachable = NOOP("%1 is offline or cannot be reached.");
constexpr auto unreachableUnnamed = NOOP("This person is offline or cannot be reached.");
constexpr auto unreachableRemedy = NOOP("Try again when they are online.");
constexpr auto noSwitchboard = NOOP("The server could not open a conversation.");
constexpr auto soon = NOOP("Try again in a moment.");
constexpr auto later = NOOP("Try again in a few minutes.");
constexpr auto minute = NOOP("Wait a minute, then try again.");
constexpr auto mobile = NOOP("This network cannot send to mobile phones.");
constexpr auto mobileRemedy = NOOP("Send an instant message instead.");
constexpr auto notHere = NOOP("The server does not allow this.");
constexpr auto notHereRemedy = NOOP("Ask whoever runs the network if you need it.");
constexpr auto listBusy = NOOP("The server cannot change your contact list just now.");
constexpr auto internal = NOOP("The server has trouble of its own.");
constexpr auto busy = NOOP("The server is too busy to let anybody in.");
constexpr auto down = NOOP("The server is going down for maintenance.");
constexpr auto noSession = NOOP("The server could not keep up this session.");
constexpr auto notExpected = NOOP("The server did not expect this now.");
constexpr auto refused = NOOP("The server did not accept the sign-in.");
constexpr auto refusedRemedy = NOOP("Check your address and password, then try again.");
constexpr auto barred = NOOP("The network does not let this account sign in.");
constexpr auto barredRemedy = NOOP("Ask whoever runs the network about this account.");
constexpr auto otherNetwork = NOOP("Another kind of network is needed for %1.");
constexpr auto otherNetworkUnnamed = NOOP("Another kind of network is needed for this.");
constexpr auto otherNetworkRemedy = NOOP("Use an address of this network.");

constexpr ServerErrorWords same(int number, const char *what, const char *remedy)
{
    return {number, what, what, remedy};
}

constexpr std::array serverErrorRows{
    same(200, ownMistake, ownMistakeRemedy),
    ServerErrorWords{201, notAnAddress, notAnAddressUnnamed, addressRemedy},
    same(202, ownMistake, ownMistakeRemedy),
    ServerErrorWords{203, otherNetwork, otherNetworkUnnamed, otherNetworkRemedy},
    ServerErrorWords{204, otherNetwork, otherNetworkUnnamed, otherNetworkRemedy},
    ServerErrorWords{205, noAccount, noAccountUnnamed, noAccountRemedy},
    ServerErrorWords{206, NOOP("The part after the @ is missing in “%1”."),
        NOOP("The part after the @ is missing."), NOOP("Write the whole address, such as name@example.com.")},
    same(207, NOOP("You are already signed in."), nothingToDo),
    ServerErrorWords{208, noAccount, noAccountUnnamed, noAccountRemedy},
    ServerErrorWords{209, NOOP("The server refuses the name “%1”."), NOOP("The server refuses this name."),
        NOOP("Choose another name; some networks want your account confirmed first.")},
    same(210, NOOP("Your contact list is full."), NOOP("Remove somebody first, then try again.")),
    same(211, ownMistake, ownMistakeRemedy),
    same(212, ownMistake, ownMistakeRemedy),
    same(213, NOOP("The server did not accept the new name."), NOOP("Choose another name.")),
    ServerErrorWords{215, alreadyThere, alreadyThereUnnamed, nothingToDo},
    ServerErrorWords{216, unreachable, unreachableUnnamed, unreachableRemedy},
    ServerErrorWords{217, unreachable, unreachableUnnamed, unreachableRemedy},
    same(218, NOOP("This is set so already."), nothingToDo),
    ServerErrorWords{219, NOOP("%1 is both allowed and blocked."),
        NOOP("This person is both allowed and blocked."), NOOP("Unblock or block them once more.")},
    ServerErrorWords{220, NOOP("%1 does not take messages on a mobile phone."),
        NOOP("This person does not take messages on a mobile phone."), mobileRemedy},
    same(223, NOOP("You have as many groups as the server allows."),
        NOOP("Delete a group first, then try again.")),
    same(224, noGroup, noGroupRemedy),
    ServerErrorWords{
        225, NOOP("%1 is not in this group."), NOOP("This person is not in this group."), nothingToDo},
    same(226, groupFull, groupFullRemedy),
    same(227, groupFull, groupFullRemedy),
    ServerErrorWords{228, NOOP("There is a group “%1” already."),
        NOOP("There is a group of this name already."), NOOP("Choose another name.")},
    same(229, NOOP("The name of the group is too long."),
        NOOP("Choose a shorter name; letters outside the Latin alphabet count more than once.")),
    same(230, NOOP("This group cannot be deleted."), NOOP("Rename it instead.")),
    same(231, noGroup, noGroupRemedy),
    same(232, mobile, mobileRemedy),
    same(233, mobile, mobileRemedy),
    same(234, mobile, mobileRemedy),
    same(240, ownMistake, ownMistakeRemedy),
    same(241, ownMistake, ownMistakeRemedy),
    same(280, noSwitchboard, soon),
    same(281, noSwitchboard, soon),
    same(
        282, NOOP("The other program did not understand what was sent."), NOOP("Send it again, or as text.")),
    same(283, NOOP("The transfer could not be set up."), soon),
    same(285, NOOP("The text is too long for the server."), NOOP("Shorten it, or send it in parts.")),
    same(290, NOOP("The transfer could not be set up."), soon),
    same(300, ownMistake, ownMistakeRemedy),
    same(301, NOOP("The search found too many people."), NOOP("Search for something more exact.")),
    same(302, NOOP("The server says that you are not signed in."), NOOP("Sign out and in again.")),
    same(400, NOOP("Your contact list cannot be changed at present."), later),
    same(402, listBusy, later),
    same(403, listBusy, later),
    same(500, internal, later),
    same(501, internal, later),
    same(502, notHere, notHereRemedy),
    same(503, internal, later),
    same(504, internal, later),
    same(505, internal, later),
    same(508, internal, later),
    same(509, internal, later),
    same(510, internal, later),
    same(511, barred, barredRemedy),
    same(520, internal, later),
    same(540, NOOP("The server did not accept Swallowtail as a messenger."),
        NOOP("Sign in again; if it stays so, tell whoever runs the network.")),
    same(600, busy, later),
    same(601, NOOP("The server cannot be used at present."), later),
    same(602, internal, later),
    same(603, internal, later),
    same(604, down, later),
    same(605, NOOP("The server cannot be used at present."), later),
    same(606, mobile, mobileRemedy),
    same(700, noSession, soon),
    same(707, noSession, soon),
    same(710, NOOP("There is no mailbox for this account."), NOOP("Open your mail in another program.")),
    same(711, NOOP("The server lets this session only read."), NOOP("Sign out and in again.")),
    same(712, NOOP("The server has more to do in this session than it can."), minute),
    same(713, NOOP("You have called too many people in a short time."), minute),
    same(714, NOOP("You have too many sessions open."), minute),
    same(715, notExpected, NOOP("Sign out and in again; some networks want your account confirmed first.")),
    same(717, NOOP("The server could not read your contact list."), later),
    same(718, notExpected, soon),
    same(719, notExpected, soon),
    same(726, noSession, soon),
    same(729, noSession, soon),
    same(731, notExpected, soon),
    same(733, notExpected, soon),
    same(734, notExpected, soon),
    same(800, NOOP("This was changed too often in a short time."),
        NOOP("Wait half a minute; the last change is sent then.")),
    same(910, busy, later),
    same(911, refused, refusedRemedy),
    same(912, busy, later),
    same(913, NOOP("A conversation cannot be started while you appear offline."),
        NOOP("Choose another status first.")),
    same(914, busy, later),
    same(915, busy, later),
    same(916, busy, later),
    same(917, refused, refusedRemedy),
    same(918, busy, later),
    same(919, busy, later),
    same(920, NOOP("Nobody new is let in without leave of whoever runs the network."),
        NOOP("Ask them, or try again later.")),
    same(921, busy, later),
    same(922, busy, later),
    same(923, NOOP("This is a child's account without a parent's consent."),
        NOOP("Ask a parent to allow it with the network.")),
    same(924, NOOP("The address of this account has not been confirmed."),
        NOOP("Follow the link in the network's e-mail, then sign in again.")),
    same(926, NOOP("This is a supervised account."), NOOP("Ask whoever looks after it.")),
    same(927, refused, barredRemedy),
    same(928, refused, refusedRemedy),
    same(929, refused, barredRemedy),
    same(930, otherNetworkUnnamed, NOOP("Choose the network this address belongs to.")),
    same(931, NOOP("This account lives on another server."),
        NOOP("Sign in again; the right server will be looked up.")),
    same(933, notExpected, soon),
    same(934, notExpected, soon),
    same(935, notExpected, soon),
};

#undef NOOP

} // namespace

const ServerErrorWords *findServerErrorWords(int number)
{
    const auto row = std::find_if(serverErrorRows.begin(), serverErrorRows.end(),
        [number](const ServerErrorWords &r) { return r.number == number; });
    return row == serverErrorRows.end() ? nullptr : &*row;
}

} // namespace Ui
