#pragma once

class QLineEdit;

namespace Ui {

/// Makes \p field one to search in: a glass before the words, and a cross that empties it.
void makeSearchField(QLineEdit &field);

} // namespace Ui
