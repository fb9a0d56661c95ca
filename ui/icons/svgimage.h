#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <utility>

namespace Ui {

/// What stands in an SVG of the resources and the text to put there instead: `currentColor`, `@online@`.
using SvgReplacements = QList<std::pair<QByteArray, QByteArray>>;

/// The SVG file \p path drawn to fill \p size logical pixels at \p devicePixelRatio, its
/// proportions kept. A null image if the file cannot be read.
QImage renderedSvg(
    const QString &path, const QSize &size, qreal devicePixelRatio, const SvgReplacements &replacements = {});

} // namespace Ui
