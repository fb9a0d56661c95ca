#include "core/service/store/accountschema.h"

#include "core/sqlite/sqlitemigration.h"

#include <array>

namespace Msn {

namespace {

/// From nothing: who there is, what they have set, whom they know, and who was invited.
/// Addresses are kept twice: in lower case to find them (`..._key`), and as they are shown.
constexpr std::array firstTables{
    "CREATE TABLE accounts ("
    " key TEXT NOT NULL PRIMARY KEY, address TEXT NOT NULL, name TEXT NOT NULL,"
    " list_version INTEGER NOT NULL, privacy TEXT NOT NULL, prompt TEXT NOT NULL,"
    " member_id INTEGER NOT NULL, password TEXT NOT NULL DEFAULT '') WITHOUT ROWID",

    // Telephone numbers and switches: PHH PHW PHM MOB MBE WWE.
    "CREATE TABLE properties ("
    " owner_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner_key, name)) WITHOUT ROWID",

    "CREATE TABLE contact_groups ("
    " owner_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " number INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,"
    " PRIMARY KEY (owner_key, number)) WITHOUT ROWID",

    // lists: sum of the list values. in_groups: ",1,4,"
    "CREATE TABLE contacts ("
    " owner_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " key TEXT NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL, lists INTEGER NOT NULL,"
    " in_groups TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (owner_key, key)) WITHOUT ROWID",
    "CREATE INDEX contacts_by_key ON contacts (key)",
    "CREATE INDEX contacts_by_id ON contacts (owner_key, id)",

    // time: milliseconds since 1970
    "CREATE TABLE invitations ("
    " number INTEGER PRIMARY KEY, sender_key TEXT NOT NULL, sender TEXT NOT NULL,"
    " sender_name TEXT NOT NULL, recipient_key TEXT NOT NULL, recipient TEXT NOT NULL,"
    " text TEXT NOT NULL, time INTEGER NOT NULL)",
    "CREATE INDEX invitations_by_sender ON invitations (sender_key)",
    "CREATE INDEX invitations_by_recipient ON invitations (recipient_key)",
};

/// Messages for people who were not there. time: milliseconds since 1970; payload: as it was sent.
constexpr std::array messageTables{
    "CREATE TABLE offline_messages ("
    " number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " recipient_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " sender_key TEXT NOT NULL, sender TEXT NOT NULL, sender_name TEXT NOT NULL,"
    " time INTEGER NOT NULL, payload BLOB NOT NULL)",
    "CREATE INDEX offline_messages_by_recipient ON offline_messages (recipient_key, sender_key)",
};

/// Who sees whom to begin with.
constexpr std::array circleTables{
    "CREATE TABLE circles (name TEXT NOT NULL PRIMARY KEY, takes_everybody INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE circle_members ("
    " circle TEXT NOT NULL REFERENCES circles (name) ON DELETE CASCADE,"
    " member_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " PRIMARY KEY (circle, member_key)) WITHOUT ROWID",
};

/// The certificate the service shows and its key, both PEM: so that a copy has them.
constexpr std::array certificateTable{
    "CREATE TABLE certificate (only_row INTEGER PRIMARY KEY CHECK (only_row = 1),"
    " certificate_pem BLOB NOT NULL, private_key_pem BLOB NOT NULL)",
};

/// What the host has settled for people (accountcare.h). Minutes of the day, -1: none.
constexpr std::array careTables{
    "ALTER TABLE accounts ADD COLUMN asks INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE accounts ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT -1",
    "ALTER TABLE accounts ADD COLUMN quiet_until INTEGER NOT NULL DEFAULT -1",
    "ALTER TABLE accounts ADD COLUMN refuses_files INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE care_people ("
    " owner_key TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE,"
    " key TEXT NOT NULL, address TEXT NOT NULL, approved INTEGER NOT NULL,"
    " PRIMARY KEY (owner_key, key)) WITHOUT ROWID",
};

/// What the host has given people to be shown with (givenpicture.h).
constexpr std::array pictureTable{
    "CREATE TABLE given_pictures ("
    " owner_key TEXT NOT NULL PRIMARY KEY REFERENCES accounts (key) ON DELETE CASCADE,"
    " png BLOB NOT NULL)",
};

/// A step that has been in a release never changes any more.
const std::array accountSteps{
    SqliteStep(firstTables),
    SqliteStep(messageTables),
    SqliteStep(circleTables),
    SqliteStep(certificateTable),
    SqliteStep(careTables),
    SqliteStep(pictureTable),
};

} // namespace

int accountSchemaVersion()
{
    return static_cast<int>(accountSteps.size());
}

Outcome migrateAccounts(SqliteConnection &connection)
{
    return migrateSqlite(connection, accountSteps);
}

} // namespace Msn
