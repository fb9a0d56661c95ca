#pragma once

#include "core/models/contactlistroles.h"

#include <QCollator>
#include <QHash>
#include <QSortFilterProxyModel>

namespace Ui {

/// Sorts and filters the contact list, and gives its rows their words: names of the groups that
/// have none of their own, what a screen reader says, tool tips.
///
/// The order: favourites, the person's groups by name, headings of ours; below each the people who
/// are online, then the others, both by name. A list by name alone keeps to the name.
class ContactListProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// By what people are called in the rows and sorted.
    enum class NameStyle { Name, Address };

    explicit ContactListProxy(QObject *parent = nullptr);

    /// Shows only people whose name, own name or address holds \p text; case and accents do not
    /// matter. What comes after the @ counts only if \p text has one.
    void setFilterText(const QString &text);
    bool isFiltering() const { return !m_filter.isEmpty(); }
    void setShowOffline(bool show);
    bool showsOffline() const { return m_showOffline; }
    /// Leaves out groups in which nobody is shown.
    void setHideEmptyGroups(bool hide);
    bool hidesEmptyGroups() const { return m_hideEmptyGroups; }
    void setNameStyle(NameStyle style);
    NameStyle nameStyle() const { return m_nameStyle; }

    /// Nobody has a row.
    bool isEmpty() const;

    void setSourceModel(QAbstractItemModel *model) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool acceptsGroup(const QModelIndex &group) const;
    bool acceptsContact(const QModelIndex &contact) const;
    QString searchText(const QModelIndex &contact) const;
    QVariant groupData(const QModelIndex &index, int role) const;
    QVariant contactData(const QModelIndex &index, int role) const;
    QString groupName(const QModelIndex &index) const;
    QString groupWords(const QModelIndex &index) const;
    QString contactWords(const QModelIndex &index) const;
    bool groupLessThan(const QModelIndex &left, const QModelIndex &right) const;

    QString m_filter;
    bool m_showOffline = true;
    bool m_hideEmptyGroups = false;
    NameStyle m_nameStyle = NameStyle::Name;
    QCollator m_collator;
    /// By address: names folded for searching, a line each. Folding is what a keystroke would wait for.
    mutable QHash<QString, QString> m_searchTexts;
};

/// \p text in lower case and without accents, for searching.
QString foldedForSearch(const QString &text);

} // namespace Ui
