#pragma once

#include "ui/text/errortext.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Ui {

class FlowLayout;

/// A bar that says what happened and what to do, with the buttons to do it. Text is plain: it may
/// hold words of a stranger.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void showInformation(const QString &text);
    /// The same with details.
    void showInformation(const ErrorWords &words);
    void showError(const ErrorWords &words);
    Kind kind() const { return m_kind; }
    /// Other words in the same bar, without announcing it anew: for a countdown.
    void updateText(const QString &text);
    /// What is shown now, both sentences.
    QString text() const;

    /// A button after the text, in the order added; removed by the next show…() or clearButtons().
    QPushButton *addButton(const QString &text);
    void clearButtons();
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void present(Kind kind, const ErrorWords &words);
    void applyColours();
    void toggleDetails();
    /// One line if text and buttons fit into it.
    void arrange();
    int buttonsWidth() const;

    Kind m_kind = Kind::Information;
    ErrorWords m_words;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_details;
    QPushButton *m_more;
    QWidget *m_buttonRow;
    FlowLayout *m_buttons;
    QToolButton *m_close;
    QGridLayout *m_grid;
    /// Until then its width means nothing.
    bool m_isLaidOut = false;
};

} // namespace Ui
