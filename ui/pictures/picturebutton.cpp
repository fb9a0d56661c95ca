#include "ui/pictures/picturebutton.h"

#include "ui/pictures/picturechooser.h"
#include "ui/pictures/picturecodec.h"
#include "ui/theme/metrics.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace Ui {

namespace {

constexpr double rimShare = 26; ///< of the side, as in the header of the list

QString fileIn(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

PictureButton::PictureButton(int designSide, QWidget *parent)
    : QToolButton(parent)
    , m_designSide(designSide)
    , m_chooser(new PictureChooser(this))
{
    setAutoRaise(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Display picture"));
    setToolTip(tr("Change the picture"));
    connect(this, &QToolButton::clicked, this, &PictureButton::letChoose);
    connect(m_chooser, &PictureChooser::chosen, this, [this](const QByteArray &png) {
        setPicture(png);
        Q_EMIT pictureChosen(png);
    });
}

void PictureButton::letChoose()
{
    m_chooser->popUp(*this, m_png);
}

void PictureButton::setPicture(const QByteArray &png)
{
    if (png == m_png)
        return;
    m_png = png;
    m_avatar.picture = decodedPicture(png);
    update();
}

void PictureButton::setPerson(const Msn::Address &address, const QString &name)
{
    m_avatar.address = address;
    m_avatar.name = name;
    update();
}

void PictureButton::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PictureButton::dropEvent(QDropEvent *event)
{
    m_chooser->takeFile(*this, m_png, fileIn(*event->mimeData()));
    event->acceptProposedAction();
}

int PictureButton::rim() const
{
    return Metrics::of(this).px(m_designSide / rimShare);
}

QSize PictureButton::sizeHint() const
{
    const int side = Metrics::of(this).px(m_designSide);
    return {side + 2 * rim(), side + 3 * rim()};
}

void PictureButton::paintEvent(QPaintEvent *)
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(QPoint(),
        framedAvatar(
            m_avatar, metrics.px(m_designSide), metrics.radius(), rim(), tokens, devicePixelRatioF()));
    if (!hasFocus() && !underMouse())
        return;
    painter.setPen(QPen(tokens.accent, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    const QRectF frame(0, 0, width(), width());
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), metrics.radius() + 1, metrics.radius() + 1);
}

} // namespace Ui
