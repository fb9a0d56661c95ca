#include "ui/widgets/linkbutton.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QKeyEvent>

namespace Ui {

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    applyColour();
}

QSize LinkButton::sizeHint() const
{
    const int iconWidth = icon().isNull() ? 0 : iconSize().width() + Metrics::of(this).step();
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {textWidth + iconWidth + 2 * padding(this), fontMetrics().height() + Metrics::of(this).step(2)};
}

int LinkButton::padding(const QWidget *widget)
{
    return Metrics::of(widget).px(6);
}

FlowLayout *LinkButton::makeRow(const QList<QPushButton *> &links, const QWidget *parent)
{
    auto *row = new FlowLayout(Metrics::of(parent).step());
    row->setHanging(padding(parent));
    for (QPushButton *link : links)
        row->addWidget(link);
    return row;
}

void LinkButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColour();
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void LinkButton::applyColour()
{
    const QColor accent = Tokens::of(palette()).accent;
    if (palette().color(QPalette::Active, QPalette::ButtonText) == accent)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::ButtonText, accent);
    own.setColor(QPalette::Inactive, QPalette::ButtonText, accent);
    setPalette(own);
}

} // namespace Ui
