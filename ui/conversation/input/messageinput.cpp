#include "ui/conversation/input/messageinput.h"

#include "ui/conversation/base/chatpreferences.h"
#include "ui/conversation/base/namelabel.h"
#include "ui/conversation/input/emoticonpicker.h"
#include "ui/conversation/input/formatpopup.h"
#include "ui/conversation/input/inputedit.h"
#include "ui/conversation/input/inputspelling.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace Ui {
namespace {

constexpr std::chrono::seconds nudgePause(5);

} // namespace

MessageInput::MessageInput(const Msn::Address &peer, const EmoticonSet &emoticons,
    ChatPreferences &preferences, SpellCheckers *spelling, QWidget *parent)
    : QWidget(parent)
    , m_emoticons(emoticons)
    , m_preferences(preferences)
    , m_edit(new InputEdit(this))
    , m_send(new QPushButton(tr("&Send"), this))
    , m_recipient(new NameLabel(emoticons, this))
{
    const Metrics metrics = Metrics::of(this);
    m_send->setObjectName(QStringLiteral("send"));
    // Alt+S is its mnemonic; Enter belongs to the field, which sends by itself.
    m_send->setDefault(true);
    m_send->setAutoDefault(false);
    m_send->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_send->setFocusPolicy(Qt::TabFocus);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics.step(1), 0, metrics.step(1), 0);
    row->setSpacing(metrics.step(2));
    row->addWidget(m_edit, 1);
    row->addWidget(m_send);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics.step(2), metrics.step(1.5), metrics.step(2), 0);
    layout->setSpacing(metrics.step(1));
    layout->addLayout(makeBar());
    layout->addLayout(row, 1);
    setFocusProxy(m_edit);

    connect(m_send, &QPushButton::clicked, m_edit, &InputEdit::submit);
    connect(m_edit, &InputEdit::submitted, this,
        [this](const QString &text) { Q_EMIT submitted(text, m_preferences.ownFormat()); });
    connect(m_edit, &InputEdit::typed, this, &MessageInput::typed);
    connect(m_edit, &InputEdit::shortened, this, &MessageInput::shortened);
    connect(m_edit, &InputEdit::wantedHeightChanged, this, &MessageInput::wantedHeightChanged);
    connect(m_edit, &InputEdit::contactDropped, this, &MessageInput::contactDropped);
    connect(&m_preferences, &ChatPreferences::changed, this, &MessageInput::applyPreferences);
    if (spelling)
        m_spelling = new InputSpelling(*m_edit, peer, emoticons, *spelling, preferences, this);
    applyPreferences();

    const auto onKeys = [this](const QKeySequence &keys, bool Msn::TextFormat::*member) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, member] { toggleEffect(member); });
    };
    onKeys(QKeySequence::Bold, &Msn::TextFormat::bold);
    onKeys(QKeySequence::Italic, &Msn::TextFormat::italic);
    onKeys(QKeySequence::Underline, &Msn::TextFormat::underline);
}

MessageInput::~MessageInput() = default;

QToolButton *MessageInput::addTool(
    QHBoxLayout &row, const QString &icon, const QString &name, const QKeySequence &keys)
{
    const Metrics metrics = Metrics::of(this);
    auto *button = new QToolButton(this);
    button->setObjectName(icon);
    button->setIcon(Icons::icon(icon, Tint::SecondInk));
    button->setIconSize({metrics.icon(), metrics.icon()});
    button->setToolTip(
        keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
    button->setAccessibleName(name);
    button->setShortcut(keys);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

QHBoxLayout *MessageInput::makeBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Metrics::of(this).step(1));
    m_formatButton = addTool(*bar, QStringLiteral("font"), tr("Font and colour"), {});
    m_emoticonButton
        = addTool(*bar, QStringLiteral("emoticon"), tr("Emoticons"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_nudgeButton = addTool(*bar, QStringLiteral("nudge"), tr("Send a nudge"), {});
    connect(m_formatButton, &QToolButton::clicked, this, &MessageInput::openFormat);
    connect(m_emoticonButton, &QToolButton::clicked, this, &MessageInput::openEmoticons);
    connect(m_nudgeButton, &QToolButton::clicked, this, &MessageInput::nudge);
    bar->addSpacing(Metrics::of(this).step(2));
    m_recipient->setObjectName(QStringLiteral("recipient"));
    m_recipient->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_recipient->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_recipient, 1);
    bar->addSpacing(Metrics::of(this).step(1));
    return bar;
}

void MessageInput::setRecipient(const QString &name)
{
    //: Beside the field a message is written in: who will get it.
    m_recipient->setText(tr("To %1").arg(name));
    m_edit->setAccessibleName(tr("Message to %1").arg(name));
    m_edit->setPlaceholderText(tr("Write a message"));
}

void MessageInput::setNudgeEnabled(bool enabled)
{
    m_nudgeButton->setEnabled(enabled);
}

int MessageInput::wantedHeight() const
{
    return minimumSizeHint().height();
}

void MessageInput::openEmoticons()
{
    if (!m_picker) {
        m_picker = new EmoticonPicker(m_emoticons, m_preferences, this);
        connect(m_picker, &EmoticonPicker::picked, this, [this](const QString &code) {
            m_edit->insertAtCaret(code + u' ');
            m_edit->setFocus();
        });
    }
    m_picker->popUp(*m_emoticonButton);
}

void MessageInput::openFormat()
{
    if (!m_formatPopup) {
        m_formatPopup = new FormatPopup(this);
        connect(m_formatPopup, &FormatPopup::formatChosen, &m_preferences, &ChatPreferences::setOwnFormat);
    }
    m_formatPopup->popUp(*m_formatButton, m_preferences.ownFormat());
}

void MessageInput::nudge()
{
    if (!m_nextNudge.hasExpired()) {
        Q_EMIT nudgeTooSoon();
        return;
    }
    m_nextNudge.setRemainingTime(nudgePause);
    Q_EMIT nudgeRequested();
}

void MessageInput::toggleEffect(bool Msn::TextFormat::*member)
{
    Msn::TextFormat format = m_preferences.ownFormat();
    format.*member = !(format.*member);
    m_preferences.setOwnFormat(format);
}

void MessageInput::applyPreferences()
{
    m_edit->setFormat(m_preferences.ownFormat());
}

} // namespace Ui
