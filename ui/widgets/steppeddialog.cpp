#include "ui/widgets/steppeddialog.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

SteppedDialog::SteppedDialog(const QString &title, const QSize &size, QWidget *parent)
    : QDialog(parent)
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setWindowTitle(title);
    setWindowIcon(Icons::mark());
    build();
    connect(m_next, &QPushButton::clicked, this, [this] { goOn(); });
    connect(m_back, &QPushButton::clicked, this, [this] { goBack(); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(size.width()), metrics.px(size.height())).boundedTo(room));
}

void SteppedDialog::build()
{
    m_buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    m_buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    m_buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_back->setAutoDefault(false);

    const Metrics metrics = Metrics::of(this);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(4), metrics.step(3), metrics.step(4), metrics.step(3));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(m_pages, 1);
    inner->addWidget(m_buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(inner, 1);
}

void SteppedDialog::addPages(std::initializer_list<QWidget *> pages)
{
    for (QWidget *page : pages)
        m_pages->addWidget(page);
}

QPushButton *SteppedDialog::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->addButton(button, QDialogButtonBox::ActionRole);
    return button;
}

void SteppedDialog::showPage(QWidget *page)
{
    m_bar->hide();
    m_pages->setCurrentWidget(page);
}

void SteppedDialog::showBack(bool visible)
{
    m_back->setVisible(visible);
}

void SteppedDialog::showNext(bool visible, const QString &text, bool enabled)
{
    m_next->setVisible(visible);
    m_next->setText(text);
    m_next->setEnabled(enabled);
    m_next->setDefault(m_next->isVisibleTo(this));
}

void SteppedDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!isVisible())
        stop();
}

} // namespace Ui
