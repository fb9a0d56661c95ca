#include "ui/mainwindow/folding.h"

namespace Ui {

QStringList Folding::of(const QStringList &kept, const QString &owner)
{
    const QString prefix = owner + u'\t';
    QStringList keys;
    for (const QString &entry : kept) {
        if (entry.startsWith(prefix))
            keys.append(entry.mid(prefix.size()));
        else if (!entry.contains(u'\t'))
            keys.append(entry);
    }
    return keys;
}

QStringList Folding::with(const QStringList &kept, const QString &owner, const QStringList &keys)
{
    const QString prefix = owner + u'\t';
    QStringList all;
    for (const QString &entry : kept) {
        if (entry.contains(u'\t') && !entry.startsWith(prefix))
            all.append(entry);
    }
    for (const QString &key : keys)
        all.append(prefix + key);
    return all;
}

} // namespace Ui
