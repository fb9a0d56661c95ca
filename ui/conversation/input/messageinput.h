#pragma once

#include "core/protocol/textformat.h"

#include <QDeadlineTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Msn {
class Address;
}

namespace Ui {

class ChatPreferences;
class NameLabel;
class EmoticonPicker;
class EmoticonSet;
class FormatPopup;
class InputEdit;
class InputSpelling;
class SpellCheckers;

/// Where a message is written: format bar, field, Send. Knows nothing of who gets it but the name
/// that it shows.
class MessageInput : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it. \p peer: whose own choices count; \p spelling may be null.
    MessageInput(const Msn::Address &peer, const EmoticonSet &emoticons, ChatPreferences &preferences,
        SpellCheckers *spelling = nullptr, QWidget *parent = nullptr);
    ~MessageInput() override;

    /// Shown beside the field, so that nobody writes to the wrong person.
    void setRecipient(const QString &name);
    /// Whether nudges are offered.
    void setNudgeEnabled(bool enabled);
    InputEdit *edit() const { return m_edit; }
    /// Nullptr without dictionaries.
    InputSpelling *spelling() const { return m_spelling; }
    /// The height at which all of the text is seen.
    int wantedHeight() const;

public Q_SLOTS:
    void openEmoticons();
    void openFormat();
    void nudge();

Q_SIGNALS:
    void submitted(const QString &text, const Msn::TextFormat &format);
    void typed();
    void nudgeRequested();
    /// A nudge was asked for within five seconds of the one before.
    void nudgeTooSoon();
    void shortened();
    void wantedHeightChanged();
    void contactDropped(const Msn::Address &address);

private:
    QToolButton *addTool(
        QHBoxLayout &row, const QString &icon, const QString &name, const QKeySequence &keys);
    QHBoxLayout *makeBar();
    void toggleEffect(bool Msn::TextFormat::*member);
    void applyPreferences();

    const EmoticonSet &m_emoticons;
    ChatPreferences &m_preferences;
    InputEdit *m_edit;
    InputSpelling *m_spelling = nullptr;
    QPushButton *m_send;
    QToolButton *m_formatButton = nullptr;
    QToolButton *m_emoticonButton = nullptr;
    QToolButton *m_nudgeButton = nullptr;
    NameLabel *m_recipient;
    /// Made when first opened.
    EmoticonPicker *m_picker = nullptr;
    FormatPopup *m_formatPopup = nullptr;
    QDeadlineTimer m_nextNudge;
};

} // namespace Ui
