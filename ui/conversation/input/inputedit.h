#pragma once

#include "core/protocol/textformat.h"
#include "ui/conversation/input/sentlines.h"

#include <QTextEdit>

class QMenu;

namespace Msn {
class Address;
}

namespace Ui {

/// The field that a message is written in: plain text shown in the format it will be sent with,
/// as high as what is in it, from two lines to five.
class InputEdit : public QTextEdit
{
    Q_OBJECT

public:
    /// More than anybody types, less than would take a minute to send.
    static constexpr qsizetype maxCharacters = 10000;

    explicit InputEdit(QWidget *parent = nullptr);

    /// How the text will look to the others.
    void setFormat(const Msn::TextFormat &format);
    /// Puts \p text where the caret is.
    void insertAtCaret(const QString &text);
    /// The height that shows all of the text, within its limits.
    int wantedHeight() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Emits submitted() and empties the field, unless it holds only blanks.
    void submit();

Q_SIGNALS:
    void submitted(const QString &text);
    /// The person changed the text, whatever way.
    void typed();
    /// The menu of a click at \p cursor is about to be shown: add to its beginning.
    void menuAboutToShow(QMenu *menu, const QTextCursor &cursor);
    /// Text went missing at the end because there was more than maxCharacters.
    void shortened();
    void wantedHeightChanged();
    /// Somebody from the contact list; their address is not what one wants to write.
    void contactDropped(const Msn::Address &address);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool handleKey(const QKeyEvent &event);
    void replaceText(const QString &text);
    void handleTextChanged();
    void applyFormat();
    void updateWantedHeight();

    Msn::TextFormat m_format;
    SentLines m_sent;
    /// What was in the field after the last change.
    QString m_text;
    int m_wantedHeight = 0;
    bool m_replacing = false;
};

} // namespace Ui
