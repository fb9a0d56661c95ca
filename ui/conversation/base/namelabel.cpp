#include "ui/conversation/base/namelabel.h"

#include "ui/emoticons/emoticonline.h"

#include <QPainter>
#include <QStyle>

namespace Ui {

NameLabel::NameLabel(const EmoticonSet &emoticons, QWidget *parent)
    : ElidedLabel(parent)
    , m_emoticons(emoticons)
{
}

void NameLabel::paintEvent(QPaintEvent *event)
{
    const EmoticonLine line(text(), font(), m_emoticons);
    if (!line.hasPictures()) {
        ElidedLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const Qt::Alignment visual = QStyle::visualAlignment(layoutDirection(), alignment());
    line.paint(painter, contentsRect(), visual.testFlag(Qt::AlignRight));
}

} // namespace Ui
