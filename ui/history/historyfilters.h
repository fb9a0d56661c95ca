#pragma once

#include "ui/history/historyarchive.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace Ui {

class HistoryArchives;

/// Which of the lines are looked at: of which account, of which kind, of which time.
class HistoryFilters : public QWidget
{
    Q_OBJECT

public:
    enum class Time { Any, Today, Week, Month, Year, Period };

    /// \p archives must outlive it.
    explicit HistoryFilters(const HistoryArchives &archives, QWidget *parent = nullptr);

    /// Nothing: of all accounts.
    std::optional<int> archive() const;
    void setArchive(std::optional<int> archive);
    /// Kinds and times, as far as they are chosen.
    void addTo(Msn::HistoryQuery &query) const;
    /// Kinds or times are chosen.
    bool isSet() const;
    /// Shows the lines of one day.
    void setDay(const QDate &day);
    void reset();

Q_SIGNALS:
    void changed();
    void archiveChanged();

private:
    void fillAccounts(const HistoryArchives &archives);
    void fillKinds();
    void fillTimes();
    QDateEdit *makeDate(const QString &name);
    Time time() const;
    void applyTime();
    QDate firstDay() const;

    QComboBox *m_account;
    QComboBox *m_kind;
    QComboBox *m_time;
    QDateEdit *m_from;
    QLabel *m_to;
    QDateEdit *m_until;
};

} // namespace Ui
