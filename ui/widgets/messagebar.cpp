#include "ui/widgets/messagebar.h"

#include "ui/icons/icons.h"
#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Ui {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(plainLabel(this))
    , m_details(plainLabel(this))
    , m_more(new LinkButton(tr("&Details"), this))
    , m_buttonRow(new QWidget(this))
    , m_buttons(LinkButton::makeRow({m_more}, this))
    , m_close(new QToolButton(this))
    , m_grid(new QGridLayout(this))
{
    const Metrics metrics = Metrics::of(this);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setIcon(Icons::icon("close", Tint::SecondInk));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    m_details->setFont(metrics.smallFont());
    m_buttonRow->setLayout(m_buttons);
    // As tall as the text needs, never more.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_grid->setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(2), metrics.step(2));
    m_grid->setHorizontalSpacing(metrics.step(2));
    m_grid->setVerticalSpacing(metrics.step());
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 0, 1);
    m_grid->addWidget(m_close, 0, 3, Qt::AlignTop);
    m_grid->addWidget(m_details, 1, 1, 1, 2);
    m_grid->addWidget(m_buttonRow, 2, 1, 1, 3);
    m_grid->setColumnStretch(1, 1);

    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(m_more, &QPushButton::clicked, this, &MessageBar::toggleDetails);
    hide();
}

void MessageBar::showInformation(const QString &text)
{
    present(Kind::Information, {text, {}, {}});
}

void MessageBar::showInformation(const ErrorWords &words)
{
    present(Kind::Information, words);
}

void MessageBar::showError(const ErrorWords &words)
{
    present(Kind::Error, words);
}

void MessageBar::updateText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    arrange();
}

QString MessageBar::text() const
{
    return m_text->text();
}

QPushButton *MessageBar::addButton(const QString &text)
{
    auto *button = new LinkButton(text, this);
    m_buttons->addWidget(button);
    button->show();
    arrange();
    return button;
}

void MessageBar::clearButtons()
{
    for (int i = m_buttons->count() - 1; i >= 0; --i) {
        QWidget *button = m_buttons->itemAt(i)->widget();
        if (!button || button == m_more)
            continue;
        m_buttons->removeWidget(button);
        button->hide();
        // It may be the button whose click brought us here.
        button->deleteLater();
    }
    arrange();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
    arrange();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    const bool isError = m_kind == Kind::Error;
    QPainter painter(this);
    painter.fillRect(rect(),
        isError ? blended(tokens.error, tokens.window, tokens.isDark ? 0.16 : 0.09) : tokens.informationBar);
    painter.fillRect(QRect(0, height() - 1, width(), 1),
        blended(isError ? tokens.error : tokens.away, tokens.window, 0.35));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void MessageBar::present(Kind kind, const ErrorWords &words)
{
    m_kind = kind;
    m_words = words;
    clearButtons();
    //: Two whole sentences: what happened, and what to do about it.
    m_text->setText(words.remedy.isEmpty() ? words.what : tr("%1 %2").arg(words.what, words.remedy));
    m_details->setText(words.details);
    m_details->hide();
    m_more->setVisible(!words.details.isEmpty());
    setAccessibleName(m_text->text());
    applyColours();
    arrange();
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::applyColours()
{
    const Tokens &tokens = Tokens::of(palette());
    const bool isError = m_kind == Kind::Error;
    const QString icon = isError ? QStringLiteral("warning") : QStringLiteral("info");
    m_icon->setPixmap(Icons::pixmap(
        icon, isError ? tokens.errorInk : tokens.secondInk, Metrics::of(this).icon(), devicePixelRatioF()));
}

void MessageBar::toggleDetails()
{
    m_details->setVisible(!m_details->isVisible());
    arrange();
}

int MessageBar::buttonsWidth() const
{
    return m_buttons->sizeHint().width();
}

void MessageBar::arrange()
{
    const QMargins margins = m_grid->contentsMargins();
    const int gap = m_grid->horizontalSpacing();
    const int close = m_close->isHidden() ? 0 : m_close->sizeHint().width() + gap;
    const int room = width() - margins.left() - margins.right() - Metrics::of(this).icon() - gap - close;
    const int words = m_text->fontMetrics().size(0, m_text->text()).width() + gap;
    const bool isOneLine = words <= room;
    const bool isBeside = words + buttonsWidth() <= room && m_details->isHidden();
    const Qt::Alignment alignment = isOneLine ? Qt::AlignVCenter : Qt::AlignTop;
    m_grid->setAlignment(m_icon, alignment);
    m_grid->setAlignment(m_close, alignment);
    m_buttonRow->setVisible(buttonsWidth() > 0);
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(m_buttonRow), &row, &column, &rows, &columns);
    if (isBeside != (row == 0)) {
        m_grid->removeWidget(m_buttonRow);
        m_buttons->setHanging(isBeside ? 0 : LinkButton::padding(this));
        if (isBeside)
            m_grid->addWidget(m_buttonRow, 0, 2);
        else
            m_grid->addWidget(m_buttonRow, 2, 1, 1, 3);
    }
    // What a layout takes for its greatest height knows nothing of the lines of text and buttons.
    if (m_isLaidOut)
        setMinimumHeight(m_grid->totalHeightForWidth(width()));
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_isLaidOut = true;
    arrange();
}

} // namespace Ui
