#pragma once

#include <QWidget>

class QLabel;

namespace Ui {

class EmoticonSet;
class NameLabel;

/// The last line of a conversation: who is typing, else when the last message came.
class TypingLine : public QWidget
{
    Q_OBJECT

public:
    /// \p emoticons must outlive it.
    explicit TypingLine(const EmoticonSet &emoticons, QWidget *parent = nullptr);

    /// An empty \p typing shows \p otherwise.
    void setTexts(const QString &typing, const QString &otherwise);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QLabel *m_icon;
    NameLabel *m_text;
    bool m_typing = false;
};

} // namespace Ui
