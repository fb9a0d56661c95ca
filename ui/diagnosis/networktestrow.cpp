#include "ui/diagnosis/networktestrow.h"

#include "ui/diagnosis/networktesttext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace Ui {

using Msn::NetworkTestStep;
using State = NetworkTestStep::State;

namespace {

QPixmap mark(State state, const QWidget &widget)
{
    const Tokens &tokens = Tokens::of(widget.palette());
    const int size = Metrics::of(&widget).icon();
    const qreal ratio = widget.devicePixelRatioF();
    switch (state) {
    case State::Waiting:
        return Icons::pixmap(QStringLiteral("minus"), tokens.line, size, ratio);
    case State::Running:
        return Icons::pixmap(QStringLiteral("pending"), tokens.accent, size, ratio);
    case State::Passed:
        return Icons::pixmap(QStringLiteral("check"), tokens.online, size, ratio);
    case State::Skipped:
    case State::NotReached:
        return Icons::pixmap(QStringLiteral("minus"), tokens.secondInk, size, ratio);
    case State::Failed:
        return Icons::pixmap(QStringLiteral("error"), tokens.errorInk, size, ratio);
    }
    return {};
}

} // namespace

NetworkTestRow::NetworkTestRow(NetworkTestStep::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_title(new QLabel(NetworkTestText::title(kind), this))
    , m_result(new QLabel(this))
{
    const Metrics metrics = Metrics::of(this);
    setFocusPolicy(Qt::TabFocus);
    for (QLabel *label : {m_title, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_result->setFont(metrics.smallFont());
    m_result->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics.step(2), metrics.step(), metrics.step(2), metrics.step());
    grid->setHorizontalSpacing(metrics.step(2));
    grid->setVerticalSpacing(metrics.px(2));
    grid->addWidget(m_mark, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_result, 1, 1);
    grid->setColumnStretch(1, 1);
    applyMark();
    setAccessibleName(m_title->text());
}

void NetworkTestRow::setStep(const NetworkTestStep &step)
{
    m_state = step.state;
    const ErrorWords words = NetworkTestText::result(step);
    //: Two whole sentences: what happened, and what to do about it.
    m_result->setText(words.remedy.isEmpty() ? words.what : tr("%1 %2").arg(words.what, words.remedy));
    m_result->setVisible(!words.what.isEmpty());
    m_title->setEnabled(step.state != State::Waiting);
    applyMark();
    //: For a screen reader: %1 a step, %2 its state, %3 what came of it.
    setAccessibleName(
        tr("%1: %2. %3").arg(m_title->text(), NetworkTestText::state(step.state), m_result->text()));
}

QString NetworkTestRow::text() const
{
    return m_result->text();
}

void NetworkTestRow::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void NetworkTestRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void NetworkTestRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void NetworkTestRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyMark();
}

void NetworkTestRow::applyMark()
{
    m_mark->setPixmap(mark(m_state, *this));
}

} // namespace Ui
