#pragma once

#include "tests/core/service/transcriptreplay.h"

namespace Test {

/// One for every transcript there is.
const QList<TranscriptStage> &transcriptStages();

} // namespace Test
