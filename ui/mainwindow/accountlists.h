#pragma once

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace Msn {
class Account;
} // namespace Msn

namespace Ui {

class AccountSection;

/// The lists of all accounts, one below the other. One scrolls by itself; several are as tall as they need
/// and scroll together, have one selected row between them and are walked through as if they were one.
class AccountLists : public QScrollArea
{
    Q_OBJECT

public:
    explicit AccountLists(QWidget *parent = nullptr);
    ~AccountLists() override;

    /// Below the others; the first one is the current one. Owns it from now on.
    void add(AccountSection *section);
    /// Deletes it. Not the first one.
    void remove(AccountSection *section);
    const QList<AccountSection *> &all() const { return m_sections; }
    /// Nullptr if there is none.
    AccountSection *of(const Msn::Account &account) const;
    /// The one that was used last.
    AccountSection *current() const { return m_current; }

    /// Shows those who match, in every list, and selects the first of them.
    void search(const QString &text);
    /// With the keyboard, from above.
    void enter();
    void openFirstFound();

Q_SIGNALS:
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void showCurrentRow(const AccountSection &section);
    void setCurrent(AccountSection *section);
    /// From the end of one list to the next, or back.
    void step(const AccountSection &from, bool down);
    AccountSection *selectFirst();

    QVBoxLayout *m_column;
    QList<AccountSection *> m_sections;
    AccountSection *m_current = nullptr;
};

} // namespace Ui
