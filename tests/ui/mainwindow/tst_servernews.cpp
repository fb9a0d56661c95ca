#include "core/account/mailbox.h"
#include "tests/support/instanttickets.h"
#include "tests/support/session.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/servernews.h"
#include "ui/mainwindow/servicepage.h"
#include "ui/mainwindow/undobar.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QTest>

using namespace Ui;
using Test::Session;

namespace {

QByteArray mail(const QByteArray &fields)
{
    return Test::serverMessage("Hotmail", "Hotmail",
        "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsemailnotification; charset=UTF-8\r\n\r\n" + fields);
}

Msn::ServiceForm form()
{
    return {QUrl(QStringLiteral("https://login.example.net/a.srf?x=1&y=2")),
        {{"creds", QStringLiteral("0f\"><script>")}, {"svc", QStringLiteral("mail")}}};
}

} // namespace

/// What the server says in the middle of a session reaches the person, once, as plain text.
class TestServerNews : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init();
    void cleanup();
    void newMail();
    void mailWithoutAPage();
    void alert();
    void alertsForTheProgramAreNotShown();
    void maintenance();
    void refusedStatus();
    void formGoesThroughAPrivateFile();
    void pageWithoutAFormIsOpenedAsItIs();
    void bannerSaysWhyTheSessionEnded();

private:
    std::unique_ptr<Session> m_session;
    std::unique_ptr<UndoBar> m_bar;
    std::unique_ptr<ServerNews> m_news;
    QList<QUrl> m_opened;
};

void TestServerNews::init()
{
    m_opened.clear();
    for (const char *scheme : {"https", "http", "file"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
    m_session = std::make_unique<Session>();
    m_session->options.tickets = Test::InstantTickets::factory();
    m_bar = std::make_unique<UndoBar>();
    m_news = std::make_unique<ServerNews>(m_session->account(), *m_bar);
    QVERIFY(m_session->signIn());
}

void TestServerNews::cleanup()
{
    for (const char *scheme : {"https", "http", "file"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    m_news.reset();
    m_bar.reset();
    m_session.reset();
}

void TestServerNews::newMail()
{
    m_session->ns().say(mail("From: =?UTF-8?B?QsO4Yg==?=\r\nMessage-URL: /m?1\r\n"
                             "Post-URL: https://mail.example.net/a.srf\r\nSubject: <b>Hi</b>\r\n"
                             "Dest-Folder: ACTIVE\r\nid: 2\r\n"));
    QVERIFY(!m_bar->isHidden());
    QCOMPARE(m_bar->text(), QStringLiteral("New e-mail from B\u00F8b: <b>Hi</b>"));
    QPushButton *button = nullptr;
    const QList<QPushButton *> buttons = m_bar->findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->text() == QLatin1String("&Open"))
            button = candidate;
    }
    QVERIFY(button);
    button->click();
    QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://mail.example.net/a.srf"))});
}

void TestServerNews::mailWithoutAPage()
{
    m_session->ns().say(mail("From: Bob\r\nSubject: x\r\nDest-Folder: ACTIVE\r\nPost-URL: /unused\r\n"));
    const QList<QPushButton *> buttons = m_bar->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY(button->text() != QLatin1String("&Open"));
}

void TestServerNews::alert()
{
    const QByteArray xml = "<NOTIFICATION id=\"7\" siteid=\"1\" siteurl=\"http://alerts.example.com\">"
                           "<MSG id=\"9\"><ACTION url=\"/a.htm\"/><BODY><TEXT>Tea at 5</TEXT></BODY></MSG>"
                           "</NOTIFICATION>";
    m_session->ns().say("NOT " + QByteArray::number(xml.size()) + "\r\n" + xml);
    QCOMPARE(m_bar->text(), QStringLiteral("Message from the network: Tea at 5"));
    QVERIFY(m_opened.isEmpty()); // never by itself
}

void TestServerNews::alertsForTheProgramAreNotShown()
{
    m_session->ns().say("NOT 5\r\n<a/>\n");
    QVERIFY(m_bar->isHidden());
}

void TestServerNews::maintenance()
{
    m_session->ns().say(Test::serverMessage("Hotmail", "Hotmail",
        "MIME-Version: 1.0\r\nContent-Type: application/x-msmsgssystemmessage\r\n\r\nType: 1\r\nArg1: "
        "5\r\n"));
    QVERIFY(m_bar->text().contains(QLatin1String("maintenance")));
}

void TestServerNews::refusedStatus()
{
    m_session->account().setStatus(Msn::Status::Busy);
    QVERIFY(m_session->play("C CHG 7 BSY 268435488\\r\\n\nS 201 7\\r\\n"));
    QVERIFY(!m_bar->isHidden());
    QCOMPARE(m_bar->kind(), MessageBar::Kind::Error);
}

void TestServerNews::formGoesThroughAPrivateFile()
{
    ServicePage pages;
    QVERIFY(pages.open(form()));
    QCOMPARE(m_opened.size(), 1);
    QFile file(m_opened[0].toLocalFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QFile::Permissions others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(file).permissions() & others));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains("action=\"https://login.example.net/a.srf?x=1&amp;y=2\""));
    QVERIFY(html.contains("name=\"svc\" value=\"mail\""));
    QVERIFY2(!html.contains("<script>"), "escaped");
}

void TestServerNews::pageWithoutAFormIsOpenedAsItIs()
{
    QString left;
    {
        ServicePage pages;
        QVERIFY(pages.open({QUrl(QStringLiteral("https://mail.example.net/")), {}}));
        QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://mail.example.net/"))});
        QVERIFY(pages.open(form()));
        left = m_opened.last().toLocalFile();
        QVERIFY(QFile::exists(left));
    }
    QVERIFY(!QFile::exists(left)); // gone with the program
}

void TestServerNews::bannerSaysWhyTheSessionEnded()
{
    m_session->account().signOut();
    Session session;
    session.options.tickets = Test::InstantTickets::factory();
    session.options.timing.reconnectFirst = session.options.timing.reconnectLongest = std::chrono::hours(1);
    ConnectionBanner banner(session.account());
    QVERIFY(session.signIn());
    QVERIFY(banner.isHidden());
    session.ns().say("OUT SSD\r\n");
    QVERIFY(!banner.isHidden());
    QVERIFY2(banner.text().startsWith(QLatin1String("The server is going down for maintenance.")),
        qPrintable(banner.text()));
}

QTEST_MAIN(TestServerNews)
#include "tst_servernews.moc"
