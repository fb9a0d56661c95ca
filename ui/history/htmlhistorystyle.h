#pragma once

#include "ui/conversation/base/chatstyle.h"

#include <QString>

namespace Msn {
struct TextFormat;
struct PlusRun;
} // namespace Msn

namespace Ui {

/// A chat style as the style sheet of a page. A page is light, as paper is.
namespace HtmlHistoryStyle {

QString sheet(const ChatStyle &style);
/// What the words of somebody look like: declarations, empty where nothing was chosen.
QString declarations(const Msn::TextFormat &format, const ChatStyle &style, bool isOutgoing);
QString declarations(const Msn::PlusRun &run, const ChatStyle &style, bool isOutgoing);

} // namespace HtmlHistoryStyle

} // namespace Ui
