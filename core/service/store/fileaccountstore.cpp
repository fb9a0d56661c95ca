#include "core/service/store/fileaccountstore.h"

#include "core/base/logging.h"
#include "core/service/store/accountjson.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Msn {

namespace {

/// Writers hold the lock for the time of one write; a service cannot wait longer for one of them.
constexpr int lockTimeoutMs = 1000;

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
    m_memory.commit();
    m_stamp = stamp;
    return {};
}

/// Another process may have added an account since. What cannot be read, or is gone, changes nothing
/// here, and nothing is written over it.
const MemoryAccountStore &FileAccountStore::current() const
{
    if (m_isChanging)
        return m_memory;
    const Stamp stamp = currentStamp();
    const bool wasReadable = m_isReadable;
    m_isReadable = m_stamp == stamp || (stamp.size >= 0 && load());
    if (wasReadable && !m_isReadable)
        qCWarning(logService) << "cannot read" << m_path;
    return m_memory;
}

MemoryAccountStore &FileAccountStore::changing()
{
    if (!m_isChanging) {
        m_lock.tryLock(lockTimeoutMs); // commit() fails without it
        current();
        m_isChanging = true;
    }
    return m_memory;
}

Outcome FileAccountStore::commit()
{
    if (!m_isChanging)
        return {};
    m_isChanging = false;
    const bool isOurs = m_lock.isLocked() && m_isReadable;
    const Outcome written = isOurs ? write() : failure(m_path, m_lock.fileName());
    m_lock.unlock();
    if (!written) {
        m_memory.rollback();
        return written;
    }
    m_memory.commit();
    m_stamp = currentStamp();
    return {};
}

Outcome FileAccountStore::write() const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(m_path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(writeAccounts(m_memory));
    return file.commit() ? Outcome() : failure(m_path, file.errorString());
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
