#pragma once

#include <QObject>

class QWidget;

namespace App {

/// Says in the log, category swallowtail.startup, when something has been painted for the first
/// time. The start-up benchmark waits for it.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// \p what stands in the log before "painted": `first window`.
    FirstPaint(QWidget &window, const char *what, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void painted();

private:
    const char *m_what;
};

} // namespace App
