#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

namespace Ui {

struct BuiltInPicture
{
    QString id; ///< name of the file in the resources
    QString name; ///< for a person
};

/// The display pictures that come with the program.
class BuiltInPictures
{
    Q_DECLARE_TR_FUNCTIONS(Ui::BuiltInPictures)

public:
    static QList<BuiltInPicture> all();
    /// As others get it, see encodedPicture(); empty for an id that is not in all().
    static QByteArray png(const QString &id);
};

} // namespace Ui
