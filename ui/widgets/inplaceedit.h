#pragma once

#include <QWidget>

class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace Ui {

/// A line of text that turns into a field when it is clicked or its key (F2, Enter, Space) is
/// pressed. Enter or leaving it hands the new text over, Escape brings the old one back.
class InPlaceEdit : public QWidget
{
    Q_OBJECT

public:
    explicit InPlaceEdit(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    /// Said by a screen reader and shown as tool tip, "Your name".
    void setLabel(const QString &label);
    void setMaximumLength(int characters);
    bool isEditing() const;

public Q_SLOTS:
    void edit();

Q_SIGNALS:
    /// The person wants \p text, trimmed, not empty and not what it was. The shown text stays the
    /// old one until setText().
    void textChosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void finish(bool keep);
    void refresh();

    QString m_text;
    QString m_label;
    QStackedLayout *m_layout;
    QToolButton *m_shown;
    QLineEdit *m_field;
};

} // namespace Ui
