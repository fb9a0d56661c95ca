#pragma once

#include "ui/icons/avatar.h"

#include <QWidget>

namespace Ui {

/// The others' picture above, my own below.
class PictureColumn : public QWidget
{
    Q_OBJECT

public:
    explicit PictureColumn(QWidget *parent = nullptr);

    void setPeer(const Avatar &avatar);
    void setOwn(const Avatar &avatar);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int pictureSize() const;
    void paintPicture(QPainter &painter, const Avatar &avatar, QPoint corner) const;

    Avatar m_peer;
    Avatar m_own;
};

} // namespace Ui
