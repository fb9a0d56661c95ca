#pragma once

#include <QByteArrayView>

#include <optional>

namespace Msn {

/// The value of the first header called \p name in \p block, by the rules of MimeMessage however many there
/// are, and without copying anything: for those who pass messages on. Nothing if there is no such header.
std::optional<QByteArrayView> mimeHeader(QByteArrayView block, QByteArrayView name);

} // namespace Msn
