#pragma once

#include <QDialog>

#include <initializer_list>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace Ui {

class MessageBar;

/// A dialog that goes through something in steps: a page for each, Back, a button that goes on (its text is
/// the step's) and Close, and above them a bar for what went wrong. Closing it stops what it is doing.
class SteppedDialog : public QDialog
{
    Q_OBJECT

protected:
    /// \p size at 100 %; never more than the screen has.
    SteppedDialog(const QString &title, const QSize &size, QWidget *parent);

    void addPages(std::initializer_list<QWidget *> pages);
    /// A button left of Back that is never pressed by Enter.
    QPushButton *addButton(const QString &text);
    /// Takes away what the bar said.
    void showPage(QWidget *page);
    void showBack(bool visible);
    /// Pressed by Enter while it is there.
    void showNext(bool visible, const QString &text, bool enabled);
    MessageBar &bar() const { return *m_bar; }

    virtual void goOn() = 0;
    virtual void goBack() = 0;
    /// Nobody sees any more how far it is.
    virtual void stop() = 0;

    void hideEvent(QHideEvent *event) override;

private:
    void build();

    MessageBar *m_bar;
    QStackedWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace Ui
