#include "app/service/backupcommand.h"

#include "app/hosting/datadirectory.h"
#include "app/hosting/keptcertificate.h"
#include "app/service/accountaccess.h"
#include "app/service/console.h"

#include <QCoreApplication>
#include <QFile>

namespace App {

namespace {

struct BackupCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::BackupCommand)
};

} // namespace

int runBackupCommand(const BackupArguments &arguments)
{
    const DataDirectory directory(arguments.dataPath);
    if (!QFile::exists(directory.accountsFile()) && !QFile::exists(directory.oldAccountsFile()))
        return failed(BackupCommandText::tr("There are no accounts in %1. Say with --data where they are.")
                          .arg(directory.path()));
    if (QFile::exists(arguments.file))
        return failed(BackupCommandText::tr("%1 exists already. Choose another name.").arg(arguments.file));
    const auto store = openAccountsAloud(directory);
    if (!store)
        return failed(describe(store.error()));
    if (const auto kept = keepCertificate(directory, **store); !kept)
        return failed(describe(kept.error()));
    const auto copied = (*store)->copyTo(arguments.file);
    return copied ? exitFine : failed(describe(copied.error()));
}

} // namespace App
