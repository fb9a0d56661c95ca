#include "ui/conversation/window/peermenu.h"

#include "core/chat/conversation.h"
#include "core/roster/contactlist.h"
#include "ui/conversation/base/chataccount.h"
#include "ui/conversation/input/inputspelling.h"
#include "ui/conversation/input/messageinput.h"
#include "ui/conversation/window/conversationactions.h"
#include "ui/conversation/window/conversationdeck.h"
#include "ui/conversation/window/conversationwidget.h"

#include <QApplication>
#include <QClipboard>

namespace Ui {

PeerMenu::PeerMenu(const DeckEntries &entries, QWidget *parent)
    : QMenu(tr("C&ontact"), parent)
    , m_entries(entries)
{
    m_entries.add(
        *this, tr("&Send e-mail…"), {}, [](ConversationWidget &widget) { widget.actions().sendMail(); },
        QStringLiteral("mail"));
    m_history = m_entries.add(
        *this, tr("View message &history"), {QKeySequence(Qt::CTRL | Qt::Key_H)},
        [](ConversationWidget &widget) { widget.actions().showHistory(); }, QStringLiteral("history"));
    addSeparator();
    m_block = m_entries.add(
        *this, tr("&Block"), {},
        [](ConversationWidget &widget) {
            const Msn::Contact *contact = widget.account().contacts().find(widget.conversation().peer());
            widget.actions().setBlocked(!(contact && contact->isBlocked()));
        },
        QStringLiteral("block"));
    m_mute = m_entries.add(
        *this, tr("&Mute nudges"), {}, [preferences = &m_entries.preferences()](ConversationWidget &widget) {
            PeerPreferences peer = preferences->of(widget.conversation().peer());
            peer.nudgesMuted = !peer.nudgesMuted;
            preferences->setOf(widget.conversation().peer(), peer);
        });
    m_mute->setCheckable(true);
    m_spelling = addMenu(tr("Spell &check"));
    addSeparator();
    m_entries.add(
        *this, tr("Copy &e-mail address"), {},
        [](ConversationWidget &widget) {
            QApplication::clipboard()->setText(widget.conversation().peer().toString());
        },
        QStringLiteral("copy"));
    addSeparator();
    m_properties = m_entries.add(
        *this, tr("&Properties"), {}, [](ConversationWidget &widget) { widget.actions().showProperties(); },
        QStringLiteral("person"));
    connect(this, &QMenu::aboutToShow, this, &PeerMenu::refresh);
}

void PeerMenu::refresh()
{
    const ConversationWidget *widget = m_entries.deck().current();
    if (!widget)
        return;
    const Msn::Address &peer = widget->conversation().peer();
    const Msn::Contact *contact = widget->account().contacts().find(peer);
    m_block->setText(contact && contact->isBlocked() ? tr("Un&block") : tr("&Block"));
    m_block->setEnabled(!widget->conversation().isGroup() && widget->account().isSignedIn());
    m_history->setEnabled(widget->account().history());
    m_properties->setEnabled(contact);
    m_mute->setChecked(m_entries.preferences().of(peer).nudgesMuted);
    m_spelling->clear();
    InputSpelling *spelling = widget->input().spelling();
    m_spelling->menuAction()->setVisible(spelling);
    if (spelling)
        spelling->fillLanguageMenu(*m_spelling);
}

} // namespace Ui
