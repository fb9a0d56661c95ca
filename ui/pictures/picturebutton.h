#pragma once

#include "ui/icons/avatar.h"

#include <QToolButton>

namespace Ui {

class PictureChooser;

/// A person's picture, which a click or a key lets one change, or a file that is dropped on it. Without a
/// picture the coloured square of the person is shown.
class PictureButton : public QToolButton
{
    Q_OBJECT

public:
    /// \p designSide: of the picture without its frame, in pixels of the drawing.
    explicit PictureButton(int designSide, QWidget *parent = nullptr);

    /// As encodedPicture(); empty: none.
    QByteArray picture() const { return m_png; }
    void setPicture(const QByteArray &png);
    /// Whose colour and letter are shown where there is no picture.
    void setPerson(const Msn::Address &address, const QString &name);
    PictureChooser *chooser() const { return m_chooser; }
    /// As a click does.
    void letChoose();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// By the person; picture() has it already.
    void pictureChosen(const QByteArray &png);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    int rim() const;

    const int m_designSide;
    QByteArray m_png;
    Avatar m_avatar;
    PictureChooser *m_chooser;
};

} // namespace Ui
