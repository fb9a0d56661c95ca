#pragma once

#include "ui/alerts/alertevent.h"
#include "ui/options/optionsform.h"

#include <QHash>

class QGridLayout;
class QToolButton;

namespace Ui {

class AlertSettings;

/// "Alerts and sounds": what is told how, when it is quiet, and each sound to listen to.
class AlertsPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p settings must outlive the page. \p hasSounds: this build can play any.
    AlertsPage(AlertSettings &settings, Msn::Settings &store, bool hasSounds, QWidget *parent = nullptr);

    /// Of the matrix; nullptr where an event cannot be told in that way.
    QCheckBox *box(AlertEvent event, AlertWay way) const;
    QToolButton *playButton(AlertEvent event) const { return m_play.value(int(event)); }

Q_SIGNALS:
    void previewRequested(Ui::Sound sound);

private:
    void buildMatrix(bool hasSounds);
    void addHeader(QGridLayout &grid, int column, const QString &text);
    void addEvent(QGridLayout &grid, int row, AlertEvent event, bool hasSounds);
    void addBox(QGridLayout &grid, int row, int column, AlertEvent event, AlertWay way);
    void refresh();

    AlertSettings &m_settings;
    QHash<int, QHash<int, QCheckBox *>> m_boxes;
    QHash<int, QToolButton *> m_play;
};

} // namespace Ui
