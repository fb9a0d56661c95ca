#pragma once

#include <QString>

class QPainter;
class QRect;
class QWidget;

namespace Ui {

/// Draws a picture and \p text into \p place, where \p view would show people.
void paintEmptyList(QPainter &painter, const QWidget &view, const QRect &place, const QString &text);

} // namespace Ui
