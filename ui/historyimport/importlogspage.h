#pragma once

#include "core/history/import/importreport.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QTreeWidget;

namespace Ui {

/// The second page of the import: the logs that were found, with whom they are, and which of the names in
/// them are ours.
class ImportLogsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportLogsPage(QWidget *parent = nullptr);

    /// \p knownNames: those under which we speak today. \p people: whom to offer where nothing tells.
    void setSurvey(
        const Msn::LogSurvey &survey, const QStringList &knownNames, const QList<Msn::Address> &people);

    /// Those that are ticked.
    QStringList ownNames() const;
    /// With whom files are, where a person said so.
    QHash<QString, Msn::Address> people() const;
    bool hasLogs() const;

private:
    void addLog(const Msn::SurveyedLog &log, const QList<Msn::Address> &people);
    void addNames(const Msn::LogSurvey &survey, const QStringList &knownNames);
    void offerPeople(int row, const QString &file, const QList<Msn::Address> &people);

    QLabel *m_found;
    QTreeWidget *m_logs;
    QLabel *m_question;
    QListWidget *m_names;
};

} // namespace Ui
