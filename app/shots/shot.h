#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace App {

/// One picture of a window in one state.
struct Shot
{
    /// File name without theme, scale and ending: `conversation-group`.
    QString name;
    /// A widget ready to be shown, in the size of the picture.
    std::function<std::unique_ptr<QWidget>()> make;
};

} // namespace App
