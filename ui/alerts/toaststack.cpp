#include "ui/alerts/toaststack.h"

#include "ui/alerts/toast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/motion.h"

#include <QApplication>
#include <QPropertyAnimation>
#include <QScreen>

namespace Ui {

namespace {

/// Where the person is: the active window's screen, else the one the desktop calls the first.
QRect usualArea()
{
    const QWidget *active = QApplication::activeWindow();
    const QScreen *screen = active ? active->screen() : QGuiApplication::primaryScreen();
    return screen ? screen->availableGeometry() : QRect();
}

void moveTo(Toast &toast, const QPoint &place)
{
    const bool slides = toast.isVisible() && mayMove(toast) && toast.pos() != place;
    if (!slides) {
        toast.move(place);
        return;
    }
    auto *animation = new QPropertyAnimation(&toast, "pos", &toast);
    animation->setDuration(longestMotionMs);
    animation->setEndValue(place);
    animation->setEasingCurve(QEasingCurve::OutCubic);
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace

ToastStack::ToastStack(std::function<QRect()> area, int lifetimeMs, QObject *parent)
    : AlertDisplay(parent)
    , m_area(std::move(area))
    , m_lifetimeMs(lifetimeMs)
{
}

ToastStack::~ToastStack()
{
    for (const Entry &entry : std::as_const(m_entries))
        delete entry.toast;
}

QList<Toast *> ToastStack::toasts() const
{
    QList<Toast *> toasts;
    for (const Entry &entry : m_entries)
        toasts.append(entry.toast);
    return toasts;
}

void ToastStack::show(Id id, const AlertNotice &notice)
{
    Toast *known = find(id);
    Toast *toast = known ? known : make(id);
    toast->setNotice(notice);
    while (m_entries.size() > mostAtOnce)
        remove(m_entries.last().id);
    if (known)
        return;
    // From just below its place, so that it is seen to come.
    const QRect free = area();
    const Metrics metrics = Metrics::of(toast);
    const int left = toast->isRightToLeft() ? free.left() + metrics.step(3)
                                            : free.right() - metrics.step(3) - toast->width() + 1;
    toast->move(left, free.bottom() - toast->height() / 2);
    toast->show();
    arrange();
}

void ToastStack::close(Id id)
{
    if (find(id))
        remove(id);
}

Toast *ToastStack::find(Id id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.id == id)
            return entry.toast;
    }
    return nullptr;
}

Toast *ToastStack::make(Id id)
{
    auto *toast = new Toast(m_lifetimeMs);
    m_entries.prepend({id, toast});
    connect(toast, &Toast::activated, this, [this, id] {
        // While whoever showed it still knows it.
        Q_EMIT activated(id, {});
        remove(id);
    });
    connect(toast, &Toast::dismissed, this, [this, id] { remove(id); });
    return toast;
}

void ToastStack::remove(Id id)
{
    Toast *toast = find(id);
    if (!toast)
        return;
    m_entries.removeIf([id](const Entry &entry) { return entry.id == id; });
    toast->disconnect(this);
    toast->hide();
    toast->deleteLater();
    arrange();
    Q_EMIT closed(id);
}

void ToastStack::arrange()
{
    const QRect free = area();
    int bottom = free.bottom();
    for (const Entry &entry : std::as_const(m_entries)) {
        Toast &toast = *entry.toast;
        const int gap = Metrics::of(&toast).step(3);
        const int left = toast.isRightToLeft() ? free.left() + gap : free.right() - gap - toast.width() + 1;
        bottom -= toast.height() + gap;
        moveTo(toast, QPoint(left, bottom + 1));
    }
}

QRect ToastStack::area() const
{
    return m_area ? m_area() : usualArea();
}

} // namespace Ui
