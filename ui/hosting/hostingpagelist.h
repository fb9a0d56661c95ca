#pragma once

#include <QWidget>

class QComboBox;
class QListWidget;

namespace Ui {

/// The pages of a network that is there: a list beside them, or a box above them where there is no room for
/// that. Ctrl+Tab and Ctrl+Page Up or Down turn the pages.
class HostingPageList : public QObject
{
    Q_OBJECT

public:
    /// \p window gets the keys.
    explicit HostingPageList(QWidget *window);

    QListWidget *list() const { return m_list; }
    QComboBox *box() const { return m_box; }
    /// Neither of them while there is nothing to choose.
    void setShown(bool shown, bool narrow);
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

private:
    void addPage(const char *icon, const QString &title);
    void addKeys(QWidget *window);
    void turn(int steps);

    QListWidget *m_list;
    QComboBox *m_box;
    bool m_isShown = false;
};

} // namespace Ui
