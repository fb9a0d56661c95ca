#include "ui/conversation/input/inputedit.h"

#include "ui/conversation/base/textlook.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/contactmime.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

namespace Ui {
namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 5;

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

InputEdit::InputEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(QStringLiteral("input"));
    setAcceptRichText(false);
    setTabChangesFocus(true);
    // The style draws it as a field.
    setProperty("field", true);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QTextEdit::textChanged, this, &InputEdit::handleTextChanged);
    applyFormat();
}

void InputEdit::setFormat(const Msn::TextFormat &format)
{
    m_format = format;
    applyFormat();
}

void InputEdit::applyFormat()
{
    const Metrics metrics = Metrics::of(parentWidget() ? parentWidget() : this);
    document()->setDefaultFont(shownFont(m_format, metrics.conversationFont()));
    document()->setDocumentMargin(metrics.step(2));
    const QColor ground = palette().color(QPalette::Base);
    setTextColor(shownColour(m_format, Tokens::of(palette()), ground));
    const QScopedValueRollback guard(m_replacing, true);
    QTextCursor everything(document());
    everything.select(QTextCursor::Document);
    QTextCharFormat colour;
    colour.setForeground(shownColour(m_format, Tokens::of(palette()), ground));
    everything.mergeCharFormat(colour);
    updateWantedHeight();
}

void InputEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyFormat();
}

void InputEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    // Not now: whoever follows would lay out anew what is just being laid out.
    QMetaObject::invokeMethod(this, &InputEdit::updateWantedHeight, Qt::QueuedConnection);
}

void InputEdit::updateWantedHeight()
{
    const int wanted = wantedHeight();
    if (std::exchange(m_wantedHeight, wanted) == wanted)
        return;
    updateGeometry();
    Q_EMIT wantedHeightChanged();
}

int InputEdit::wantedHeight() const
{
    const QFontMetricsF metrics(document()->defaultFont());
    const double around = 2 * document()->documentMargin() + 2 * frameWidth();
    const double content = document()->size().height() + 2 * frameWidth();
    return int(std::ceil(std::clamp(
        content, fewestLines * metrics.lineSpacing() + around, mostLines * metrics.lineSpacing() + around)));
}

QSize InputEdit::sizeHint() const
{
    return {QTextEdit::sizeHint().width(), wantedHeight()};
}

QSize InputEdit::minimumSizeHint() const
{
    return {Metrics::of(this).px(120), wantedHeight()};
}

void InputEdit::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(*event))
        event->accept();
    else
        QTextEdit::keyPressEvent(event);
}

bool InputEdit::handleKey(const QKeyEvent &event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (isEnter(event)) {
        if (control || shift)
            insertAtCaret(QStringLiteral("\n"));
        else
            submit();
        return true;
    }
    if (control && !shift && event.key() == Qt::Key_Up) {
        replaceText(m_sent.older(toPlainText()));
        return true;
    }
    if (control && !shift && event.key() == Qt::Key_Down) {
        replaceText(m_sent.newer(toPlainText()));
        return true;
    }
    return false;
}

void InputEdit::insertAtCaret(const QString &text)
{
    textCursor().insertText(text);
    ensureCursorVisible();
}

void InputEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

void InputEdit::submit()
{
    const QString text = toPlainText();
    if (text.trimmed().isEmpty())
        return;
    m_sent.add(text);
    {
        const QScopedValueRollback guard(m_replacing, true);
        clear();
    }
    applyFormat();
    Q_EMIT submitted(text);
}

void InputEdit::handleTextChanged()
{
    updateWantedHeight();
    // Underlining a misspelt word changes the document as well.
    const QString text = toPlainText();
    const bool isSame = std::exchange(m_text, text) == text;
    if (m_replacing || isSame)
        return;
    if (document()->characterCount() - 1 > maxCharacters) {
        const QScopedValueRollback guard(m_replacing, true);
        QTextCursor rest(document());
        rest.setPosition(maxCharacters);
        rest.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        rest.removeSelectedText();
        Q_EMIT shortened();
    }
    if (!document()->isEmpty())
        Q_EMIT typed();
}

void InputEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (ContactMime::read(event->mimeData()))
        event->acceptProposedAction();
    else
        QTextEdit::dragEnterEvent(event);
}

void InputEdit::dragMoveEvent(QDragMoveEvent *event)
{
    if (ContactMime::read(event->mimeData()))
        event->acceptProposedAction();
    else
        QTextEdit::dragMoveEvent(event);
}

void InputEdit::dropEvent(QDropEvent *event)
{
    if (!ContactMime::read(event->mimeData())) {
        QTextEdit::dropEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT contactDropped(ContactMime::read(event->mimeData())->address);
}

void InputEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = byKey ? cursorRect().bottomLeft() : event->pos();
    QMenu *menu = createStandardContextMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuAboutToShow(menu, byKey ? textCursor() : cursorForPosition(place));
    menu->popup(viewport()->mapToGlobal(place));
}

bool InputEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void InputEdit::insertFromMimeData(const QMimeData *source)
{
    // Cut first: laying out megabytes only to throw them away would block the window.
    QString text = source->text();
    const bool tooLong = text.size() > maxCharacters;
    text.truncate(maxCharacters);
    text.remove(QChar(QChar::ObjectReplacementCharacter));
    insertAtCaret(text);
    if (tooLong)
        Q_EMIT shortened();
}

} // namespace Ui
