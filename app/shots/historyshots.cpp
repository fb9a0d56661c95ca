#include "app/shots/historyshots.h"

#include "core/history/historystore.h"
#include "ui/conversation/base/chatpreferences.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/history/daycalendar.h"
#include "ui/history/deletedialog.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historywindow.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QVBoxLayout>

#include <vector>

namespace App {

using namespace Msn;

namespace {

const Address martaAddress(QStringLiteral("marta@example.com"));
const Address anaAddress(QStringLiteral("ana@example.com"));
const Address rosaAddress(QStringLiteral("rosa@example.com"));
const Address rainAddress(QStringLiteral("xiaoyu@example.net"));
const Address karimAddress(QStringLiteral("karim@example.net"));
const Address longNamedAddress(QStringLiteral("a.rather.long.address.of.somebody@mail.example.net"));

QString shownName(const Address &address)
{
    static const QHash<Address, QString> names{
        {anaAddress, QStringLiteral("Ana Ruiz")},
        {rosaAddress, QStringLiteral("Rosa ☀ back at six")},
        {rainAddress, QStringLiteral("小雨 🦋")},
        {karimAddress, QStringLiteral("كريم")},
        {longNamedAddress,
            QStringLiteral(
                "Maximiliane von und zu Hohenstein-Wittgenstein ~*~ busy until further notice ~*~")},
        {martaAddress, QStringLiteral("Marta")},
    };
    return names.value(address);
}

/// \p minutes after noon of a day in the spring of 2024.
HistoryEntry entryOf(const Address &with, int day, int minutes, const QString &text, bool isMine = false)
{
    HistoryEntry entry;
    entry.with = with;
    entry.time = QDateTime(QDate(2024, 5, day), QTime(12, 0)).addSecs(minutes * 60).toUTC();
    entry.outgoing = isMine;
    entry.sender = isMine ? martaAddress : with;
    entry.senderName = FriendlyName(shownName(entry.sender));
    entry.text = text;
    entry.delivery = isMine ? HistoryEntry::Delivery::Delivered : HistoryEntry::Delivery::Received;
    return entry;
}

HistoryEntry nudgeOf(const Address &with, int day, int minutes)
{
    HistoryEntry entry = entryOf(with, day, minutes, {});
    entry.kind = HistoryEntry::Kind::Nudge;
    return entry;
}

QList<HistoryEntry> talkWithAna()
{
    return {
        entryOf(anaAddress, 2, 0, QStringLiteral("Do you remember the lake? I found our old photos :)")),
        entryOf(anaAddress, 2, 1, QStringLiteral("Of course! Send them, please."), true),
        entryOf(anaAddress, 2, 2, QStringLiteral("The boat was still blue then.")),
        entryOf(anaAddress, 9, 0, QStringLiteral("Shall we go to the lake on Saturday?")),
        entryOf(anaAddress, 9, 1, QStringLiteral("Yes. I bring the boat, you bring the cake."), true),
        entryOf(
            anaAddress, 9, 2, QStringLiteral("The weather report says sun. The water is cold all the same.")),
        nudgeOf(anaAddress, 9, 3),
        entryOf(anaAddress, 9, 4, QStringLiteral("I am looking for the tent, one moment (brb)"), true),
        entryOf(anaAddress, 9, 20,
            QStringLiteral("Found it. It has a hole.\nAnd the mice have been at the map."), true),
        entryOf(anaAddress, 9, 21, QStringLiteral("Then we sleep at the lake under the sky :D")),
        entryOf(anaAddress, 12, 0, QStringLiteral("That was the best Saturday of the year.")),
        entryOf(anaAddress, 12, 3, QStringLiteral("My feet are still wet from that lake."), true),
        entryOf(anaAddress, 23, 0, QStringLiteral("The photos are printed.")),
    };
}

QList<HistoryEntry> talkWithOthers()
{
    return {
        entryOf(rosaAddress, 3, 0, QStringLiteral("I am at the lake until six, call me then.")),
        entryOf(rosaAddress, 3, 5, QStringLiteral("Will do."), true),
        entryOf(rainAddress, 10, 0, QStringLiteral("你好！明天一起去公园吧，湖边很漂亮 (the lake)")),
        entryOf(rainAddress, 10, 2, QStringLiteral("好的，明天见"), true),
        entryOf(rainAddress, 21, 2, QStringLiteral("照片收到了吗？")),
        entryOf(karimAddress, 15, 0, QStringLiteral("هل نذهب إلى البحيرة غدا؟ The lake is near.")),
        entryOf(karimAddress, 15, 1, QStringLiteral("نعم، بكل سرور"), true),
        entryOf(longNamedAddress, 16, 0,
            QStringLiteral(
                "What I meant to say about the lake, and I will try to be brief although that is not "
                "what I am known for, is that the path around it is closed until the end of June.")),
    };
}

/// A window with what stands behind it.
class HistoryStage : public QWidget
{
public:
    explicit HistoryStage(const QList<QList<HistoryEntry>> &histories, bool isKeeping = true)
    {
        QList<Ui::HistoryArchive> archives;
        for (const QList<HistoryEntry> &entries : histories)
            archives.append(makeArchive(entries, isKeeping));
        m_window = new Ui::HistoryWindow(archives, m_emoticons, m_preferences, this);
        m_window->setWindowFlags(Qt::Widget);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->addWidget(m_window);
        resize(m_window->size());
        waitFor([this] { return m_window->archives().wasRead(); });
    }
    // Before what it shows.
    ~HistoryStage() override { delete m_window; }

