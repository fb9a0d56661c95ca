#pragma once

#include "ui/conversation/chatdocument.h"

#include <QPointer>
#include <QTextBrowser>

class QPushButton;

namespace Ui {

/// What was said in a conversation. Stays at the end while new lines come, unless somebody has
/// scrolled up; then a button says that there is something new below.
class MessageView : public QTextBrowser
{
    Q_OBJECT

public:
    /// \p emoticons must outlive it.
    explicit MessageView(const EmoticonSet &emoticons, QWidget *parent = nullptr);
    ~MessageView() override;

    void append(const Msn::ChatMessage &message);
    void append(const QString &notice);
    void update(const Msn::ChatMessage &message);
    using QTextBrowser::update;
    size_t count() const { return m_chat.count(); }

    /// Others' fonts and colours.
    void setShowsFormats(bool shows);
    /// Shows the end and stays there.
    void followEnd();
    bool followsEnd() const { return m_followsEnd; }

Q_SIGNALS:
    /// The person clicked Retry.
    void retryRequested(Msn::ChatMessage::Id id);
    /// The person clicked a link that mayOpen().
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void applyLook();
    void paintRules(QPainter &painter, const QTextBlock &block) const;
    void handleScrolled(int value);
    void handleAnchor(const QUrl &url);
    void noteArrival(bool own);
    void placeHint();

    ChatDocument m_chat;
    QPushButton *m_hint;
    bool m_followsEnd = true;
    bool m_showsFormats = true;
};

} // namespace Ui
