#pragma once

#include "app/desktop/idlesource.h"

#include <memory>
#include <vector>

namespace App {

/// Tells when the person has left the computer and when they are back: from the first source that
/// works.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(std::vector<std::unique_ptr<IdleSource>> sources, QObject *parent = nullptr);
    ~IdleWatch() override;

    /// Zero: does not watch, and nobody is idle.
    void setLimit(std::chrono::milliseconds limit);
    bool isIdle() const { return m_isIdle; }

Q_SIGNALS:
    void idleChanged(bool idle);

private:
    void use(std::size_t index);
    void setIdle(bool idle);

    std::vector<std::unique_ptr<IdleSource>> m_sources;
    std::size_t m_used = 0;
    std::chrono::milliseconds m_limit{0};
    bool m_isIdle = false;
};

} // namespace App
