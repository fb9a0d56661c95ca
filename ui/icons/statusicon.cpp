#include "ui/icons/statusicon.h"

#include "ui/icons/svgimage.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

namespace Ui {
namespace {

QString fileOf(Msn::Status status, bool blocked)
{
    if (blocked)
        return QStringLiteral("blocked");
    switch (status) {
    case Msn::Status::Online:
        return QStringLiteral("online");
    case Msn::Status::Busy:
    case Msn::Status::OnThePhone:
        return QStringLiteral("busy");
    case Msn::Status::BeRightBack:
    case Msn::Status::Away:
    case Msn::Status::OutToLunch:
        return QStringLiteral("away");
    case Msn::Status::Idle:
        return QStringLiteral("idle");
    case Msn::Status::Hidden:
    case Msn::Status::Offline:
        break;
    }
    return QStringLiteral("offline");
}

SvgReplacements replacementsFor(const Tokens &tokens)
{
    const auto name = [](const QColor &colour) { return colour.name().toLatin1(); };
    return {{"@online@", name(tokens.online)}, {"@away@", name(tokens.away)}, {"@busy@", name(tokens.busy)},
        {"@offline@", name(tokens.offline)}, {"@window@", name(tokens.window)}};
}

class StatusIconEngine : public QIconEngine
{
public:
    StatusIconEngine(Msn::Status status, bool blocked)
        : m_status(status)
        , m_blocked(blocked)
    {
    }
    QIconEngine *clone() const override { return new StatusIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, drawn(size, painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = drawn(qMin(size.width(), size.height()), 1);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

private:
    QPixmap drawn(int size, qreal devicePixelRatio) const
    {
        return statusPixmap(
            m_status, m_blocked, Tokens::of(QGuiApplication::palette()), size, devicePixelRatio);
    }

    Msn::Status m_status;
    bool m_blocked;
};

} // namespace

QPixmap statusPixmap(Msn::Status status, bool blocked, const Tokens &tokens, int size, qreal devicePixelRatio)
{
    const QString file = fileOf(status, blocked);
    const QString key
        = QStringLiteral("status/%1/%2/%3/%4").arg(file).arg(tokens.isDark).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap::fromImage(renderedSvg(QStringLiteral(":/status/%1.svg").arg(file), {size, size},
        devicePixelRatio, replacementsFor(tokens)));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon statusIcon(Msn::Status status, bool blocked)
{
    return QIcon(new StatusIconEngine(status, blocked));
}

} // namespace Ui
