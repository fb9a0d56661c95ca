#include "ui/historyimport/importlogspage.h"

#include "ui/historyimport/importtext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

namespace {

enum LogColumn { FileColumn, ProgramColumn, PersonColumn, LinesColumn, YearsColumn };
constexpr int pathRole = Qt::UserRole;
/// More are not asked for one by one.
constexpr int maxPeopleFields = 200;
constexpr qsizetype maxOfferedNames = 100;

/// All names of all logs, the most frequent first.
QStringList namesOf(const Msn::LogSurvey &survey)
{
    QHash<QString, qint64> counts;
    for (const Msn::SurveyedLog &log : survey.logs) {
        for (auto name = log.names.keyBegin(); name != log.names.keyEnd(); ++name)
            counts[*name] += log.names.value(*name);
    }
    QStringList names = counts.keys();
    std::sort(names.begin(), names.end(), [&counts](const QString &a, const QString &b) {
        return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
    });
    return names.mid(0, maxOfferedNames);
}

} // namespace

ImportLogsPage::ImportLogsPage(QWidget *parent)
    : QWidget(parent)
    , m_found(new QLabel(this))
    , m_logs(new QTreeWidget(this))
    , m_question(new QLabel(tr("&Which of these names are yours? Logs do not tell."), this))
    , m_names(new QListWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    m_logs->setHeaderLabels({tr("Log"), tr("Messenger"), tr("With"), tr("Messages"), tr("Years")});
    m_logs->setRootIsDecorated(false);
    m_logs->setUniformRowHeights(true);
    m_logs->setProperty("field", true);
    m_logs->setAllColumnsShowFocus(true);
    m_logs->setItemDelegate(new RoomyDelegate(m_logs));
    m_logs->setAccessibleName(tr("Logs that were found"));
    m_logs->header()->setStretchLastSection(false);
    m_logs->header()->setSectionResizeMode(PersonColumn, QHeaderView::Stretch);
    m_question->setBuddy(m_names);
    m_question->setWordWrap(true);
    m_names->setAccessibleName(tr("Your names"));
    m_names->setProperty("field", true);
    m_names->setItemDelegate(new RoomyDelegate(m_names));
    m_names->setMaximumHeight(metrics.px(120));
    m_found->setWordWrap(true);
    m_found->setTextFormat(Qt::PlainText);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(m_found);
    column->addWidget(m_logs, 1);
    column->addWidget(m_question);
    column->addWidget(m_names);
    column->addStretch();
}

void ImportLogsPage::setSurvey(
    const Msn::LogSurvey &survey, const QStringList &knownNames, const QList<Msn::Address> &people)
{
    m_logs->clear();
    m_names->clear();
    for (const Msn::SurveyedLog &log : survey.logs)
        addLog(log, people);
    for (const int column : {FileColumn, ProgramColumn, LinesColumn, YearsColumn})
        m_logs->resizeColumnToContents(column);
    // A long name leaves room for the others.
    m_logs->setColumnWidth(FileColumn, std::min(m_logs->columnWidth(FileColumn), Metrics::of(this).px(170)));
    m_found->setText(survey.logs.isEmpty()
            ? tr("No logs were found there. Choose the folder in which the other messenger keeps them.")
            : tr("%Ln log(s) were found.", nullptr, static_cast<int>(survey.logs.size())));
    m_logs->setVisible(!survey.logs.isEmpty());
    addNames(survey, knownNames);
}

void ImportLogsPage::addLog(const Msn::SurveyedLog &log, const QList<Msn::Address> &people)
{
    auto *item = new QTreeWidgetItem(m_logs);
    item->setText(FileColumn, QFileInfo(log.path).fileName());
    item->setToolTip(FileColumn, QDir::toNativeSeparators(log.path).toHtmlEscaped());
    item->setData(FileColumn, pathRole, log.path);
    item->setText(ProgramColumn, ImportText::program(log.program));
    item->setText(PersonColumn,
        log.people > 1 ? tr("%Ln person(s)", nullptr, static_cast<int>(log.people)) : log.peer.toString());
    item->setText(LinesColumn, QLocale().toString(log.lines));
    item->setTextAlignment(LinesColumn, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setText(YearsColumn, log.first.isValid() ? ImportText::years(log) : QString());
    const int row = m_logs->topLevelItemCount() - 1;
    if (log.peer.isEmpty() && log.people == 0 && log.lines > 0 && row < maxPeopleFields)
        offerPeople(row, QFileInfo(log.path).fileName(), people);
}

void ImportLogsPage::offerPeople(int row, const QString &file, const QList<Msn::Address> &people)
{
    auto *field = new QComboBox(m_logs);
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    //: %1 is the name of a file.
    field->setAccessibleName(tr("With whom %1 is").arg(file));
    field->lineEdit()->setPlaceholderText(tr("With whom?"));
    for (const Msn::Address &address : people)
        field->addItem(address.toString());
    field->setCurrentIndex(-1);
    m_logs->setItemWidget(m_logs->topLevelItem(row), PersonColumn, field);
}

void ImportLogsPage::addNames(const Msn::LogSurvey &survey, const QStringList &knownNames)
{
    const QStringList names = namesOf(survey);
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(Msn::FriendlyName(name).singleLine(), m_names);
        item->setData(Qt::UserRole, name);
        const bool isOwn = survey.ownNames.contains(name) || knownNames.contains(name);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(isOwn ? Qt::Checked : Qt::Unchecked);
    }
    m_question->setVisible(!names.isEmpty());
    m_names->setVisible(!names.isEmpty());
}

QStringList ImportLogsPage::ownNames() const
{
    QStringList names;
    for (int row = 0; row < m_names->count(); ++row) {
        const QListWidgetItem *item = m_names->item(row);
        if (item->checkState() == Qt::Checked)
            names.append(item->data(Qt::UserRole).toString());
    }
    return names;
}

QHash<QString, Msn::Address> ImportLogsPage::people() const
{
    QHash<QString, Msn::Address> people;
    for (int row = 0; row < m_logs->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_logs->topLevelItem(row);
        const auto *field = qobject_cast<QComboBox *>(m_logs->itemWidget(item, PersonColumn));
        const Msn::Address address(field ? field->currentText().trimmed() : QString());
        if (address.isValid())
            people.insert(item->data(FileColumn, pathRole).toString(), address);
    }
    return people;
}

bool ImportLogsPage::hasLogs() const
{
    return m_logs->topLevelItemCount() > 0;
}

} // namespace Ui
