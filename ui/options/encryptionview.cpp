#include "ui/options/encryptionview.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Ui {

EncryptionView::EncryptionView(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::of(this).step(2));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void EncryptionView::setState(Lock lock, const QString &text)
{
    m_lock = lock;
    m_text->setText(text);
    setAccessibleName(text);
    applyIcon();
}

QString EncryptionView::text() const
{
    return m_text->text();
}

void EncryptionView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyIcon();
}

void EncryptionView::applyIcon()
{
    const Tokens &tokens = Tokens::of(palette());
    const auto [name, colour] = m_lock == Lock::Closed ? std::pair("lock", tokens.online)
        : m_lock == Lock::Open                         ? std::pair("lock-open", tokens.unreadInk)
                                                       : std::pair("computer", tokens.online);
    m_icon->setPixmap(
        Icons::pixmap(QLatin1String(name), colour, Metrics::of(this).icon(), devicePixelRatioF()));
}

} // namespace Ui
