#include "app/messenger/historychoices.h"

#include "core/history/historyrecorder.h"
#include "core/storage/settings.h"

#include <chrono>

namespace App {

using namespace Msn;

HistoryChoices::HistoryChoices(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&m_settings, &Settings::changed, this, [this](const QString &name) {
        if (name == QLatin1String(Setting::keepHistory.name))
            applyKeeping();
    });
    connect(&m_daily, &QTimer::timeout, this, [this] {
        for (HistoryRecorder *recorder : std::as_const(m_recorders))
            removeOld(*recorder);
    });
    m_daily.start(std::chrono::hours(24));
}

void HistoryChoices::follow(HistoryRecorder &recorder)
{
    m_recorders.append(&recorder);
    connect(&recorder, &QObject::destroyed, this, [this, gone = &recorder] { m_recorders.removeOne(gone); });
    applyKeeping();
    removeOld(recorder);
}

void HistoryChoices::applyKeeping()
{
    for (HistoryRecorder *recorder : std::as_const(m_recorders))
        recorder->setKeeping(m_settings.value(Setting::keepHistory));
}

void HistoryChoices::removeOld(HistoryRecorder &recorder) const
{
    const int days = m_settings.value(Setting::historyDays);
    if (days <= 0)
        return;
    HistorySelection old;
    old.until = QDateTime::currentDateTimeUtc().addDays(-days);
    recorder.store().remove(old, {});
}

} // namespace App
