#pragma once

#include "core/history/export/exportwork.h"
#include "ui/history/htmlhistorywriter.h"

namespace Ui {

class HistoryArchives;

/// What writes an export. Names are taken when it is made: another thread does the writing.
namespace ExportWriters {

// Each archive is a part; several have titles.

/// A page for a browser in a chat style.
Msn::MakeHistoryWriter page(
    const HistoryArchives &archives, const QList<int> &parts, const HtmlHistoryLook &look);
Msn::MakeHistoryWriter text(const HistoryArchives &archives, const QList<int> &parts);
Msn::MakeHistoryWriter json(const HistoryArchives &archives, const QList<int> &parts);

} // namespace ExportWriters

} // namespace Ui
