#include "ui/pictures/picturechooser.h"

#include "ui/pictures/picturepopup.h"
#include "ui/pictures/picturereader.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace Ui {

PictureChooser::PictureChooser(QWidget *parent)
    : QObject(parent)
    , m_window(parent)
    , m_anchor(parent)
    , m_popup(new PicturePopup(parent))
    , m_reader(new PictureReader(this))
{
    connect(m_popup, &PicturePopup::picked, this, &PictureChooser::chosen);
    connect(m_popup, &PicturePopup::fileWanted, this, &PictureChooser::chooseFile);
    connect(m_reader, &PictureReader::finished, this, &PictureChooser::takeRead);
}

void PictureChooser::popUp(QWidget &anchor, const QByteArray &current)
{
    m_anchor = &anchor;
    m_current = current;
    m_popup->popUp(anchor, current);
}

void PictureChooser::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_reader, &PictureReader::read);
    dialog->open();
}

void PictureChooser::takeFile(QWidget &anchor, const QByteArray &current, const QString &path)
{
    m_anchor = &anchor;
    m_current = current;
    m_reader->read(path);
}

void PictureChooser::takeRead(const QByteArray &png)
{
    if (!png.isEmpty())
        Q_EMIT chosen(png);
    else if (m_anchor)
        m_popup->popUp(*m_anchor, m_current,
            tr("This file cannot be read as a picture. Choose a PNG, JPEG, GIF or BMP file."));
}

} // namespace Ui
