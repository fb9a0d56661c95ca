#pragma once

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

namespace Ui {

/// Makes display pictures of files, on a thread of its own: a photograph takes a while.
class PictureReader : public QObject
{
    Q_OBJECT

public:
    explicit PictureReader(QObject *parent = nullptr);
    /// Waits for what is being read.
    ~PictureReader() override;

    /// finished() follows. Of several that are asked for, the last alone is told.
    void read(const QString &path);

Q_SIGNALS:
    /// As encodedPicture(); empty if the file cannot be read as a picture.
    void finished(const QByteArray &png);
    /// From the reading thread, for this object alone.
    void done(int job, const QByteArray &png, QPrivateSignal);

private:
    QThreadPool m_thread;
    int m_lastJob = 0;
};

} // namespace Ui
