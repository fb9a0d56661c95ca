#pragma once

namespace Test {

/// Who sent the bytes.
enum class Sender { Client, Server };

} // namespace Test
