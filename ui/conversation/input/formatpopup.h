#pragma once

#include "core/protocol/textformat.h"
#include "ui/widgets/popupframe.h"

#include <QList>

class QFontComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Ui {

/// A small window to choose how my text looks: font, bold, italic, underlined, struck out, colour.
/// What is chosen applies at once.
class FormatPopup : public PopupFrame
{
    Q_OBJECT

public:
    explicit FormatPopup(QWidget *parent = nullptr);

    void popUp(const QWidget &anchor, const Msn::TextFormat &format);

Q_SIGNALS:
    void formatChosen(const Msn::TextFormat &format);

private:
    QToolButton *addEffect(
        QHBoxLayout &row, const QString &icon, const QString &name, bool Msn::TextFormat::*member);
    QWidget *makeSwatches();
    void chooseFont(const QString &family);
    void chooseColour(quint32 colour);
    void chooseOtherColour();
    void reset();
    void apply();
    void showFormat();

    struct Effect
    {
        QToolButton *button;
        bool Msn::TextFormat::*member;
    };

    Msn::TextFormat m_format;
    QFontComboBox *m_font;
    QList<Effect> m_effects;
    QList<QToolButton *> m_swatches;
    QLabel *m_preview;
    bool m_showing = false;
};

} // namespace Ui
