#include "core/roster/rosterrecipe.h"

#include "core/protocol/servererror.h"
#include "core/roster/rostersync.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>

namespace Msn {

namespace {

constexpr int onOppositeList = 219;
constexpr int tooFast = 800;

/// After these our list and the server's may differ, even though the person has to be told
/// (errors.md: "re-SYN").
constexpr std::array outOfDate{205, 208, 224, 231, 402, 403};

bool castsDoubtOnList(int number)
{
    return errorAction(number) == ErrorAction::Repair
        || std::find(outOfDate.begin(), outOfDate.end(), number) != outOfDate.end();
}

} // namespace

RecipeRunner::RecipeRunner(
    NotificationConnection &connection, RosterSync &sync, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_sync(sync)
    , m_tooFast(timing.tooFast)
{
}

void RecipeRunner::run(QList<RosterStep> steps, Done done)
{
    for (const RosterStep &step : std::as_const(steps)) {
        if (!step.wish.isEmpty())
            m_lastWishes.insert(step.wish, ++m_wishes);
    }
    runNext(std::make_shared<Recipe>(Recipe{std::move(steps), 0, std::move(done)}));
}

void RecipeRunner::runNext(const RecipePointer &recipe)
{
    while (recipe->next < recipe->steps.size()) {
        const RosterStep step = recipe->steps[recipe->next++];
        if (step.isNeedless && step.isNeedless())
            continue;
        send(recipe, step, false);
        return;
    }
    recipe->done(std::monostate());
}

void RecipeRunner::send(const RecipePointer &recipe, const RosterStep &step, bool isSecondTry)
{
    m_connection.request(step.make, step.replies,
        [this, recipe, step, isSecondTry, self = QPointer(this)](const Reply &reply) {
            if (self)
                handleReply(recipe, step, isSecondTry, reply);
        });
}

void RecipeRunner::handleReply(
    const RecipePointer &recipe, const RosterStep &step, bool isSecondTry, const Reply &reply)
{
    const int number = reply ? 0 : reply.error().serverNumber;
    const bool isHarmless = step.harmless.contains(number);
    if (number != 0 && (isHarmless || castsDoubtOnList(number)))
        m_sync.distrust();
    if (number == onOppositeList && step.detour) {
        takeDetour(recipe, step);
    } else if (number == tooFast && !step.wish.isEmpty() && !isSecondTry) {
        sendAgainLater(recipe, step);
    } else if (!reply && !isHarmless) {
        fail(recipe, step, reply.error());
    } else {
        step.apply(reply ? *reply : Command{});
        runNext(recipe);
    }
}

void RecipeRunner::takeDetour(const RecipePointer &recipe, const RosterStep &step)
{
    const QList<RosterStep> detour = step.detour();
    for (qsizetype i = 0; i < detour.size(); ++i)
        recipe->steps.insert(recipe->next + i, detour[i]);
    runNext(recipe);
}

void RecipeRunner::sendAgainLater(const RecipePointer &recipe, const RosterStep &step)
{
    const quint64 wish = m_lastWishes.value(step.wish);
    QTimer::singleShot(m_tooFast, this, [this, recipe, step, wish] {
        if (m_lastWishes.value(step.wish) == wish)
            send(recipe, step, true);
        else
            fail(recipe, step, makeError(ErrorCode::Cancelled));
    });
}

void RecipeRunner::fail(const RecipePointer &recipe, const RosterStep &step, const Error &error)
{
    Error named = error;
    if (named.subject.isEmpty())
        named.subject = step.subject;
    recipe->done(Unexpected(named));
}

} // namespace Msn
