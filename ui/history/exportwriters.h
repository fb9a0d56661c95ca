#pragma once

#include "core/history/export/exportwork.h"
#include "ui/history/htmlhistorywriter.h"

namespace Ui {

class HistoryArchives;

/// What writes an export. Names are taken when it is made: another thread does the writing.
namespace ExportWriters {

/// A page for a browser in a chat style.
Msn::MakeHistoryWriter page(const HistoryArchives &archives, int archive, const HtmlHistoryLook &look);
Msn::MakeHistoryWriter text();
Msn::MakeHistoryWriter json(const HistoryArchives &archives, int archive);

} // namespace ExportWriters

} // namespace Ui
