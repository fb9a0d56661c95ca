#pragma once

#include <QColor>
#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

class QTextDocument;

namespace Ui {

class EmoticonSet;
struct Emoticon;

/// Emoticons and state icons in the line of text. Drawn from SVG at the painter's own resolution,
/// so they stay crisp when the window moves to another screen.
class InlineObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// Registers itself with the layout of \p document. \p emoticons must outlive it.
    InlineObject(QTextDocument &document, const EmoticonSet &emoticons);

    /// The format for one QChar::ObjectReplacementCharacter. Copied as \p code.
    static QTextCharFormat emoticon(const Emoticon &emoticon, const QString &code, double height);
    /// \p name of the action icons. Not copied.
    static QTextCharFormat icon(const QString &name, const QColor &colour, double height);
    /// What stands for it in copied text; empty for icons and for formats of other text.
    static QString copiedText(const QTextFormat &format);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;

private:
    const EmoticonSet &m_emoticons;
};

} // namespace Ui
