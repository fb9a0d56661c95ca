#pragma once

#include "ui/conversation/window/conversationtabs.h"

namespace Ui {

class ConversationWidget;

/// What the tab of \p widget shows.
ConversationTabs::Tab tabFor(const ConversationWidget &widget);

} // namespace Ui
