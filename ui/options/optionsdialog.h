#pragma once

#include "ui/options/optionspage.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace Msn {
class Account;
}

namespace Ui {

class AccountChooser;

/// The options: a list of pages at the side, the page beside it; where the window is narrow, a box
/// above it. Never modal. Whatever is changed takes effect at once, so there is nothing to confirm.
class OptionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OptionsDialog(QWidget *parent = nullptr);

    /// At the end of the list. The page itself is made when it is first shown.
    void addPage(const OptionsPage &page);
    /// Those that are signed in; they must outlive the dialog or be taken away first. Pages that
    /// belong to an account which is no longer there are destroyed.
    void setAccounts(const QList<Msn::Account *> &accounts);

    /// Shows the page \p id; an unknown one changes nothing.
    void showPage(const QString &id);
    QString currentPage() const;
    /// What the maker of the current page made; nullptr where an account is missing.
    QWidget *currentWidget() const;
    /// Brings the dialog to the front.
    void present();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place
    {
        OptionsPage page;
        QScrollArea *area = nullptr;
        QPointer<QWidget> made;
    };

    void build();
    void addPageKeys();
    void turnPage(int steps);
    void showIndex(int index);
    void fill(Place &place);
    void empty(Place &place);
    void arrange();
    void fitList();

    QListWidget *m_list;
    QComboBox *m_box;
    QLabel *m_title;
    AccountChooser *m_accounts;
    QStackedWidget *m_stack;
    QList<Place> m_places;
};

} // namespace Ui
