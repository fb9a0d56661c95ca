#pragma once

#include "app/shots/shot.h"

namespace App {

/// The options, the test of a network, the network log.
QList<Shot> optionsShots();

/// The options with one page, as it is seen in use.
std::unique_ptr<QWidget> optionsWith(const QString &title, const QString &icon, const QSize &size,
    const std::function<QWidget *()> &make, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace App
