#pragma once

#include "ui/history/historyarchive.h"
#include "ui/widgets/headerground.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace Ui {

class HistoryArchives;
class HistoryFilters;

/// Above what is shown: the words to look for, what else narrows it, and what can be done with it.
class HistoryHead : public HeaderGround
{
    Q_OBJECT

public:
    /// \p archives must outlive it.
    explicit HistoryHead(const HistoryArchives &archives, QWidget *parent = nullptr);

    QString words() const;
    void setWords(const QString &words);
    /// Letters that were typed elsewhere.
    void continueTyping(const QString &text);
    void focusWords();
    bool wordsHaveFocus() const;

    /// Words, kinds or a time are chosen.
    bool isNarrowed() const;
    /// What is chosen of them.
    void addTo(Msn::HistoryQuery &query) const;
    /// Nothing: all histories.
    std::optional<int> archive() const;
    void setArchive(std::optional<int> archive);
    void setDay(const QDate &day);
    /// Kinds and times are no condition any more.
    void resetFilters();

    QString status() const;
    void setStatus(const QString &text);

Q_SIGNALS:
    void changed();
    void archiveChanged();
    /// The person is done typing and wants to go to what was found.
    void contentWanted();
    void exportRequested();
    void deleteRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();

    QLineEdit *m_words;
    HistoryFilters *m_filters;
    QLabel *m_status;
};

} // namespace Ui
