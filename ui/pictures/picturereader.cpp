#include "ui/pictures/picturereader.h"

#include "ui/pictures/picturecodec.h"

#include <QFile>

namespace Ui {

PictureReader::PictureReader(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    connect(this, &PictureReader::done, this, [this](int job, const QByteArray &png) {
        if (job == m_lastJob)
            Q_EMIT finished(png);
    });
}

PictureReader::~PictureReader()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void PictureReader::read(const QString &path)
{
    m_thread.start([this, path, job = ++m_lastJob] {
        QFile file(path);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_EMIT done(job, isOpen ? encodedPicture(readPicture(file)) : QByteArray(), QPrivateSignal());
    });
}

} // namespace Ui
