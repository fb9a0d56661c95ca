#pragma once

#include <QPushButton>

namespace Test {

/// The button of \p parent that says \p text, without its mnemonic; nullptr if there is none that is
/// not hidden.
inline QPushButton *button(const QWidget &parent, const QString &text)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->text().remove(u'&') == text && !candidate->isHidden())
            return candidate;
    }
    return nullptr;
}

} // namespace Test
