#pragma once

#include "ui/hosting/hostingvalues.h"

namespace Ui {

/// One of the pictures that come with the program, a PNG, for somebody who has none yet: the first that
/// nobody among \p people has, or else one that few have.
QByteArray proposedPicture(const QList<HostingPerson> &people);

} // namespace Ui
