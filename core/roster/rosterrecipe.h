#pragma once

#include "core/base/completion.h"
#include "core/net/notificationconnection.h"
#include "core/net/timing.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <variant>

namespace Msn {

class RosterSync;

/// One request of a recipe.
struct RosterStep
{
    /// Runs when its turn comes, so that it sees what the steps before it have changed.
    std::function<Command(TransactionId)> make;
    QList<Verb> replies;
    /// Called with an empty command if the server says that it is so already.
    std::function<void(const Command &)> apply;
    /// Server errors that mean "it is so already".
    QList<int> harmless;
    /// Skipped if this says so when its turn comes.
    std::function<bool()> isNeedless;
    /// What to do instead when the person is on the opposite list (219).
    std::function<QList<RosterStep>()> detour;
    /// Whom or what it is about, for Error::subject.
    QString subject;
    /// What is being set, where a server may say "too fast" (800): the last wish about it is then
    /// sent once more. Empty: 800 is an error like any other.
    QByteArray wish;
};

/// Runs the steps of a change one after the other: each is sent after the reply to the one before,
/// the first refusal ends the recipe. Source: contact-list.md §9; errors.md.
class RecipeRunner : public QObject
{
    Q_OBJECT

public:
    using Done = Completion<std::monostate>;

    RecipeRunner(NotificationConnection &connection, RosterSync &sync, const Timing &timing,
        QObject *parent = nullptr);

    /// \p done is called exactly once. A wish that a later one has overtaken ends with Cancelled.
    void run(QList<RosterStep> steps, Done done);

private:
    struct Recipe
    {
        QList<RosterStep> steps;
        qsizetype next = 0;
        Done done;
    };
    using RecipePointer = std::shared_ptr<Recipe>;

    void runNext(const RecipePointer &recipe);
    void send(const RecipePointer &recipe, const RosterStep &step, bool isSecondTry);
    void handleReply(
        const RecipePointer &recipe, const RosterStep &step, bool isSecondTry, const Reply &reply);
    void takeDetour(const RecipePointer &recipe, const RosterStep &step);
    void sendAgainLater(const RecipePointer &recipe, const RosterStep &step);
    void fail(const RecipePointer &recipe, const RosterStep &step, const Error &error);

    NotificationConnection &m_connection;
    RosterSync &m_sync;
    const std::chrono::milliseconds m_tooFast;
    /// What is being set -> the number of the last wish about it.
    QHash<QByteArray, quint64> m_lastWishes;
    quint64 m_wishes = 0;
};

} // namespace Msn
