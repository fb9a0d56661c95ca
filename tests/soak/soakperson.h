#pragma once

#include "core/account/account.h"

#include <QObject>
#include <QSet>

namespace Msn {
class Conversation;
struct ChatMessage;
} // namespace Msn

namespace Soak {

struct Weather;

/// What happened to what was said, over all people.
struct Tally
{
    qint64 said = 0;
    qint64 delivered = 0;
    qint64 failed = 0;
    qint64 heard = 0;
    /// New pictures of others that arrived whole.
    qint64 pictures = 0;
    /// Texts that somebody saw twice.
    QStringList doubles;
};

/// One account and whoever sits in front of it. Every text it says is the only one of its kind.
class SoakPerson : public QObject
{
    Q_OBJECT

public:
    /// \p folder: for what the person keeps.
    SoakPerson(const Msn::NetworkDescription &network, const Msn::Address &address, const QString &folder,
        Weather &weather, Tally &tally, QObject *parent = nullptr);
    ~SoakPerson() override;

    Msn::Account &account() { return *m_account; }
    const Msn::Account &account() const { return *m_account; }
    void signIn();
    void say(Msn::Conversation &conversation);
    /// Texts that are neither delivered nor failed.
    const QSet<QString> &pending() const { return m_pending; }
    /// For a fault: where \p text is now.
    QString whereabouts(const QString &text) const;

private:
    void watch(Msn::Conversation *conversation);
    void handleMessage(const Msn::ChatMessage &message);
    void handleChange(const Msn::ChatMessage &message);

    std::unique_ptr<Msn::Account> m_account;
    Tally &m_tally;
    int m_count = 0;
    QSet<QString> m_pending;
    QSet<QString> m_heard;
};

} // namespace Soak
