#pragma once

#include "ui/conversation/window/deckentries.h"

#include <QMenu>

namespace Ui {

/// How conversations look and where they are shown. Every choice holds for all of them.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    enum class Place {
        Window, ///< a window of their own, with a menu bar that can be hidden
        Pane, ///< part of a window that has keys of its own
    };

    ViewMenu(const DeckEntries &entries, Place place, QWidget *parent);

private:
    void addStyles(QMenu &menu);
    void addPlaces(QMenu &menu);
    void addSizes(QMenu &menu);
    void chooseFont();

    const DeckEntries m_entries;
    ChatPreferences &m_preferences;
};

} // namespace Ui
