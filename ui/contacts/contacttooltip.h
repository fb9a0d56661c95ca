#pragma once

#include <QCoreApplication>
#include <QString>

class QModelIndex;

namespace Ui {

/// What is shown of somebody while the pointer rests on their row: name and status, address, own
/// name, phones, groups, note. Markup made here; everything of a stranger is escaped.
class ContactToolTip
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ContactToolTip)

public:
    /// \p contact has the roles of ContactListModel.
    static QString html(const QModelIndex &contact);

private:
    static QStringList lines(const QModelIndex &contact);
    static QStringList phoneLines(const QModelIndex &contact);
};

} // namespace Ui
