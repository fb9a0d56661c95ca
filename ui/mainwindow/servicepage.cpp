#include "ui/mainwindow/servicepage.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTimer>
#include <QUrl>

namespace Ui {

namespace {

/// Long enough for a browser that has to be started first.
constexpr int pageLifeMs = 30'000;

QString privateDirectory()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
}

QString hiddenField(const std::pair<QByteArray, QString> &field)
{
    return QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">\n")
        .arg(QString::fromLatin1(field.first).toHtmlEscaped(), field.second.toHtmlEscaped());
}

} // namespace

ServicePage::ServicePage(QObject *parent)
    : QObject(parent)
{
}

bool ServicePage::open(const Msn::ServiceForm &form)
{
    return form.fields.isEmpty() ? QDesktopServices::openUrl(form.url) : openForm(form);
}

bool ServicePage::openForm(const Msn::ServiceForm &form)
{
    auto *file = new QTemporaryFile(privateDirectory() + QLatin1String("/swallowtail-XXXXXX.html"),
        this); // 0600, removed with its object
    const bool written = file->open() && file->write(html(form)) >= 0 && file->flush();
    if (!written || !QDesktopServices::openUrl(QUrl::fromLocalFile(file->fileName()))) {
        delete file;
        return false;
    }
    QTimer::singleShot(pageLifeMs, file, &QObject::deleteLater);
    return true;
}

QByteArray ServicePage::html(const Msn::ServiceForm &form)
{
    QString fields;
    for (const auto &field : form.fields)
        fields += hiddenField(field);
    const QString page = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                                        "<meta name=\"referrer\" content=\"no-referrer\">\n"
                                        "<title>%1</title></head>\n"
                                        "<body onload=\"document.forms[0].submit()\">\n"
                                        "<form method=\"post\" action=\"%2\">\n%3"
                                        "<noscript><button>%4</button></noscript>\n"
                                        "</form></body></html>\n");
    return page
        .arg(tr("Signing in to your mailbox").toHtmlEscaped(),
            QString::fromUtf8(form.url.toEncoded()).toHtmlEscaped(), fields, tr("Go on").toHtmlEscaped())
        .toUtf8();
}

} // namespace Ui
