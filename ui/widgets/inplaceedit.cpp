#include "ui/widgets/inplaceedit.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace Ui {

namespace {

/// A flat button with text at its leading edge, shortened to fit.
class TextButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2 * margin(), fontMetrics().height() + 6};
    }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 6, sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = {};
        if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus))
            painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
        if (option.state.testFlag(QStyle::State_HasFocus)
            && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
        const QRect inner = rect().adjusted(margin(), 0, -margin(), 0);
        const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(inner, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
            fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    }

private:
    int margin() const { return 4; }
};

} // namespace

InPlaceEdit::InPlaceEdit(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QStackedLayout(this))
    , m_shown(new TextButton(this))
    , m_field(new QLineEdit(this))
{
    m_layout->addWidget(m_shown);
    m_layout->addWidget(m_field);
    m_shown->setAutoRaise(true);
    m_shown->setCursor(Qt::IBeamCursor);
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_shown->setFocusPolicy(Qt::StrongFocus);
    // The line is as tall as the text, and stays so while it is edited.
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_field->installEventFilter(this);
    m_shown->installEventFilter(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_shown, &QToolButton::clicked, this, &InPlaceEdit::edit);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { finish(true); });
}

void InPlaceEdit::setText(const QString &text)
{
    m_text = text;
    refresh();
}

void InPlaceEdit::setLabel(const QString &label)
{
    m_label = label;
    m_field->setAccessibleName(label);
    refresh();
}

void InPlaceEdit::setMaximumLength(int characters)
{
    m_field->setMaxLength(characters);
}

bool InPlaceEdit::isEditing() const
{
    return m_layout->currentWidget() == m_field;
}

void InPlaceEdit::edit()
{
    m_field->setText(m_text);
    m_layout->setCurrentWidget(m_field);
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool InPlaceEdit::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (watched == m_field && isEditing()) {
        if (key && key->key() == Qt::Key_Escape) {
            finish(false);
            return true;
        }
        // A menu of the field itself is not leaving it.
        if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            finish(true);
    }
    if (watched == m_shown && key && (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Return)) {
        edit();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void InPlaceEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void InPlaceEdit::finish(bool keep)
{
    if (!isEditing())
        return;
    const bool hadFocus = m_field->hasFocus();
    m_layout->setCurrentWidget(m_shown);
    if (hadFocus)
        m_shown->setFocus(Qt::OtherFocusReason);
    const QString chosen = m_field->text().trimmed();
    if (keep && !chosen.isEmpty() && chosen != m_text)
        Q_EMIT textChosen(chosen);
}

void InPlaceEdit::refresh()
{
    m_shown->setText(m_text);
    m_shown->setAccessibleName(tr("%1: %2").arg(m_label, m_text));
    m_shown->setToolTip(QStringLiteral("<p>%1</p>")
                            .arg(tr("%1: %2. Click to change it.").arg(m_label, m_text).toHtmlEscaped()));
}

} // namespace Ui