    Ui::HistoryWindow &window() const { return *m_window; }
    Ui::ChatPreferences &preferences() { return m_preferences; }
    QListView &hits() const { return *m_window->findChild<QListView *>(QStringLiteral("hits")); }
    void search(const QString &words, int expected)
    {
        m_window->findChild<QLineEdit *>(QStringLiteral("historyWords"))->setText(words);
        waitFor([this, expected] { return hits().model()->rowCount() == expected; });
    }
    void showMonth() const
    {
        auto *calendar = m_window->findChild<Ui::DayCalendar *>();
        calendar->setSelectedDate(QDate(2024, 5, 9));
        waitFor([calendar] { return calendar->isMarked(QDate(2024, 5, 9)); });
    }
    void read(const Address &person, const QString &expected) const
    {
        m_window->look(Ui::HistoryPeer{0, person});
        waitForText(expected);
    }
    void openHit(int row, const QString &expected) const
    {
        Q_EMIT hits().clicked(hits().model()->index(row, 0));
        waitForText(expected);
    }
    /// What it waits for comes from another thread.
    static void waitFor(const std::function<bool()> &condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition() && timer.elapsed() < longestWaitMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }

private:
    static constexpr qint64 longestWaitMs = 5000;

    Ui::HistoryArchive makeArchive(const QList<HistoryEntry> &entries, bool isKeeping)
    {
        const QString name = QStringLiteral("%1.sqlite").arg(m_stores.size());
        m_stores.push_back(std::make_unique<HistoryStore>(SqliteOptions{m_folder.filePath(name)}));
        bool isDone = entries.isEmpty();
        if (!isDone)
            m_stores.back()->import(entries, {this, [&isDone](const auto &) { isDone = true; }});
        waitFor([&isDone] { return isDone; });
        Ui::HistoryArchive archive;
        archive.store = m_stores.back().get();
        archive.account = martaAddress;
        archive.network = m_stores.size() == 1 ? QStringLiteral("Escargot") : QStringLiteral("Home");
        archive.listedNameOf = &shownName;
        archive.isKeeping = isKeeping;
        return archive;
    }
    void waitForText(const QString &text) const
    {
        const auto *view = m_window->findChild<QTextEdit *>(QStringLiteral("messages"));
        waitFor([view, &text] { return view->toPlainText().contains(text); });
        for (int i = 0; i < settlingTurns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    static constexpr int settlingTurns = 5;

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<HistoryStore>> m_stores;
    const Ui::EmoticonSet m_emoticons = Ui::EmoticonSet::load();
    Ui::ChatPreferences m_preferences;
    Ui::HistoryWindow *m_window = nullptr;
};

Shot historyShot(const QString &name, const std::function<void(HistoryStage &)> &prepare,
    const QList<QList<HistoryEntry>> &histories = {talkWithAna() + talkWithOthers()}, bool isKeeping = true)
{
    return {QStringLiteral("history-") + name, [prepare, histories, isKeeping]() -> std::unique_ptr<QWidget> {
                auto stage = std::make_unique<HistoryStage>(histories, isKeeping);
                // Everything has its place and its fonts before it is driven.
                stage->show();
                prepare(*stage);
                return stage;
            }};
}

/// Of a dialog with what stands behind it.
Shot dialogShot(
    const QString &name, const std::function<std::unique_ptr<QDialog>(HistoryStage &)> &makeDialog)
{
    return {QStringLiteral("history-") + name, [makeDialog]() -> std::unique_ptr<QWidget> {
                auto stage = std::make_unique<HistoryStage>(
                    QList<QList<HistoryEntry>>{talkWithAna() + talkWithOthers()});
                std::unique_ptr<QDialog> dialog = makeDialog(*stage);
                // It goes after the dialog's own parts.
                auto *keeper = new QObject(dialog.get());
                QObject::connect(keeper, &QObject::destroyed, keeper,
                    [kept = std::shared_ptr<HistoryStage>(std::move(stage))] {});
                return dialog;
            }};
}

std::unique_ptr<QDialog> deleteDialog(HistoryStage &stage, const std::optional<Ui::HistoryPeer> &person)
{
    return std::make_unique<Ui::DeleteDialog>(stage.window().archives(), person, std::nullopt, nullptr);
}

std::unique_ptr<Ui::ExportDialog> exportDialog(HistoryStage &stage)
{
    Ui::HtmlHistoryLook look;
    look.style = Ui::ChatStyle::load(QStringLiteral("classic"));
    const QString found = QStringLiteral("What was found");
    return std::make_unique<Ui::ExportDialog>(
        stage.window().archives(), QList<Ui::ExportScope>{{found, {0}, {}, found}}, look, nullptr);
}

void searchLake(HistoryStage &stage)
{
    stage.search(QStringLiteral("lake"), 8);
    stage.showMonth();
}

QList<Shot> historyDialogs()
{
    return {
        dialogShot(QStringLiteral("delete"),
            [](HistoryStage &stage) {
                return deleteDialog(stage, Ui::HistoryPeer{0, longNamedAddress});
            }),
        dialogShot(QStringLiteral("delete-period"),
            [](HistoryStage &stage) {
                auto dialog = deleteDialog(stage, {});
                dialog->findChild<QCheckBox *>()->setChecked(true);
                return dialog;
            }),
        dialogShot(QStringLiteral("export"), [](HistoryStage &stage) { return exportDialog(stage); }),
        dialogShot(QStringLiteral("export-running"),
            [](HistoryStage &stage) {
                auto dialog = exportDialog(stage);
                dialog->showProgress(42'000, 100'000);
                return dialog;
            }),
    };
}

QList<Shot> historyWindows()
{
    const QString sky = QStringLiteral("under the sky");
    return {
        historyShot(QStringLiteral("everybody"), [](HistoryStage &stage) { stage.showMonth(); }),
        historyShot(QStringLiteral("found"),
            [](HistoryStage &stage) {
                searchLake(stage);
                stage.hits().setCurrentIndex(stage.hits().model()->index(1, 0));
                stage.hits().setFocus();
            }),
        historyShot(QStringLiteral("found-mirrored"),
            [](HistoryStage &stage) {
                stage.setLayoutDirection(Qt::RightToLeft);
                searchLake(stage);
            }),
        historyShot(QStringLiteral("context"),
            [sky](HistoryStage &stage) {
                searchLake(stage);
                stage.openHit(4, sky);
            }),
        historyShot(QStringLiteral("context-bubbles"),
            [sky](HistoryStage &stage) {
                stage.preferences().setStyle(QStringLiteral("bubbles"));
                searchLake(stage);
                stage.openHit(4, sky);
            }),
        historyShot(QStringLiteral("person"),
            [](HistoryStage &stage) {
                stage.showMonth();
                stage.read(anaAddress, QStringLiteral("printed"));
            }),
        historyShot(QStringLiteral("person-chinese"),
            [](HistoryStage &stage) {
                stage.showMonth();
                stage.read(rainAddress, QStringLiteral("照片"));
            }),
        historyShot(QStringLiteral("person-arabic"),
            [](HistoryStage &stage) {
                stage.setLayoutDirection(Qt::RightToLeft);
                stage.showMonth();
                stage.read(karimAddress, QStringLiteral("سرور"));
            }),
        historyShot(QStringLiteral("long-name"),
            [](HistoryStage &stage) {
                stage.showMonth();
                stage.read(longNamedAddress, QStringLiteral("June"));
            }),
        historyShot(QStringLiteral("accounts"),
            [](HistoryStage &stage) {
                stage.showMonth();
                Q_EMIT stage.findChild<Ui::DayCalendar *>()->dayChosen(QDate(2024, 5, 9));
                HistoryStage::waitFor([&stage] { return stage.hits().model()->rowCount() == 7; });
            },
            {talkWithAna(), talkWithOthers()}),
        historyShot(QStringLiteral("question"),
            [](HistoryStage &stage) {
                searchLake(stage);
                stage.hits().setCurrentIndex(stage.hits().model()->index(2, 0));
                QKeyEvent press(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier);
                QCoreApplication::sendEvent(&stage.hits(), &press);
            }),
        historyShot(QStringLiteral("nothing-found"),
            [](HistoryStage &stage) { stage.search(QStringLiteral("submarine"), 0); }),
        historyShot(QStringLiteral("nothing-kept-yet"), [](HistoryStage &) {}, {{}}),
        historyShot(
            QStringLiteral("nothing-kept"), [](HistoryStage &) {}, {{}}, false),
    };
}

} // namespace

QList<Shot> historyShots()
{
    return historyWindows() + historyDialogs();
}

} // namespace App
