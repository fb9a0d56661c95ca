#include "app/shots/connectionshots.h"
#include "app/shots/conversationdetails.h"
#include "app/shots/conversationshots.h"
#include "app/shots/desktopshots.h"
#include "app/shots/historyshots.h"
#include "app/shots/hostingshots.h"
#include "app/shots/importshots.h"
#include "app/shots/listcopyshots.h"
#include "app/shots/listdialogshots.h"
#include "app/shots/mainwindowshots.h"
#include "app/shots/menushots.h"
#include "app/shots/nearbyshots.h"
#include "app/shots/optionsshots.h"
#include "app/shots/pictureshots.h"
#include "ui/pictures/picturebook.h"
#include "ui/text/translations.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QMenu>
#include <QProcess>
#include <QTextStream>

namespace {

/// Before QApplication exists Qt has no other way to hear of it.
bool applyScale(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (QByteArrayView(argv[i]) == "--scale") {
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
            return true;
        }
    }
    return false;
}

/// Once more for each scale, as a program of its own.
int takeAllScales(const QStringList &arguments)
{
    int result = 0;
    for (const QString &scale : {QStringLiteral("1"), QStringLiteral("2")}) {
        const QStringList scaled = QStringList{QStringLiteral("--scale"), scale} + arguments;
        result |= QProcess::execute(QCoreApplication::applicationFilePath(), scaled);
    }
    return result;
}

QString fileName(const App::Shot &shot, const QString &appearance, const QString &scale)
{
    const QString percent = QString::number(qRound(scale.toDouble() * 100));
    return QStringLiteral("%1-%2-%3.png").arg(shot.name, appearance, percent);
}

bool take(const App::Shot &shot, const QString &path)
{
    std::unique_ptr<QWidget> widget = shot.make();
    // A menu takes its own size when it pops up; shown, it would be kept to two thirds of the screen.
    if (qobject_cast<QMenu *>(widget.get()))
        widget->resize(widget->sizeHint());
    widget->show();
    // Layouts and fonts settle in events; nothing here waits for time to pass.
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    widget->grab(); // begins to read the pictures of people, on other threads
    const QList<Ui::PictureBook *> books = widget->findChildren<Ui::PictureBook *>();
    for (const Ui::PictureBook *book : books) {
        while (book->isReading())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    const bool saved = widget->grab().save(path);
    widget.reset();
    // What was left to be deleted later would outlive the event loop, and its timers with it.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return saved;
}

} // namespace

int main(int argc, char **argv)
{
    const bool hasScale = applyScale(argc, argv);
    const QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(SWALLOWTAIL_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes a picture of every window into a directory."));
    parser.addHelpOption();
    const QCommandLineOption scale(QStringLiteral("scale"),
        QStringLiteral("1 = 100 %; without it 100 and 200 %."), QStringLiteral("factor"),
        QStringLiteral("1"));
    const QCommandLineOption only(
        QStringLiteral("only"), QStringLiteral("Only shots whose name begins so."), QStringLiteral("name"));
    parser.addOptions({scale, only});
    parser.addPositionalArgument(QStringLiteral("directory"), QStringLiteral("Made if it is not there."));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    if (!hasScale)
        return takeAllScales(QCoreApplication::arguments().mid(1));

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(13);
    QApplication::setFont(font);

    const QDir directory(parser.positionalArguments().constFirst());
    directory.mkpath(QStringLiteral("."));
    const QList<App::Shot> shots = App::mainWindowShots() + App::listDialogShots() + App::menuShots()
        + App::conversationShots() + App::conversationDetails() + App::optionsShots() + App::connectionShots()
        + App::desktopShots() + App::importShots() + App::historyShots() + App::listCopyShots()
        + App::hostingShots() + App::nearbyShots() + App::pictureShots();
    const Ui::Translations translations(*qApp);
    Ui::Theme theme(*qApp);
    QTextStream errors(stderr);
    bool ok = true;
    for (const auto &[name, appearance] : {std::pair(QStringLiteral("light"), Ui::Theme::Appearance::Light),
             std::pair(QStringLiteral("dark"), Ui::Theme::Appearance::Dark)}) {
        theme.setAppearance(appearance);
        for (const App::Shot &shot : shots) {
            const QString path = directory.filePath(fileName(shot, name, parser.value(scale)));
            if (shot.name.startsWith(parser.value(only)) && !take(shot, path)) {
                errors << "Could not write " << path << '\n';
                ok = false;
            }
        }
    }
    return ok ? 0 : 1;
}
