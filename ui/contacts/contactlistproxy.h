#pragma once

#include "core/models/contactlistroles.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace Ui {

/// Sorts and filters the contact list, and gives its rows their words: names of the groups that
/// have none of their own, what a screen reader says, tool tips.
class ContactListProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ContactListProxy(QObject *parent = nullptr);

    /// Shows only people whose name or address holds \p text; case and accents do not matter.
    void setFilterText(const QString &text);
    bool isFiltering() const { return !m_filter.isEmpty(); }
    void setShowOffline(bool show);
    bool showsOffline() const { return m_showOffline; }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString groupName(const QModelIndex &index) const;
    QString accessibleText(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;
    bool groupLessThan(const QModelIndex &left, const QModelIndex &right) const;

    QString m_filter;
    bool m_showOffline = true;
    QCollator m_collator;
};

/// \p text in lower case and without accents, for searching.
QString foldedForSearch(const QString &text);

} // namespace Ui
