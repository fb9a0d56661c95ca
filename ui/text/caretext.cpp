#include "ui/text/caretext.h"

#include <QLocale>
#include <QStringList>

namespace Ui {

QString CareText::describe(const Msn::CareNotice &notice)
{
    if (notice.isNone())
        return {};
    QStringList sentences{tr("Whoever runs this network has made rules for you.")};
    if (notice.asks)
        sentences.append(tr("You meet only people they have approved."));
    if (notice.quiet) {
        const QLocale locale;
        sentences.append(tr("You cannot be signed in from %1 to %2.")
                             .arg(locale.toString(notice.quiet->first, QLocale::ShortFormat),
                                 locale.toString(notice.quiet->second, QLocale::ShortFormat)));
    }
    if (notice.refusesFiles)
        sentences.append(tr("Files are not passed on."));
    sentences.append(tr("The rules let nobody read what you write."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace Ui
