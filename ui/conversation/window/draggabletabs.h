#pragma once

#include <QTabBar>

namespace Msn {
class Address;
}

namespace Ui {

/// Tabs that can be dragged to another place, to another bar, or out of the window; and on which
/// people from the contact list can be dropped.
class DraggableTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit DraggableTabs(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Dropped where no bar is.
    void draggedOut(int index, const QPoint &globalPosition);
    /// The tab \p sourceIndex of \p source, which may be this bar, is to stand before \p index.
    void tabDropped(Ui::DraggableTabs *source, int sourceIndex, int index);
    /// \p index: the tab they were dropped on.
    void contactDropped(int index, const Msn::Address &address);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void startDrag(int index, const QPoint &position);
    bool accepts(const QDropEvent &event) const;
    /// Before which tab something at \p position goes.
    int gapAt(const QPoint &position) const;

    int m_pressed = -1;
    QPoint m_pressedAt;
};

} // namespace Ui
