#include "ui/widgets/linkbutton.h"

#include "ui/theme/tokens.h"

#include <QEvent>

namespace Ui {

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    applyColour();
}

void LinkButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColour();
}

void LinkButton::applyColour()
{
    const QColor accent = Tokens::of(palette()).accent;
    if (palette().color(QPalette::Active, QPalette::ButtonText) == accent)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::ButtonText, accent);
    own.setColor(QPalette::Inactive, QPalette::ButtonText, accent);
    setPalette(own);
}

} // namespace Ui
