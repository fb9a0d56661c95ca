#include "ui/conversation/view/inlineobject.h"

#include "ui/emoticons/emoticonpixmap.h"
#include "ui/emoticons/emoticonset.h"
#include "ui/icons/icons.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>

namespace Ui {
namespace {

constexpr int objectType = QTextFormat::UserObject + 1;

enum InlineProperty {
    EmoticonName = QTextFormat::UserProperty + 1,
    IconName,
    ShownFor,
    Height,
};

QTextCharFormat objectFormat(double height)
{
    QTextCharFormat format;
    format.setObjectType(objectType);
    format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    format.setProperty(Height, height);
    return format;
}

} // namespace

InlineObject::InlineObject(QTextDocument &document, const EmoticonSet &emoticons)
    : m_emoticons(emoticons)
{
    document.documentLayout()->registerHandler(objectType, this);
}

QTextCharFormat InlineObject::emoticon(const Emoticon &emoticon, const QString &code, double height)
{
    QTextCharFormat format = objectFormat(height);
    format.setProperty(EmoticonName, emoticon.name);
    format.setProperty(ShownFor, code);
    format.setToolTip(emoticon.title);
    return format;
}

QTextCharFormat InlineObject::icon(const QString &name, const QColor &colour, double height)
{
    QTextCharFormat format = objectFormat(height);
    format.setProperty(IconName, name);
    format.setForeground(colour);
    return format;
}

QString InlineObject::copiedText(const QTextFormat &format)
{
    return format.property(ShownFor).toString();
}

QSizeF InlineObject::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const double height = format.doubleProperty(Height);
    return {height, height};
}

void InlineObject::drawObject(
    QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    const int size = qRound(rect.height());
    const qreal ratio = painter->device()->devicePixelRatioF();
    // A pixmap between two pixels would be blurred.
    const QPoint corner = rect.topLeft().toPoint();
    if (const Emoticon *emoticon = m_emoticons.find(format.stringProperty(EmoticonName)))
        painter->drawPixmap(corner, emoticonPixmap(*emoticon, size, ratio));
    else if (const QString name = format.stringProperty(IconName); !name.isEmpty())
        painter->drawPixmap(corner, Icons::pixmap(name, format.foreground().color(), size, ratio));
}

} // namespace Ui
