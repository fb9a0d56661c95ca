#pragma once

#include <QStringList>

namespace Ui {

/// Which groups are folded up, as the settings keep it for all accounts together: `owner TAB key`.
namespace Folding {

/// The keys of \p owner in \p kept. A key without an owner is everybody's.
QStringList of(const QStringList &kept, const QString &owner);
/// \p kept with \p keys instead of what \p owner had.
QStringList with(const QStringList &kept, const QString &owner, const QStringList &keys);

} // namespace Folding

} // namespace Ui
