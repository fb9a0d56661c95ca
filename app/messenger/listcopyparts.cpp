#include "app/messenger/listcopyparts.h"

#include "app/messenger/session.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/undobar.h"
#include "ui/text/errortext.h"

#include <QDir>

namespace App {

using Ui::MainWindow;

ListCopyParts::ListCopyParts(const Msn::ProfileDirectories &directories, MainWindow &window,
    std::function<const Session *()> inUse, QObject *parent)
    : QObject(parent)
    , m_directories(directories)
    , m_window(window)
    , m_inUse(std::move(inUse))
{
    connect(&m_window, &MainWindow::contactsSaveRequested, this, &ListCopyParts::save);
    connect(&m_window, &MainWindow::contactsRestoreRequested, this, &ListCopyParts::restore);
    connect(&m_windows, &ListCopyWindows::saved, this, &ListCopyParts::showSaved);
    connect(&m_windows, &ListCopyWindows::failed, this, &ListCopyParts::showError);
    connect(&m_keeper, &ListCopyKeeper::failed, this, &ListCopyParts::showError);
}

void ListCopyParts::follow(const Session &session)
{
    m_keeper.follow(*session.account(), *session.annotations(), directoryOf(session));
}

void ListCopyParts::save()
{
    if (const Session *session = m_inUse())
        m_windows.save(*session->account(), *session->annotations(), m_window);
}

void ListCopyParts::restore()
{
    if (const Session *session = m_inUse())
        m_windows.showRestore(*session->account(), *session->annotations(), directoryOf(*session));
}

void ListCopyParts::showSaved(const QString &file)
{
    if (m_window.contactPage())
        //: %1 is the name of a file.
        m_window.contactPage()->bar()->showInformation(
            tr("The contact list was saved as %1.").arg(QDir::toNativeSeparators(file)));
}

void ListCopyParts::showError(const Msn::Error &error)
{
    if (m_window.contactPage())
        m_window.contactPage()->bar()->showError(Ui::ErrorText::describe(error));
}

QString ListCopyParts::directoryOf(const Session &session) const
{
    return m_directories.contactListCopies(session.address(), session.network());
}

} // namespace App
