#pragma once

#include "ui/widgets/popupframe.h"

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace Ui {

class ChatPreferences;
class EmoticonSet;
struct Emoticon;

/// A small window with all emoticons: type to search their names and codes, arrows to walk, Enter
/// or a click to pick. The last used stand in a row above.
class EmoticonPicker : public PopupFrame
{
    Q_OBJECT

public:
    /// Both must outlive it.
    EmoticonPicker(const EmoticonSet &emoticons, ChatPreferences &preferences, QWidget *parent = nullptr);

    /// Above \p anchor if there is room, ready to search.
    void popUp(const QWidget &anchor);

Q_SIGNALS:
    /// \p code is what is typed for it.
    void picked(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListView *makeGrid(const QString &name, int rows);
    void fillRecent();
    void search(const QString &text);
    void pick(const QModelIndex &index);
    void showTitle(const QModelIndex &index);
    bool handleSearchKey(int key);
    void pickFirst();

    const EmoticonSet &m_emoticons;
    ChatPreferences &m_preferences;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_matches;
    QStandardItemModel *m_recentModel;
    QLineEdit *m_search;
    QListView *m_recent;
    QListView *m_grid;
    QLabel *m_title;
};

} // namespace Ui
