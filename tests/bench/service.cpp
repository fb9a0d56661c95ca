// A service with two thousand people on it, in a process of its own, beside limits and a bare echo.
#include "tests/bench/measure.h"
#include "tests/bench/serviceclients.h"
#include "tests/bench/suites.h"

#include "core/service/store/sqliteaccountstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <memory>
#include <unordered_map>
#include <vector>

#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Bench {

namespace {

constexpr int crowd = 2000;
constexpr int watchers = 100;
constexpr int talks = 50;
constexpr int messagesPerSecond = 500;
constexpr int statusChanges = 100;
constexpr int relayedMessages = 20'000;
constexpr qsizetype bytesInFlight = 256 * 1024;
constexpr int wrongPasswords = 10'000;
constexpr int attackers = 8;
constexpr int logins = 15;

QString addressOf(int person)
{
    return QStringLiteral("u%1@example.com").arg((person + crowd) % crowd);
}

/// As many accounts as \p count, with one password and nobody on their lists.
bool makeAccounts(const QString &path, int count, const Msn::PasswordCost &cost)
{
    const auto opened = Msn::SqliteAccountStore::open(path);
    if (!opened)
        return false;
    Msn::SqliteAccountStore &store = **opened;
    const Msn::PasswordHash hash = Msn::PasswordHash::make(QStringLiteral("secret"), cost);
    for (int person = 0; person < count; ++person) {
        Msn::AccountRecord account;
        account.address = Msn::Address(addressOf(person));
        account.name = Msn::FriendlyName(QStringLiteral("Person %1").arg(person));
        store.saveAccount(account);
        store.setPasswordHash(account.address, hash);
    }
    return store.commit().has_value();
}

/// Everybody has the fifty before and the fifty behind them on the list, and is on theirs. In one
/// statement: two hundred thousand would take longer than what is measured.
bool makeContacts(const QString &path)
{
    const auto database = Msn::SqliteConnection::open({path}, Msn::SqliteConnection::Access::Write);
    const int mutual = static_cast<int>(Msn::List::Forward) | static_cast<int>(Msn::List::Allow)
        | static_cast<int>(Msn::List::Reverse);
    return database
        && (*database)->run(QStringLiteral(
            "WITH RECURSIVE person (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM person WHERE n < %1 - 1),"
            " step (d) AS (SELECT 1 UNION ALL SELECT d + 1 FROM step WHERE d < %2),"
            " pair (a, b) AS (SELECT n, (n + d) % %1 FROM person, step"
            " UNION ALL SELECT n, (n + %1 - d) % %1 FROM person, step)"
            " INSERT INTO contacts (owner_key, key, address, name, lists, in_groups, id)"
            " SELECT 'u' || a || '@example.com', 'u' || b || '@example.com', 'u' || b || '@example.com',"
            " 'u' || b || '@example.com', %3, ',0,', hex(randomblob(4)) || '-0000-4000-8000-' || "
            "hex(randomblob(6))"
            " FROM pair")
                                .arg(crowd)
                                .arg(watchers / 2)
                                .arg(mutual));
}

QSslConfiguration trustIn(const QString &certificateFile)
{
    QFile file(certificateFile);
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    if (file.open(QIODevice::ReadOnly))
        trust.setCaCertificates({QSslCertificate(file.readAll())});
    return trust;
}

QByteArray message(int id)
{
    static const QByteArray payload = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                                      "X-MMS-IM-Format: FN=Arial; EF=; CO=0; CS=0; PF=22\r\n\r\n"
        + QByteArray(1000, 'x');
    return "MSG " + QByteArray::number(id) + " N " + QByteArray::number(payload.size()) + "\r\n" + payload;
}

/// Which of many connections have something to read.
class Poll
{
public:
    Poll()
        : m_descriptor(::epoll_create1(EPOLL_CLOEXEC))
    {
    }
    ~Poll() { ::close(m_descriptor); }
    Poll(const Poll &) = delete;
    Poll &operator=(const Poll &) = delete;

