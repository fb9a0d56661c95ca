#pragma once

#include <QWidget>

class QLabel;

namespace Ui {

/// A lock, open or closed, and a sentence about what it stands for.
class EncryptionView : public QWidget
{
    Q_OBJECT

public:
    enum class Lock {
        Closed,
        Open, ///< read by anybody on the way
        Home, ///< nothing leaves this computer
    };

    explicit EncryptionView(QWidget *parent = nullptr);

    void setState(Lock lock, const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    Lock m_lock = Lock::Open;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace Ui
