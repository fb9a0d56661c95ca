#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>

namespace Ui {

Theme::Theme(QApplication &application, Appearance appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_style(new Style)
{
    m_style->setAppearance(appearance);
    application.setStyle(m_style);
}

void Theme::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    m_style->setAppearance(appearance);
    // An empty palette makes Qt ask platform and style again.
    QApplication::setPalette(QPalette());
    Q_EMIT appearanceChanged();
}

void Theme::setMotionReduced(bool reduced)
{
    m_motionReduced = reduced;
    m_style->setMotionReduced(reduced);
}

const Tokens &Theme::tokens() const
{
    return Tokens::of(QApplication::palette());
}

} // namespace Ui
