#pragma once

#include <QWidget>

namespace Ui {

/// Says at the lower edge of a list what letting go would do.
class DropHint : public QWidget
{
    Q_OBJECT

public:
    explicit DropHint(QWidget *parent);

    QString text() const { return m_text; }
    /// An empty \p text hides it.
    void say(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace Ui
