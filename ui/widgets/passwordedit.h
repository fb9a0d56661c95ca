#pragma once

#include <QLineEdit>

namespace Ui {

/// A field for a password, with a button that shows what has been typed.
class PasswordEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    bool isShown() const { return echoMode() == QLineEdit::Normal; }
    void setShown(bool shown);

private:
    QAction *m_toggle;
};

} // namespace Ui
