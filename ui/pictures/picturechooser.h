#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace Ui {

class PicturePopup;
class PictureReader;

/// Lets a person choose a display picture: one of ours, one from a file, or none.
class PictureChooser : public QObject
{
    Q_OBJECT

public:
    /// \p parent: the window it belongs to.
    explicit PictureChooser(QWidget *parent);

    /// \p current: the picture that is chosen now. chosen() follows unless the person thinks better of it.
    void popUp(QWidget &anchor, const QByteArray &current);
    /// Takes the picture in the file \p path; where there is none, asks again beside \p anchor and says so.
    void takeFile(QWidget &anchor, const QByteArray &current, const QString &path);
    PicturePopup *popup() const { return m_popup; }

Q_SIGNALS:
    /// As encodedPicture(); empty: no picture.
    void chosen(const QByteArray &png);

private:
    void chooseFile();
    void takeRead(const QByteArray &png);

    QWidget *m_window;
    QPointer<QWidget> m_anchor;
    PicturePopup *m_popup;
    PictureReader *m_reader;
    QByteArray m_current;
};

} // namespace Ui
