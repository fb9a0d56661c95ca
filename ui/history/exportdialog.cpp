#include "ui/history/exportdialog.h"

#include "ui/history/exportwriters.h"
#include "ui/history/historyarchives.h"
#include "ui/history/historytext.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Ui {
namespace {

/// Enough to see it move, however many lines there are.
constexpr int progressSteps = 1000;

struct FormatRow
{
    ExportDialog::Format format;
    QString ending;
    QString filter;
};

FormatRow rowOf(ExportDialog::Format format)
{
    switch (format) {
    case ExportDialog::Format::Page:
        return {format, QStringLiteral("html"), ExportDialog::tr("Web pages (*.html)")};
    case ExportDialog::Format::Text:
        return {format, QStringLiteral("txt"), ExportDialog::tr("Text (*.txt)")};
    case ExportDialog::Format::Json:
        return {format, QStringLiteral("json"), ExportDialog::tr("JSON (*.json)")};
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(
    HistoryArchives &archives, const QList<ExportScope> &scopes, const HtmlHistoryLook &look, QWidget *parent)
    : FormDialog(tr("Export messages"), tr("&Export…"), parent)
    , m_archives(archives)
    , m_scopes(scopes)
    , m_look(look)
    , m_what(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_progress(new QProgressBar(this))
{
    for (const ExportScope &scope : scopes)
        m_what->addItem(scope.title);
    //: A kind of file; %1 is the name of a chat style.
    m_format->addItem(tr("Web page in the style “%1”").arg(look.style.shownTitle()), int(Format::Page));
    m_format->addItem(tr("Plain text"), int(Format::Text));
    m_format->addItem(tr("JSON, to import again or for other programs"), int(Format::Json));
    addField(tr("&Which messages"), m_what);
    addField(tr("&As"), m_format);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, progressSteps);
    column()->addWidget(m_progress);
    m_progress->hide();
    connect(&m_export, &Msn::HistoryExport::progressed, this, &ExportDialog::showProgress);
    connect(&m_export, &Msn::HistoryExport::finished, this, &ExportDialog::finish);
}

ExportDialog::Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentData().toInt());
}

const ExportScope &ExportDialog::scope() const
{
    return m_scopes.at(m_what->currentIndex());
}

void ExportDialog::submit()
{
    chooseFile();
}

void ExportDialog::chooseFile()
{
    const FormatRow row = rowOf(format());
    auto *dialog = new QFileDialog(this, tr("Export messages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({row.filter, tr("All files (*)")});
    dialog->setDefaultSuffix(row.ending);
    dialog->selectFile(scope().fileName + u'.' + row.ending);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

/// Those of the scope that are still there.
QList<int> ExportDialog::parts() const
{
    QList<int> parts = scope().archives;
    parts.removeIf([this](int archive) { return !m_archives.store(archive); });
    return parts;
}

Msn::MakeHistoryWriter ExportDialog::writer(const QList<int> &parts) const
{
    switch (format()) {
    case Format::Page:
        break;
    case Format::Text:
        return ExportWriters::text(m_archives, parts);
    case Format::Json:
        return ExportWriters::json(m_archives, parts);
    }
    HtmlHistoryLook look = m_look;
    look.title = scope().title;
    return ExportWriters::page(m_archives, parts, look);
}

void ExportDialog::exportTo(const QString &fileName)
{
    const QList<int> chosen = parts();
    if (chosen.isEmpty() || m_export.isRunning())
        return;
    Msn::HistoryExportRequest request{{}, scope().query, fileName};
    for (const int archive : chosen)
        request.histories.append(Msn::SqliteOptions{m_archives.store(archive)->file()});
    m_fileName = fileName;
    showProgress(0, -1);
    m_export.start(request, writer(chosen));
}

void ExportDialog::showProgress(qint64 lines, qint64 total)
{
    setBusy(tr("%n message(s) written. Closing this window stops it.", nullptr,
        int(std::min<qint64>(lines, 1'000'000'000))));
    m_progress->show();
    // Without an end in sight it only shows that something happens.
    m_progress->setMaximum(total > 0 ? progressSteps : 0);
    if (total > 0)
        m_progress->setValue(int(lines * progressSteps / total));
}

void ExportDialog::finish(qint64 lines, const Msn::Error &error)
{
    m_progress->hide();
    if (error.code != Msn::ErrorCode::None) {
        const bool isFile = error.subject == QDir::toNativeSeparators(m_fileName);
        showError(isFile ? HistoryText::exportError(error) : HistoryText::readError(error));
        return;
    }
    Q_EMIT exported(m_fileName, lines);
    accept();
}

} // namespace Ui
