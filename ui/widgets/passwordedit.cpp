#include "ui/widgets/passwordedit.h"

#include "ui/icons/icons.h"

#include <QAction>

namespace Ui {

PasswordEdit::PasswordEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_toggle(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_toggle, &QAction::triggered, this, [this] { setShown(!isShown()); });
    setShown(false);
}

void PasswordEdit::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_toggle->setIcon(
        Icons::icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), Tint::SecondInk));
    m_toggle->setText(shown ? tr("Hide the password") : tr("Show the password"));
    m_toggle->setToolTip(m_toggle->text());
}

} // namespace Ui
