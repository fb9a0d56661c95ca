#include "ui/history/historydeeds.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/history/deletedialog.h"
#include "ui/history/historyarchives.h"
#include "ui/history/historytext.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QPushButton>

namespace Ui {
namespace {

/// \p name as a file may be called everywhere.
QString asFileName(const QString &name)
{
    QString clean;
    for (const QChar character : name) {
        const bool isPlain = character.isLetterOrNumber() || character == u'-' || character == u'_'
            || character == u' ' || character == u'@' || character == u'.';
        if (isPlain || character.isSurrogate() || character.isMark())
            clean += character;
    }
    clean = clean.simplified().left(60);
    while (clean.startsWith(u'.'))
        clean.remove(0, 1);
    return clean;
}

int countOf(qint64 lines)
{
    return int(std::min<qint64>(lines, 1'000'000'000));
}

} // namespace

HistoryDeeds::HistoryDeeds(HistoryArchives &archives, MessageBar &bar, const EmoticonSet &emoticons,
    const ChatPreferences &preferences, QWidget &window)
    : QObject(&window)
    , m_archives(archives)
    , m_bar(bar)
    , m_emoticons(emoticons)
    , m_preferences(preferences)
    , m_window(window)
{
}

// --- Deleting --------------------------------------------------------------------------------

void HistoryDeeds::askToDelete(const HistoryPeer &peer, Msn::HistoryEntry::Id line)
{
    m_bar.showInformation(tr("Delete this message for good? It cannot be brought back."));
    QPushButton *yes = m_bar.addButton(tr("&Delete it"));
    connect(yes, &QPushButton::clicked, this, [this, peer, line] { deleteLine(peer, line); });
    connect(m_bar.addButton(tr("&Keep it")), &QPushButton::clicked, this, [this] {
        m_bar.hide();
        Q_EMIT answered();
    });
    yes->setFocus(Qt::OtherFocusReason);
}

void HistoryDeeds::deleteLine(const HistoryPeer &peer, Msn::HistoryEntry::Id line)
{
    m_bar.clearButtons();
    m_bar.updateText(tr("Deleting…"));
    auto *remover = new MessageRemover(m_archives, this);
    connect(remover, &MessageRemover::removed, this, [this, remover, peer, line] {
        remover->deleteLater();
        m_bar.showInformation(tr("The message is deleted."));
        Q_EMIT lineDeleted(peer, line);
        Q_EMIT answered();
    });
    connect(remover, &MessageRemover::failed, this, [this, remover](const Msn::Error &error) {
        remover->deleteLater();
        m_bar.showError(HistoryText::removalError(error));
        Q_EMIT answered();
    });
    remover->remove(peer.archive, {line, {}, {}, {}});
}

void HistoryDeeds::openDelete(const Shown &shown)
{
    auto *dialog = new DeleteDialog(m_archives, shown.person, shown.archive, &m_window);
    connect(dialog, &DeleteDialog::deleted, this, [this](qint64 count) {
        m_bar.showInformation(tr("%n message(s) deleted.", nullptr, countOf(count)));
        Q_EMIT manyDeleted();
    });
    dialog->open();
}

// --- Exporting -------------------------------------------------------------------------------

/// Those that are there; only \p one where there is one.
QList<int> HistoryDeeds::archivesOf(std::optional<int> one) const
{
    QList<int> archives;
    for (int i = 0; i < m_archives.count(); ++i) {
        if (m_archives.store(i) && (!one || *one == i))
            archives.append(i);
    }
    return archives;
}

QList<ExportScope> HistoryDeeds::scopesOf(const Shown &shown) const
{
    QList<ExportScope> scopes;
    const auto add = [&scopes](const QString &title, const QList<int> &archives,
                         const Msn::HistoryQuery &query, const QString &fileName) {
        if (!archives.isEmpty())
            scopes.append({title, archives, query, fileName});
    };
    if (shown.isSearch)
        add(tr("What was found"), archivesOf(shown.archive), shown.query, tr("Found messages"));
    if (shown.person) {
        Msn::HistoryQuery query;
        query.with = {shown.person->address};
        const QString name = m_archives.nameOf(*shown.person);
        add(tr("Everything with %1").arg(name), archivesOf(shown.person->archive), query, asFileName(name));
    }
    const QList<int> all = archivesOf({});
    const QString everything = tr("Message history");
    add(all.size() > 1 ? tr("Everything of all accounts") : tr("Everything with everybody"), all, {},
        everything);
    for (qsizetype i = 0; all.size() > 1 && i < all.size(); ++i) {
        const HistoryArchive &archive = m_archives.at(all.at(i));
        //: What can be exported, of one of several accounts: %1 is its address, %2 its network.
        const QString title = tr("Everything of %1 on %2").arg(archive.account.toString(), archive.network);
        add(title, {all.at(i)}, {}, asFileName(everything + u' ' + archive.account.toString()));
    }
    return scopes;
}

HtmlHistoryLook HistoryDeeds::look() const
{
    HtmlHistoryLook look;
    look.style = ChatStyle::load(m_preferences.style());
    look.emoticons = m_emoticons;
    look.showsFormats = m_preferences.showsFormats();
    look.showsCodes = m_preferences.showsCodes();
    look.showsTimes = m_preferences.showsTimes();
    look.showsEmoticons = m_preferences.showsEmoticons();
    look.isRightToLeft = m_window.isRightToLeft();
    return look;
}

void HistoryDeeds::openExport(const Shown &shown)
{
    const QList<ExportScope> scopes = scopesOf(shown);
    if (scopes.isEmpty())
        return;
    auto *dialog = new ExportDialog(m_archives, scopes, look(), &m_window);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &fileName, qint64 lines) {
        m_bar.showInformation(tr("%n message(s) are now in %1.", nullptr, countOf(lines))
                                  .arg(QDir::toNativeSeparators(fileName)));
    });
    dialog->open();
}

} // namespace Ui
