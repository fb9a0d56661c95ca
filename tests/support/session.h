#pragma once

#include "core/account/account.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/serverscript.h"
#include "tests/support/testhttpsserver.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Test {

/// `alice@example.com` on a network whose every server is played by the test; Passport alone is a
/// real HTTPS server on loopback.
class Session
{
public:
    explicit Session(Msn::ProtocolVersion version = Msn::ProtocolVersion::Msnp9);
    ~Session();

    /// The same limits for every step: long enough for a slow machine. A test that waits for one of
    /// them shortens it before account() is first called.
    static Msn::Timing timing();

    // Set before account() is called for the first time.
    Msn::Address own;
    Msn::NetworkDescription description;
    Msn::AccountOptions options;
    /// The caches lie in a folder of their own, which goes with this object.
    void keepCaches();

    Msn::Account &account();
    /// As if the program had been quit and started again; caches stay.
    void restart();

    /// Signs in at the dispatch server, which serves \p list (see defaultList()) and needs no
    /// transfer. True once the account is signed in and its first CHG answered.
    bool signIn(const QByteArray &list = {});
    /// The same up to the last line before SYN.
    bool signInUntilSyn();
    /// Script lines `C SYN` to the last LST.
    QByteArray defaultList() const;
    /// Script lines for VER to USR OK.
    QByteArray opening() const;
    /// Script lines for the first CHG and its reply.
    QByteArray firstStatus() const;
    QByteArray versionToken() const { return Msn::encodeProtocolVersion(m_version); }

    /// The notification connection, the last one that was opened for it.
    FakeConnection &ns() { return network.at(m_nsIndex); }
    ServerScript &script() { return *m_script; }
    bool play(const QByteArray &script) { return m_script && m_script->play(script); }
    /// The next connection is a notification connection too: a transfer, a reconnect.
    bool followTo(qsizetype index);

    FakeNetwork network;
    TestHttpsServer passport;
    /// Bytes per read in what the server says; 0 = at once.
    qsizetype chunkSize = 0;

private:
    const Msn::ProtocolVersion m_version;
    std::optional<QTemporaryDir> m_caches;
    std::unique_ptr<Msn::Account> m_account;
    std::unique_ptr<ServerScript> m_script;
    qsizetype m_nsIndex = 0;
};

inline const QByteArray alice = "alice@example.com";
inline const QByteArray bob = "bob@example.com";
inline const QByteArray carol = "carol@example.com";
inline const QByteArray bobId = "22222222-2222-4222-8222-222222222222";
inline const QByteArray carolId = "33333333-2222-4222-8222-222222222222";
inline const QByteArray friendsId = "11111111-1111-4111-8111-111111111111";

Msn::Address address(const QByteArray &text);

} // namespace Test
