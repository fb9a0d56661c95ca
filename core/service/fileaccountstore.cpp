#include "core/service/fileaccountstore.h"

#include "core/base/logging.h"
#include "core/service/accountjson.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Msn {

namespace {

constexpr int lockTimeoutMs = 5000;

Unexpected<Error> failure(const QString &path, const QString &detail)
{
    Error error;
    error.code = ErrorCode::StorageFailed;
    error.subject = path;
    error.detail = detail;
    return Unexpected(error);
}

} // namespace

FileAccountStore::FileAccountStore(const QString &path)
    : m_path(path)
    , m_lock(path + QStringLiteral(".lock"))
{
}

FileAccountStore::~FileAccountStore() = default;

Outcome FileAccountStore::open()
{
    return load();
}

FileAccountStore::Stamp FileAccountStore::currentStamp() const
{
    const QFileInfo info(m_path);
    return info.exists() ? Stamp{info.lastModified(), info.size()} : Stamp();
}

Outcome FileAccountStore::load() const
{
    const Stamp stamp = currentStamp();
    QFile file(m_path);
    MemoryAccountStore loaded;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(m_path, file.errorString());
        if (!readAccounts(file.readAll(), loaded))
            return failure(m_path, {});
    }
    m_memory = loaded;
    m_stamp = stamp;
    return {};
}

/// Another process may have added an account since.
const MemoryAccountStore &FileAccountStore::current() const
{
    if (!m_isChanging && m_stamp != currentStamp()) {
        if (const auto loaded = load(); !loaded)
            qCWarning(logService) << "cannot read" << m_path << loaded.error().detail;
    }
    return m_memory;
}

MemoryAccountStore &FileAccountStore::changing()
{
    if (!m_isChanging) {
        if (!m_lock.tryLock(lockTimeoutMs))
            qCWarning(logService) << "somebody keeps" << m_path << "locked";
        current();
        m_isChanging = true;
    }
    return m_memory;
}

Outcome FileAccountStore::commit()
{
    if (!m_isChanging)
        return {};
    QSaveFile file(m_path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(writeAccounts(m_memory));
    }
    const bool kept = opened && file.commit();
    m_isChanging = false;
    if (kept)
        m_stamp = currentStamp();
    m_lock.unlock();
    if (!kept) {
        m_stamp = {};
        return failure(m_path, file.errorString());
    }
    return {};
}

QList<Address> FileAccountStore::addresses() const
{
    return current().addresses();
}

std::optional<AccountRecord> FileAccountStore::account(const Address &address) const
{
    return current().account(address);
}

void FileAccountStore::saveAccount(const AccountRecord &account)
{
    changing().saveAccount(account);
}

void FileAccountStore::removeAccount(const Address &address)
{
    changing().removeAccount(address);
}

PasswordHash FileAccountStore::passwordHash(const Address &address) const
{
    return current().passwordHash(address);
}

void FileAccountStore::setPasswordHash(const Address &address, const PasswordHash &hash)
{
    changing().setPasswordHash(address, hash);
}

QList<ContactRecord> FileAccountStore::contacts(const Address &owner) const
{
    return current().contacts(owner);
}

std::optional<ContactRecord> FileAccountStore::contact(const Address &owner, const Address &address) const
{
    return current().contact(owner, address);
}

void FileAccountStore::saveContact(const Address &owner, const ContactRecord &contact)
{
    changing().saveContact(owner, contact);
}

void FileAccountStore::removeContact(const Address &owner, const Address &address)
{
    changing().removeContact(owner, address);
}

QList<GroupRecord> FileAccountStore::groups(const Address &owner) const
{
    return current().groups(owner);
}

void FileAccountStore::saveGroup(const Address &owner, const GroupRecord &group)
{
    changing().saveGroup(owner, group);
}

void FileAccountStore::removeGroup(const Address &owner, int number)
{
    changing().removeGroup(owner, number);
}

QList<InvitationRecord> FileAccountStore::invitations() const
{
    return current().invitations();
}

void FileAccountStore::addInvitation(const InvitationRecord &invitation)
{
    changing().addInvitation(invitation);
}

void FileAccountStore::removeInvitationsTo(const Address &address)
{
    changing().removeInvitationsTo(address);
}

} // namespace Msn
