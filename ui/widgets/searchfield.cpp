#include "ui/widgets/searchfield.h"

#include "ui/icons/icons.h"

#include <QAction>
#include <QLineEdit>

namespace Ui {

void makeSearchField(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    field.addAction(Icons::icon("search", Tint::SecondInk), QLineEdit::LeadingPosition);
    // Qt's own name for it; the icon of the desktop would not follow our colours.
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setIcon(Icons::icon("close", Tint::SecondInk));
}

} // namespace Ui
