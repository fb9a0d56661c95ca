#include "app/messenger/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <memory>

namespace App {

using Msn::Completion;
using Msn::Error;

namespace {

const QString serviceName = QStringLiteral("swallowtail");

Error errorOf(const QKeychain::Job &job)
{
    return {Msn::ErrorCode::StorageFailed, 0, {}, job.errorString(), {}, {}};
}

/// Starts \p job and calls \p finished once. The job deletes itself.
template <typename Job, typename Function>
void run(Job *job, const QString &key, QObject *context, Function finished)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finished] { finished(*job); });
    job->start();
}

} // namespace

void KeychainStore::read(const QString &key, Completion<QString> done)
{
    const auto shared = std::make_shared<Completion<QString>>(std::move(done));
    run(new QKeychain::ReadPasswordJob(serviceName), key, this,
        [shared](const QKeychain::ReadPasswordJob &job) {
            if (job.error() == QKeychain::NoError)
                (*shared)(job.textData());
            else if (job.error() == QKeychain::EntryNotFound)
                (*shared)(QString());
            else
                (*shared)(Msn::Unexpected(errorOf(job)));
        });
}

void KeychainStore::write(const QString &key, const QString &secret, Completion<std::monostate> done)
{
    const auto shared = std::make_shared<Completion<std::monostate>>(std::move(done));
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret);
    run(job, key, this, [shared](const QKeychain::WritePasswordJob &finished) {
        if (finished.error() == QKeychain::NoError)
            (*shared)(std::monostate());
        else
            (*shared)(Msn::Unexpected(errorOf(finished)));
    });
}

void KeychainStore::remove(const QString &key, Completion<std::monostate> done)
{
    const auto shared = std::make_shared<Completion<std::monostate>>(std::move(done));
    run(new QKeychain::DeletePasswordJob(serviceName), key, this,
        [shared](const QKeychain::DeletePasswordJob &job) {
            if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
                (*shared)(std::monostate());
            else
                (*shared)(Msn::Unexpected(errorOf(job)));
        });
}

} // namespace App
