#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace Ui {

/// The words above a field, small and quiet; their mnemonic leads to it.
QLabel *makeFieldLabel(const QString &text, QWidget *field, QWidget *parent);

} // namespace Ui
