#pragma once

#include <QSplitter>

namespace Ui {

/// What was said above, what is being written below, which is as high as its text unless a person has
/// pulled it higher.
class LogSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// \p input with \p below under it.
    LogSplitter(QWidget *log, QWidget *input, QWidget *below, QWidget *parent = nullptr);

    /// The input wants another height.
    void fit();

private:
    QWidget *m_input;
    /// The height that a person gave the lower part, 0 = follows the text.
    int m_chosenHeight = 0;
};

} // namespace Ui