    void add(LineSocket &socket)
    {
        socket.setNonBlocking();
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &socket;
        ::epoll_ctl(m_descriptor, EPOLL_CTL_ADD, socket.descriptor(), &event);
    }
    /// Calls \p take with each of them and what it has to say.
    template <typename Take>
    void wait(const Take &take) const
    {
        std::array<epoll_event, 128> events{};
        const int count = ::epoll_wait(m_descriptor, events.data(), static_cast<int>(events.size()), 1);
        for (int i = 0; i < count; ++i) {
            auto *socket = static_cast<LineSocket *>(events[static_cast<size_t>(i)].data.ptr);
            take(socket, socket->readAvailable());
        }
    }

private:
    int m_descriptor;
};

/// 500 messages a second on all switchboards in turn.
class Traffic
{
public:
    explicit Traffic(std::vector<Talk> &all)
        : m_all(all)
    {
        m_clock.start();
    }
    void sendWhatIsDue()
    {
        while (m_sent < m_clock.elapsed() * messagesPerSecond / 1000) {
            const auto talk = static_cast<size_t>(m_sent) % m_all.size();
            m_all[talk].caller.write(message(10 + m_sent));
            ++m_sent;
        }
    }
    int sent() const { return m_sent; }

private:
    std::vector<Talk> &m_all;
    QElapsedTimer m_clock;
    int m_sent = 0;
};

/// Milliseconds from a status change until the last of the watchers has heard of it.
QList<double> spreadStatusChanges(std::vector<LineSocket> &all, std::vector<Talk> &open)
{
    Poll poll;
    for (LineSocket &socket : all)
        poll.add(socket);
    for (Talk &talk : open)
        poll.add(talk.called);
    std::unordered_map<LineSocket *, QByteArray> heard;
    Traffic traffic(open);
    QList<double> times;
    for (int change = 0; change < statusChanges; ++change) {
        const int person = change * 17 % crowd;
        const QByteArray status = change % 2 ? "AWY" : "BSY";
        const QByteArray needle = "NLN " + status + ' ' + addressOf(person).toUtf8();
        int missing = watchers;
        heard.clear();
        QElapsedTimer clock;
        clock.start();
        all[static_cast<size_t>(person)].write("CHG 9 " + status + " 0\r\n");
        while (missing > 0 && clock.elapsed() < 5000) {
            traffic.sendWhatIsDue();
            poll.wait([&](LineSocket *socket, const QByteArray &bytes) {
                QByteArray &tail = heard[socket];
                tail = tail.right(100) + bytes;
                if (tail.contains(needle)) {
                    --missing;
                    tail.clear();
                }
            });
        }
        times.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

/// How long message() is when it arrives, with the sender in its head; 0 if it does not.
qsizetype arrivingSize(Talk &talk)
{
    const QByteArray bytes = message(10'000);
    const qsizetype payload = bytes.size() - bytes.indexOf('\n') - 1;
    Poll poll;
    poll.add(talk.called);
    talk.caller.write(bytes);
    QByteArray arrived;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 5000) {
        poll.wait([&arrived](LineSocket *, const QByteArray &chunk) { arrived += chunk; });
        const qsizetype head = arrived.indexOf('\n') + 1;
        if (head > 0 && arrived.size() >= head + payload)
            return arrived.size();
    }
    return 0;
}

/// Megabytes a second through all of \p open together, with no more than bytesInFlight on the way in each.
double relayRate(std::vector<Talk> &open, int count)
{
    std::unordered_map<LineSocket *, qsizetype> sizes;
    for (Talk &talk : open)
        sizes[&talk.called] = arrivingSize(talk);
    Poll poll;
    std::unordered_map<LineSocket *, qsizetype> inFlight;
    for (Talk &talk : open)
        poll.add(talk.called);
    const int each = count / static_cast<int>(open.size());
    std::vector<int> sent(open.size(), 0);
    qsizetype missing = 0;
    for (const auto &[called, size] : sizes)
        missing += size * each;
    const double megabytes = static_cast<double>(missing) / 1e6;
    QElapsedTimer clock;
    clock.start();
    while (missing > 0 && clock.elapsed() < 60'000) {
        for (size_t i = 0; i < open.size(); ++i) {
            qsizetype &waiting = inFlight[&open[i].called];
            for (; sent[i] < each && waiting < bytesInFlight; ++sent[i], waiting += sizes[&open[i].called])
                open[i].caller.write(message(10'000 + sent[i]));
        }
        poll.wait([&](LineSocket *socket, const QByteArray &bytes) {
            inFlight[socket] -= bytes.size();
            missing -= bytes.size();
        });
    }
    return megabytes / (static_cast<double>(clock.nsecsElapsed()) / 1e9);
}

/// The same bytes through a server that only gives them back.
double echoRate(quint16 port)
{
    LineSocket socket;
    if (!socket.connect(port))
        return 0;
    Poll poll;
    poll.add(socket);
    const QByteArray bytes = message(10'000);
    const qsizetype total = bytes.size() * relayedMessages;
    qsizetype sent = 0;
    qsizetype received = 0;
    QElapsedTimer clock;
    clock.start();
    while (received < total && clock.elapsed() < 60'000) {
        for (; sent < total && sent - received < bytesInFlight; sent += bytes.size())
            socket.write(bytes);
        poll.wait([&](LineSocket *, const QByteArray &chunk) { received += chunk.size(); });
    }
    return static_cast<double>(received) / 1e6 / (static_cast<double>(clock.nsecsElapsed()) / 1e9);
}

double medianLogin(quint16 port, const QSslConfiguration &trust)
{
    QList<double> times;
    for (int i = 0; i < logins; ++i) {
        QElapsedTimer clock;
        clock.start();
        LoginPage page(port, trust, QStringLiteral("127.0.0.2"));
        page.ask(addressOf(1), "secret");
        times.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

/// Ten thousand guesses from one address while somebody at another one logs in again and again.
void measureGuessing(BenchReport &report, const QTemporaryDir &folder)
{
    const QString database = folder.filePath(QStringLiteral("few.sqlite"));
    if (!makeAccounts(database, 2, {}))
        return;
    const PeerProcess service({QStringLiteral("service"), database});
    const QSslConfiguration trust = trustIn(database + QStringLiteral(".pem"));
    const double alone = medianLogin(service.httpsPort(), trust);
    std::atomic<int> left = wrongPasswords;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < attackers; ++i) {
        threads.emplace_back(QThread::create([&left, &trust, port = service.httpsPort()] {
            LoginPage page(port, trust);
            while (left.fetch_sub(1) > 0)
                page.ask(addressOf(0), "wrong");
        }));
        threads.back()->start();
    }
    const double attacked = medianLogin(service.httpsPort(), trust);
    for (const auto &thread : threads)
        thread->wait();
    report.add({QStringLiteral("log-in during 10,000 wrong ones"), attacked, QStringLiteral("ms"),
        QStringLiteral("log-in at rest (limit: twice)"), alone});
}

bool signPeopleIn(
    const PeerProcess &service, const QSslConfiguration &trust, int people, std::vector<LineSocket> &all)
{
    LoginPage page(service.httpsPort(), trust);
    for (int person = 0; person < people; ++person) {
        auto socket = signIn(service.port(), page, addressOf(person));
        if (!socket)
            return false;
        all.push_back(std::move(*socket));
    }
    return true;
}

bool openTalks(quint16 port, std::vector<LineSocket> &all, std::vector<Talk> &open)
{
    for (int i = 0; i <= talks; ++i) {
        const auto caller = 2 * static_cast<size_t>(i);
        auto talk = openTalk(port, all[caller], addressOf(2 * i), all[caller + 1], addressOf(2 * i + 1));
        if (!talk)
            return false;
        open.push_back(std::move(*talk));
    }
    return true;
}

/// Among those who talk alone: the bare echo has nobody else to look after either.
void measureRelay(BenchReport &report, const QTemporaryDir &folder)
{
    constexpr int talkers = 2 * (talks + 1);
    const QString database = folder.filePath(QStringLiteral("talkers.sqlite"));
    if (!makeAccounts(database, talkers, Msn::PasswordCost::least()))
        return;
    const PeerProcess service({QStringLiteral("service"), database, QStringLiteral("cheap")});
    const PeerProcess echo({QStringLiteral("echo")});
    std::vector<LineSocket> all;
    std::vector<Talk> many;
    if (!signPeopleIn(service, trustIn(database + QStringLiteral(".pem")), talkers, all)
        || !openTalks(service.port(), all, many)) {
        std::fprintf(stderr, "service: a conversation does not come about\n");
        return;
    }
    std::vector<Talk> one;
    one.push_back(std::move(many.back()));
    many.pop_back();
    const double bare = echoRate(echo.port());
    const double single = relayRate(one, relayedMessages);
    report.add({QStringLiteral("relay on one switchboard"), single, QStringLiteral("MB/s"),
        QStringLiteral("bare QTcpServer echo (limit: 0.4)"), bare});
    report.add({QStringLiteral("relay on many switchboards"), relayRate(many, relayedMessages),
        QStringLiteral("MB/s"), QStringLiteral("relay on one switchboard"), single});
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

void measureService(BenchReport &report)
{
    raiseDescriptorLimit();
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("many.sqlite"));
    if (!makeAccounts(database, crowd, Msn::PasswordCost::least()) || !makeContacts(database)) {
        std::fprintf(stderr, "service: the accounts cannot be made\n");
        return;
    }
    {
        const PeerProcess service({QStringLiteral("service"), database, QStringLiteral("cheap")});
        const double before = service.residentKilobytes();
        std::vector<LineSocket> all;
        std::vector<Talk> open;
        if (!signPeopleIn(service, trustIn(database + QStringLiteral(".pem")), crowd, all)) {
            std::fprintf(stderr, "service: nobody more can sign in than %zu\n", all.size());
            return;
        }
        report.add({QStringLiteral("memory for each person signed in"),
            (service.residentKilobytes() - before) / crowd, QStringLiteral("KB"), QStringLiteral("limit"),
            60});
        if (!openTalks(service.port(), all, open)) {
            std::fprintf(stderr, "service: a conversation does not come about\n");
            return;
        }
        report.add({QStringLiteral("status change to 100 watchers"), median(spreadStatusChanges(all, open)),
            QStringLiteral("ms"), QStringLiteral("limit, at 500 messages/s"), 50});
    }
    measureRelay(report, folder);
    measureGuessing(report, folder);
}

} // namespace Bench
