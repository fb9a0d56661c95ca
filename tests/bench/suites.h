#pragma once

#include "tests/bench/benchreport.h"

namespace Bench {

/// Each measures one area and adds its figures.
void measureContactList(BenchReport &report);
void measureConversation(BenchReport &report);
void measureHistory(BenchReport &report);
void measureIdle(BenchReport &report);
void measureService(BenchReport &report);
void measureServiceStart(BenchReport &report);
void measureStartup(BenchReport &report);
void measureWire(BenchReport &report);

} // namespace Bench
