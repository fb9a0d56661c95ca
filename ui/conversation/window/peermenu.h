#pragma once

#include "ui/conversation/window/deckentries.h"

#include <QMenu>

namespace Ui {

/// What can be done with the person of the conversation that is seen.
class PeerMenu : public QMenu
{
    Q_OBJECT

public:
    PeerMenu(const DeckEntries &entries, QWidget *parent);

private:
    void refresh();

    const DeckEntries m_entries;
    QAction *m_history;
    QAction *m_block;
    QAction *m_mute;
    QAction *m_properties;
    QMenu *m_spelling;
};

} // namespace Ui
