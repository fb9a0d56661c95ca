#pragma once

namespace Ui {

/// Words for one error number of a server. Untranslated, context Ui::ErrorText. `named` has %1 for
/// the subject; both are the same where no subject is of use.
struct ServerErrorWords
{
    int number;
    const char *named;
    const char *unnamed;
    const char *remedy;
};

/// Nullptr for a number without words of its own.
const ServerErrorWords *findServerErrorWords(int number);

} // namespace Ui
