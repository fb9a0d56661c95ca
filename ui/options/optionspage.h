#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Msn {
class Account;
}

namespace Ui {

/// One page of the options: what stands in the list, and how the page is made once somebody looks
/// at it. Exactly one of the two makers is set.
struct OptionsPage
{
    /// For opening the dialog at this page; never shown.
    QString id;
    /// In the list and above the page.
    QString title;
    /// Name of an icon.
    QString icon;
    /// For what concerns the whole program.
    std::function<QWidget *()> make;
    /// For what belongs to one account: the dialog asks which one where there are several, and
    /// makes the page anew for another.
    std::function<QWidget *(Msn::Account &)> makeForAccount;
};

} // namespace Ui
