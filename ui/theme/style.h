#pragma once

#include "ui/theme/mnemonichints.h"
#include "ui/theme/theme.h"

#include <QProxyStyle>

class QStyleOptionMenuItem;

namespace Ui {

/// Fusion with the design's palette, rounded fields and buttons, one primary button a window (the
/// default button) and slim scroll bars. Everything else stays as Fusion draws it.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void setAppearance(Theme::Appearance appearance) { m_appearance = appearance; }
    void setMotionReduced(bool reduced) { m_motionReduced = reduced; }

    using QProxyStyle::polish;
    void polish(QApplication *application) override;
    using QProxyStyle::unpolish;
    void unpolish(QApplication *application) override;
    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *result) const override;

private:
    void drawMenuItem(const QStyleOptionMenuItem &item, QPainter *painter, const QWidget *widget) const;

    Theme::Appearance m_appearance = Theme::Appearance::System;
    bool m_motionReduced = false;
    MnemonicHints m_mnemonics;
};

} // namespace Ui
