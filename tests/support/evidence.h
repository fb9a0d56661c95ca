#pragma once

#include <QByteArray>

namespace Test {

/// Which of our programs stood at an end of the wire.
enum class Ours { Client = 1, Service = 2, Both = 3 };

/// Notes that the running test function and row have shown \p fact of \p ours, once per test.
/// Written to the file that SWALLOWTAIL_EVIDENCE names, which ctest sets; nothing otherwise.
/// One line each: `client|service TAB fact TAB function(row)`. tests/core/coverage reads them all.
void noteEvidence(Ours ours, const QByteArray &fact);

/// False where nobody collects evidence.
bool isEvidenceWanted();

} // namespace Test
