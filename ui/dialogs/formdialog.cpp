#include "ui/dialogs/formdialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

FormDialog::FormDialog(const QString &title, const QString &primary, QWidget *parent)
    : FittingDialog(parent)
    , m_fields(new QWidget(this))
    , m_progress(new QLabel(this))
    , m_bar(new MessageBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_primary(m_buttons->addButton(primary, QDialogButtonBox::AcceptRole))
{
    const Metrics metrics = Metrics::of(this);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_primary->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextFormat(Qt::PlainText);
    m_progress->hide();

    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics.step());

    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(new FittingArea(m_fields), 1);
    inner->addWidget(m_progress);
    inner->addWidget(m_buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(inner);
    setMinimumWidth(metrics.px(360));

    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_busy)
            submit();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FormDialog::setVisible(bool visible)
{
    if (visible && !isVisible())
        orderTabs();
    FittingDialog::setVisible(visible);
}

/// The buttons are made before the fields that others add, and would come before them.
void FormDialog::orderTabs()
{
    QWidget *first = nullptr;
    QWidget *last = nullptr;
    for (QWidget *widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (!m_fields->isAncestorOf(widget) || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        last = widget;
        if (!first && widget->isVisibleTo(this) && widget->isEnabledTo(this))
            first = widget;
    }
    if (!first)
        return;
    setTabOrder(last, m_primary);
    setTabOrder(m_primary, m_buttons->button(QDialogButtonBox::Cancel));
    if (!focusWidget() || !m_fields->isAncestorOf(focusWidget()))
        first->setFocus(Qt::OtherFocusReason);
}

QLabel *FormDialog::addField(const QString &text, QWidget *field)
{
    QLabel *label = makeFieldLabel(text, field, this);
    m_column->addWidget(label);
    m_column->addWidget(field);
    m_column->addSpacing(Metrics::of(this).step());
    return label;
}

QLabel *FormDialog::addText(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->addWidget(label);
    m_column->addSpacing(Metrics::of(this).step());
    return label;
}

void FormDialog::setBusy(const QString &words)
{
    m_busy = true;
    m_bar->hide();
    m_progress->setText(words);
    m_progress->show();
    m_fields->setEnabled(false);
    m_primary->setEnabled(false);
}

void FormDialog::setIdle()
{
    m_busy = false;
    m_progress->hide();
    m_fields->setEnabled(true);
    m_primary->setEnabled(true);
}

void FormDialog::showError(const ErrorWords &words)
{
    setIdle();
    m_bar->showError(words);
}

void FormDialog::showFailure(const Msn::Error &error)
{
    if (ErrorText::isToldByConnection(error))
        setIdle();
    else
        showError(ErrorText::describe(error));
}

} // namespace Ui
