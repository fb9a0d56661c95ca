#pragma once

#include <functional>

namespace Test {

/// Runs the event loop until \p condition holds; false if it does not within \p timeoutMs.
/// Unlike QTRY_VERIFY it never sleeps between events, which matters where both ends of a
/// connection live in the test.
bool eventually(const std::function<bool()> &condition, int timeoutMs = 10'000);

} // namespace Test

#define EVENTUALLY(...) QVERIFY2(Test::eventually([&] { return bool(__VA_ARGS__); }), #__VA_ARGS__)
