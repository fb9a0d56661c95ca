#pragma once

#include <QString>

namespace Ui {

/// Where a plugin of this program lies: \p name is `swallowtail-sound`. What is linked into a plugin
/// is loaded when it is first used, not with the program.
QString pluginFile(const QString &name);

} // namespace Ui
