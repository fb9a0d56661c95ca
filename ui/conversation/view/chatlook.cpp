#include "ui/conversation/view/chatlook.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/theme/metrics.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QWidget>

namespace Ui {
namespace {

constexpr int smallestPixels = 6;

} // namespace

void ChosenLook::follow(const ChatPreferences &preferences)
{
    if (style.id != preferences.style())
        style = ChatStyle::load(preferences.style());
    showsFormats = preferences.showsFormats();
    showsCodes = preferences.showsCodes();
    showsTimes = preferences.showsTimes();
    showsEmoticons = preferences.showsEmoticons();
    textSize = qBound(50, preferences.textSize(), 300);
    textFamily = preferences.textFamily();
}

ChatLook lookOn(const QWidget &widget, const ChosenLook &chosen)
{
    const Metrics metrics = Metrics::of(&widget);
    ChatLook look;
    static_cast<ChosenLook &>(look) = chosen;
    look.tokens = Tokens::of(widget.palette());
    look.textFont = metrics.conversationFont();
    if (!chosen.textFamily.isEmpty())
        look.textFont.setFamilies({chosen.textFamily, look.textFont.family()});
    look.headerFont = widget.font();
    look.smallFont = metrics.smallFont();
    look.fixedFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    look.fixedFont.setPixelSize(QFontInfo(widget.font()).pixelSize());
    for (QFont *font : {&look.textFont, &look.headerFont, &look.smallFont, &look.fixedFont})
        font->setPixelSize(qMax(smallestPixels, QFontInfo(*font).pixelSize() * chosen.textSize / 100));
    look.step = metrics.step();
    return look;
}

} // namespace Ui
