#pragma once

#include "core/protocol/textformat.h"
#include "ui/conversation/sentlines.h"

#include <QTextEdit>

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
    /// Text went missing at the end because there was more than maxCharacters.
    void shortened();
    void wantedHeightChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
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
    int m_wantedHeight = 0;
    bool m_replacing = false;
};

} // namespace Ui
