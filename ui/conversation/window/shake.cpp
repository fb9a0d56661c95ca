#include "ui/conversation/window/shake.h"

#include "ui/theme/metrics.h"
#include "ui/theme/motion.h"

#include <QPropertyAnimation>

namespace Ui {

bool shake(QWidget &content)
{
    if (!content.isVisible() || !mayMove(content) || content.findChild<QPropertyAnimation *>())
        return false;
    auto *animation = new QPropertyAnimation(&content, "pos", &content);
    const QPoint home = content.pos();
    const QPoint swing(Metrics::of(&content).step(1.5), 0);
    animation->setDuration(longestMotionMs);
    animation->setKeyValueAt(0, home);
    for (const auto &[at, side] :
        {std::pair(0.2, 1), std::pair(0.4, -1), std::pair(0.6, 1), std::pair(0.8, -1)})
        animation->setKeyValueAt(at, home + swing * side);
    animation->setKeyValueAt(1, home);
    animation->start(QAbstractAnimation::DeleteWhenStopped);
    return true;
}

} // namespace Ui
