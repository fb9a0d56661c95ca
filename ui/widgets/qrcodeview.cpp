#include "ui/widgets/qrcodeview.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace Ui {

namespace {

constexpr int usualSquarePx = 4;
constexpr int smallestSquarePx = 2;
constexpr int excuseWidthPx = 220;
constexpr int excuseFlags = int(Qt::AlignCenter) | int(Qt::TextWordWrap);

} // namespace

QrCodeView::QrCodeView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void QrCodeView::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_squares = {};
    describe();
    updateGeometry();
    update();
}

/// Encodes the text, unless that is done, and says what is to be seen.
void QrCodeView::describe()
{
    m_excuse.clear();
    if (m_squares.side == 0 && !m_text.isEmpty()) {
        if (const auto squares = encodeQrCode(m_text.toUtf8()))
            m_squares = *squares;
        else if (squares.error() == QrFailure::TooLong)
            m_excuse = tr("This is too long for a QR code. Pass it on as a link or a file.");
        else
            m_excuse = tr("No QR code can be drawn here. Pass it on as a link or a file.");
    }
    setAccessibleName(m_excuse.isEmpty() ? tr("QR code") : m_excuse);
    //: %1 is the text in the code, such as a link.
    setAccessibleDescription(m_squares.side > 0 ? tr("A camera reads in it: %1").arg(m_text) : QString());
}

QSize QrCodeView::sizeHint() const
{
    const Metrics metrics = Metrics::of(this);
    if (m_squares.side > 0) {
        const int side = metrics.px(usualSquarePx) * squaresWithQuiet();
        return {side, side};
    }
    const QRect room(0, 0, metrics.px(excuseWidthPx), QWIDGETSIZE_MAX);
    return m_excuse.isEmpty() ? QSize() : fontMetrics().boundingRect(room, excuseFlags, m_excuse).size();
}

QSize QrCodeView::minimumSizeHint() const
{
    const int side = smallestSquarePx * squaresWithQuiet();
    return m_squares.side > 0 ? QSize(side, side) : sizeHint();
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_squares.side > 0) {
        paintSquares(painter);
        return;
    }
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), excuseFlags, m_excuse);
}

/// In pixels of the screen: at 150 % two neighbours would otherwise differ in width, or be blurred.
void QrCodeView::paintSquares(QPainter &painter) const
{
    const QTransform toDevice = painter.deviceTransform();
    const QTransform fromDevice = toDevice.inverted();
    const QRectF room = toDevice.mapRect(QRectF(rect()));
    const double unit = std::max(1.0, std::floor(std::min(room.width(), room.height()) / squaresWithQuiet()));
    const double side = unit * squaresWithQuiet();
    const QPointF corner(std::round(room.center().x() - side / 2), std::round(room.center().y() - side / 2));
    const auto fill = [&](const QRectF &device, Qt::GlobalColor colour) {
        painter.fillRect(fromDevice.mapRect(device.translated(corner)), colour);
    };
    fill({0, 0, side, side}, Qt::white);
    for (int y = 0; y < m_squares.side; ++y) {
        for (int x = 0; x < m_squares.side; ++x) {
            const int begin = x;
            while (x < m_squares.side && m_squares.isDark(x, y))
                ++x;
            if (x > begin)
                fill({(begin + quietSquares) * unit, (y + quietSquares) * unit, (x - begin) * unit, unit},
                    Qt::black);
        }
    }
}

void QrCodeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace Ui
