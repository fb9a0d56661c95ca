#include "ui/theme/motion.h"

#include <QStyle>
#include <QWidget>

namespace Ui {

bool mayMove(const QWidget &widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animate, nullptr, &widget) != 0;
}

} // namespace Ui
