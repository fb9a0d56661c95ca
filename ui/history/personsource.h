#pragma once

#include "core/history/historystore.h"
#include "ui/conversation/view/messagesource.h"

namespace Ui {

/// All that is kept of what was said with one person, in groups begun with them too.
class PersonSource : public MessageSource
{
    Q_OBJECT

public:
    /// Of the lines before \p store goes; after that there are none.
    PersonSource(Msn::HistoryStore &store, const Msn::Address &person, QObject *parent = nullptr);

    /// A history that cannot be read answers with no lines and failed().
    void fetch(MessagePage::Direction direction, const std::optional<Msn::ChatMessage> &from,
        qsizetype count) override;

    /// What has this place and nothing else: as a line to begin behind. The day begins at that time.
    static Msn::ChatMessage beforeDay(const QDate &day);
    static Msn::ChatMessage before(const Msn::HistoryEntry &entry);

Q_SIGNALS:
    void failed(const Msn::Error &error);

private:
    QPointer<Msn::HistoryStore> m_store;
    const Msn::Address m_person;
};

} // namespace Ui
