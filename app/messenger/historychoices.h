#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

namespace Msn {
class HistoryRecorder;
class Settings;
} // namespace Msn

namespace App {

/// What the person has chosen about keeping conversations, for every account. A change counts for what is
/// said from then on; what has become too old goes when an account signs in and once a day, never while
/// somebody is still typing the number of days.
class HistoryChoices : public QObject
{
    Q_OBJECT

public:
    /// \p settings must outlive it.
    explicit HistoryChoices(Msn::Settings &settings, QObject *parent = nullptr);

    /// From now on until \p recorder is gone.
    void follow(Msn::HistoryRecorder &recorder);

private:
    void applyKeeping();
    void removeOld(Msn::HistoryRecorder &recorder) const;

    Msn::Settings &m_settings;
    QList<Msn::HistoryRecorder *> m_recorders;
    QTimer m_daily;
};

} // namespace App
