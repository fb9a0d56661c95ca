#include "app/desktop/activation.h"

#include "app/desktop/x11session.h"

#include <QWidget>

namespace App {

namespace {

/// Qt's Wayland windows look here when they ask to be activated, and take it away.
constexpr const char *tokenVariable = "XDG_ACTIVATION_TOKEN";

} // namespace

Activation::Activation(const QByteArray &token)
{
    if (!token.isEmpty())
        qputenv(tokenVariable, token);
}

Activation::~Activation()
{
    qunsetenv(tokenVariable);
}

QByteArray Activation::givenToThisStart()
{
    return qgetenv(tokenVariable);
}

void Activation::raise(QWidget &window) const
{
    X11Session().activate(quint32(window.winId()));
}

} // namespace App
