#pragma once

#include <QFont>

class QWidget;

namespace Ui {

/// Lengths that grow with the font: the design is drawn for text of 13 px.
class Metrics
{
public:
    explicit Metrics(const QFont &font);
    static Metrics of(const QWidget *widget);

    /// \p designPixels of the drawing in logical pixels, at least 1 for anything above 0.
    int px(double designPixels) const;
    /// \p count steps of 4 px, the grid of all spacing.
    int step(double count = 1) const { return px(count * 4); }
    int radius() const { return px(6); }
    int pictureRadius() const { return px(8); }
    int rowHeight() const { return px(30); }
    int icon() const { return px(18); }
    int statusMark() const { return px(12); }

    /// The text of conversations, a little larger than that of controls.
    QFont conversationFont() const;
    /// Names in headers, semi-bold.
    QFont nameFont() const;
    /// Times, states, hints.
    QFont smallFont() const;

private:
    QFont resized(double designPixels) const;

    QFont m_font;
    double m_scale = 1;
};

} // namespace Ui
