#pragma once

#include <QCoreApplication>
#include <QPoint>

class QMenu;
class QUrl;

namespace Ui {

class MessageView;

/// What can be done with the message, the link or the selection at one place of the log.
class MessageMenu
{
    Q_DECLARE_TR_FUNCTIONS(Ui::MessageMenu)

public:
    /// \p place in the view's viewport. The menu deletes itself.
    static QMenu *popUp(MessageView &view, const QPoint &place, const QPoint &globalPlace);

private:
    static void addLink(QMenu &menu, MessageView &view, const QUrl &link);
    static void addMessage(QMenu &menu, MessageView &view, const QPoint &place);
};

} // namespace Ui
