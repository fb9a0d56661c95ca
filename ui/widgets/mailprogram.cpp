#include "ui/widgets/mailprogram.h"

#include "core/base/address.h"

#include <QDesktopServices>
#include <QUrl>

namespace Ui {

bool openMailProgram(const Msn::Address &address)
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(address.toString());
    return QDesktopServices::openUrl(url);
}

} // namespace Ui
