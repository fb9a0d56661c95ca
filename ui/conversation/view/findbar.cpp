#include "ui/conversation/view/findbar.h"

#include "ui/conversation/view/messageview.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace Ui {

FindBar::FindBar(MessageView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_older(new LinkButton(tr("Search &older messages"), this))
{
    const Metrics metrics = Metrics::of(this);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find in this conversation"));
    m_text->setAccessibleName(tr("Find in this conversation"));
    makeSearchField(*m_text);
    m_text->installEventFilter(this);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_result->setTextFormat(Qt::PlainText);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics.step(3), metrics.step(1.5), metrics.step(2), metrics.step(1.5));
    row->setSpacing(metrics.step(1));
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    row->addWidget(m_older);
    const auto add = [&](const QString &icon, const QString &name, auto slot) {
        auto *button = new QToolButton(this);
        button->setIcon(Icons::icon(icon, Tint::SecondInk));
        button->setIconSize({metrics.icon(), metrics.icon()});
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, slot);
        row->addWidget(button);
    };
    add(QStringLiteral("chevron-up"), tr("Find the one before"), &FindBar::findPrevious);
    add(QStringLiteral("chevron-down"), tr("Find the one after"), &FindBar::findNext);
    add(QStringLiteral("close"), tr("Close the search"), &FindBar::leave);
    m_older->setToolTip(tr("Look for these words in all messages of this person"));
    m_older->hide();
    connect(m_older, &QPushButton::clicked, this, [this] { Q_EMIT olderWanted(m_text->text()); });
    connect(m_text, &QLineEdit::textEdited, this, &FindBar::findNewest);
    hide();
}

void FindBar::open()
{
    const QString selected = m_view.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar(QChar::ParagraphSeparator)))
        m_text->setText(selected);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::setHasOlder(bool has)
{
    m_older->setVisible(has);
}

void FindBar::findNewest()
{
    m_result->clear();
    QTextCursor end = m_view.textCursor();
    end.movePosition(QTextCursor::End);
    m_view.setTextCursor(end);
    if (!m_text->text().isEmpty())
        find(true);
}

void FindBar::findPrevious()
{
    find(true);
}

void FindBar::findNext()
{
    find(false);
}

void FindBar::find(bool backward)
{
    if (m_text->text().isEmpty()) {
        open();
        return;
    }
    const bool found = m_view.findText(m_text->text(), backward);
    m_result->setText(found ? QString() : backward ? tr("Nothing further up.") : tr("Nothing further down."));
}

void FindBar::leave()
{
    hide();
    Q_EMIT closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (press->key() != Qt::Key_Return && press->key() != Qt::Key_Enter)
        return false;
    find(!press->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void FindBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.headerBottom);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

} // namespace Ui
