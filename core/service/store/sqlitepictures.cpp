#include "core/service/store/sqliteaccountstore.h"

namespace Msn {

QByteArray SqliteAccountStore::picture(const Address &address) const
{
    const auto png
        = m_statements.value("SELECT png FROM given_pictures WHERE owner_key = ?", {address.key()});
    return png.value_or(QVariant()).toByteArray();
}

void SqliteAccountStore::setPicture(const Address &address, const QByteArray &png)
{
    if (png.isEmpty())
        write("DELETE FROM given_pictures WHERE owner_key = ?", {address.key()});
    else
        write("INSERT OR REPLACE INTO given_pictures (owner_key, png) SELECT key, ? FROM accounts"
              " WHERE key = ?",
            {png, address.key()});
}

} // namespace Msn
