#pragma once

class QPainter;
class QRectF;
class QTextBlock;
class QTextDocument;

namespace Ui {

struct ChatLook;

/// Thin lines on both sides of the notices that lie in \p area, in coordinates of \p document,
/// from the paragraph \p first on.
void paintRules(QPainter &painter, const QTextDocument &document, const QTextBlock &first, const QRectF &area,
    const ChatLook &look);

} // namespace Ui
