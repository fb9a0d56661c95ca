#include "core/service/store/sqliteaccountstore.h"

namespace Msn {

ServerCertificate SqliteAccountStore::certificate() const
{
    ServerCertificate certificate;
    m_statements.read(
        "SELECT certificate_pem, private_key_pem FROM certificate", {}, [&certificate](const QSqlQuery &row) {
            certificate = {row.value(0).toByteArray(), row.value(1).toByteArray()};
        });
    return certificate;
}

void SqliteAccountStore::saveCertificate(const ServerCertificate &certificate)
{
    write("INSERT OR REPLACE INTO certificate (only_row, certificate_pem, private_key_pem) VALUES (1, ?, ?)",
        {certificate.certificatePem, certificate.privateKeyPem});
}

} // namespace Msn
