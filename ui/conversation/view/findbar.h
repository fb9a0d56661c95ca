#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Ui {

class MessageView;

/// Searches one conversation: Enter and F3 go up to the one before, Shift turns round, Esc closes.
/// Begins at the end, where people look for what was just said.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// \p view must outlive it.
    explicit FindBar(MessageView &view, QWidget *parent = nullptr);

    /// Shows it, ready to type; what is selected in the view becomes what is looked for.
    void open();
    /// Whether what was said earlier can be searched elsewhere.
    void setHasOlder(bool has);

public Q_SLOTS:
    void findPrevious();
    void findNext();

Q_SIGNALS:
    void closed();
    /// The person wants to look for \p words in all that is kept.
    void olderWanted(const QString &words);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// While it is typed: the last place that has it.
    void findNewest();
    void find(bool backward);
    void leave();

    MessageView &m_view;
    QLineEdit *m_text;
    QLabel *m_result;
    QPushButton *m_older;
};

} // namespace Ui
