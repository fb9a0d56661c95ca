#include "ui/tray/trayicon.h"

#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/text/statustext.h"
#include "ui/tray/traymenu.h"

#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>

namespace Ui {

namespace {

/// For while nobody is signed in.
QPixmap withoutColour(const QPixmap &pixmap)
{
    QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grey = qGray(line[x]);
            line[x] = qRgba(grey, grey, grey, qAlpha(line[x]));
        }
    }
    return QPixmap::fromImage(image);
}

void drawWaiting(QPainter &painter, int size, const Tokens &tokens)
{
    const double dot = size * 0.42;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, std::max(1.0, size / 22.0)));
    painter.setBrush(tokens.unread);
    painter.drawEllipse(QRectF(size - dot - 0.5, 0.5, dot, dot));
}

QPixmap picture(const TrayState &state, int size)
{
    // A tray has a ground of its own that nobody tells: the light colours are seen on both.
    const Tokens &tokens = Tokens::light();
    QPixmap pixmap = Icons::mark().pixmap(QSize(size, size), 1.0);
    if (!state.isSignedIn)
        pixmap = withoutColour(pixmap);
    QPainter painter(&pixmap);
    if (state.isSignedIn && size >= 16) {
        const int mark = std::max(8, size * 10 / 22);
        painter.drawPixmap(size - mark, size - mark, statusPixmap(state.status, false, tokens, mark, 1.0));
    }
    if (state.waiting > 0)
        drawWaiting(painter, size, tokens);
    return pixmap;
}

} // namespace

QIcon trayPicture(const TrayState &state)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(state, size));
    return icon;
}

TrayIcon::TrayIcon(std::function<QList<TrayPerson>()> people, QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<TrayMenu>(std::move(people)))
{
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setShown(bool shown)
{
    if (shown == (m_icon != nullptr))
        return;
    if (!shown) {
        m_icon.reset();
        return;
    }
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(
        m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::MiddleClick)
                Q_EMIT activated();
        });
    refresh();
    m_icon->show();
}

void TrayIcon::setState(const TrayState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    m_menu->setState(state);
    refresh();
}

void TrayIcon::refresh()
{
    if (!m_icon)
        return;
    m_icon->setIcon(trayPicture(m_state));
    m_icon->setToolTip(toolTip());
}

QString TrayIcon::toolTip() const
{
    if (m_state.waiting > 0)
        return tr("Swallowtail: %n conversation(s) with new messages", nullptr, m_state.waiting);
    if (!m_state.isSignedIn)
        return tr("Swallowtail: signed out");
    //: %1 is a status such as Online
    return tr("Swallowtail: %1").arg(StatusText::name(m_state.status));
}

} // namespace Ui
