#include "app/desktop/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace App {

namespace {

QString quoted(const QString &argument)
{
    QString escaped;
    for (const QChar character : argument) {
        if (QStringLiteral("\"`$\\").contains(character))
            escaped += u'\\';
        escaped += character;
        if (character == u'%')
            escaped += u'%';
    }
    // The value is a string with escapes of its own.
    return u'"' + escaped.replace(u'\\', QLatin1String("\\\\")) + u'"';
}

/// An AppImage runs from a folder that is gone the next day.
QString programToStart()
{
    const QString image = qEnvironmentVariable("APPIMAGE");
    return image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
}

} // namespace

QString desktopEntryCommand(const QStringList &arguments)
{
    QStringList all;
    for (const QString &argument : arguments)
        all.append(quoted(argument));
    return all.join(u' ');
}

Autostart::Autostart(const QString &folder, const QStringList &command)
    : m_file(QDir(folder).filePath(QStringLiteral("org.swallowtail.Swallowtail.desktop")))
    , m_command(command)
{
}

Autostart Autostart::standard()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {QDir(config).filePath(QStringLiteral("autostart")),
        {programToStart(), QStringLiteral("--minimized")}};
}

bool Autostart::isEnabled() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

bool Autostart::setEnabled(bool enabled) const
{
    if (!enabled)
        return !QFile::exists(m_file) || QFile::remove(m_file);
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray bytes = content().toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

QString Autostart::content() const
{
    return QStringLiteral("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=Swallowtail\n"
                          "Exec=%1\n"
                          "Icon=org.swallowtail.Swallowtail\n"
                          "Terminal=false\n"
                          "X-GNOME-Autostart-enabled=true\n")
        .arg(desktopEntryCommand(m_command));
}

} // namespace App
