#pragma once

#include <QObject>

namespace Ui {

/// Underlines the letters that go with Alt only while Alt is held, as the large desktops do.
class MnemonicHints : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool areShown() const { return m_shown; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setShown(bool shown);

    bool m_shown = false;
};

} // namespace Ui
