#include "app/shots/importshots.h"

#include "ui/historyimport/importdialog.h"

namespace App {

using namespace Msn;

namespace {

std::unique_ptr<Ui::ImportDialog> importDialog(int keptDays = 0)
{
    Ui::ImportSetup setup;
    setup.formats = textLogFormats();
    setup.account = Address(QStringLiteral("marta@example.com"));
    setup.keptDays = keptDays;
    setup.ownNames = {QStringLiteral("Marta")};
    setup.people = {Address(QStringLiteral("ana@example.com")), Address(QStringLiteral("jonas@example.net"))};
    return std::make_unique<Ui::ImportDialog>(setup);
}

SurveyedLog surveyedLog(
    const QString &file, LogProgram program, const QString &peer, qint64 lines, int from, int to)
{
    SurveyedLog log;
    log.path = QStringLiteral("logs/") + file;
    log.program = program;
    log.peer = Address(peer);
    log.lines = lines;
    log.first = QDateTime(QDate(from, 3, 1), QTime(12, 0), Qt::UTC);
    log.last = QDateTime(QDate(to, 9, 1), QTime(12, 0), Qt::UTC);
    return log;
}

LogSurvey sampleSurvey()
{
    LogSurvey survey;
    survey.logs = {
        surveyedLog(QStringLiteral("ana1893224567.xml"), LogProgram::MessengerXml,
            QStringLiteral("ana@example.com"), 12803, 2003, 2009),
        surveyedLog(QStringLiteral("jonas773355221.xml"), LogProgram::MessengerXml, {}, 341, 2004, 2004),
        surveyedLog(QStringLiteral("rosa@example.com.log"), LogProgram::Amsn,
            QStringLiteral("rosa@example.com"), 2210, 2006, 2008),
        surveyedLog(QStringLiteral("2010-10-12.211815+0300EEST.html"), LogProgram::PidginHtml,
            QStringLiteral("a.rather.long.address.of.somebody@mail.example.net"), 58, 2010, 2010),
        surveyedLog(QStringLiteral("聊天记录.html"), LogProgram::PlusHtml,
            QStringLiteral("xiaoyu@example.net"), 990, 2007, 2009),
    };
    survey.logs[0].names = {{QStringLiteral("Marta ☀ en la playa"), 7000}, {QStringLiteral("Ana"), 5000}};
    survey.logs[2].names = {{QStringLiteral("Marta ☀ en la playa"), 1200}, {QStringLiteral("Rosa :)"), 1010}};
    survey.logs[4].names = {{QStringLiteral("小雨"), 500}, {QStringLiteral("Marta"), 490}};
    survey.ownNames = {QStringLiteral("Marta ☀ en la playa")};
    return survey;
}

ImportReport sampleReport()
{
    ImportedFile damaged;
    damaged.path = QStringLiteral("logs/ana1893224567.xml");
    damaged.program = LogProgram::MessengerXml;
    damaged.imported = 12790;
    damaged.alreadyThere = 11;
    damaged.addProblem(makeProblem(ImportProblem::Reason::BadMarkup, 4711,
        QStringLiteral("<Message Date=\"3/13/2005\" Time=\"5:09:36 PM\"><From>")));
    damaged.addProblem(
        makeProblem(ImportProblem::Reason::Incomplete, 9320, QStringLiteral("<Message Date=")));
    ImportedFile unknown;
    unknown.path = QStringLiteral("logs/jonas773355221.xml");
    unknown.program = LogProgram::MessengerXml;
    unknown.addProblem(makeProblem(ImportProblem::Reason::UnknownPerson, 0));
    ImportReport report;
    report.files = {damaged, unknown};
    return report;
}

Shot importShot(const QString &name, const std::function<void(Ui::ImportDialog &)> &prepare)
{
    return {QStringLiteral("import-") + name, [prepare]() -> std::unique_ptr<QWidget> {
                auto dialog = importDialog();
                prepare(*dialog);
                return dialog;
            }};
}

} // namespace

QList<Shot> importShots()
{
    return {
        importShot(QStringLiteral("choice"), [](Ui::ImportDialog &) {}),
        {QStringLiteral("import-choice-days"), [] { return importDialog(90); }},
        importShot(
            QStringLiteral("found"), [](Ui::ImportDialog &dialog) { dialog.showSurvey(sampleSurvey()); }),
        importShot(QStringLiteral("found-mirrored"),
            [](Ui::ImportDialog &dialog) {
                dialog.setLayoutDirection(Qt::RightToLeft);
                dialog.showSurvey(sampleSurvey());
            }),
        importShot(QStringLiteral("nothing"), [](Ui::ImportDialog &dialog) { dialog.showSurvey({}); }),
        importShot(
            QStringLiteral("report"), [](Ui::ImportDialog &dialog) { dialog.showReport(sampleReport()); }),
        importShot(QStringLiteral("refused"),
            [](Ui::ImportDialog &dialog) {
                ImportReport report = sampleReport();
                report.error = makeError(ErrorCode::StorageFull);
                report.wasCancelled = true;
                dialog.showReport(report);
            }),
    };
}

} // namespace App
