#include "ui/widgets/questiondialog.h"

#include "ui/theme/metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Ui {

QuestionDialog::QuestionDialog(const QString &question, const QString &words, QWidget *parent)
    : FittingDialog(parent)
    , m_buttons(new QDialogButtonBox(this))
{
    const Metrics metrics = Metrics::of(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(metrics.px(380));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    column->setSpacing(metrics.step(3));
    QLabel *heading = addLabel(question);
    heading->setFont(metrics.nameFont());
    column->addWidget(heading);
    column->addWidget(addLabel(words));
    column->addStretch();
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QPushButton *QuestionDialog::addAnswer(const QString &text, QDialogButtonBox::ButtonRole role)
{
    QPushButton *button = m_buttons->addButton(text, role);
    const bool isDefault = !std::exchange(m_hasDefault, true);
    button->setAutoDefault(isDefault);
    button->setDefault(isDefault);
    return button;
}

void QuestionDialog::addCancel()
{
    m_buttons->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);
}

QLabel *QuestionDialog::addLabel(const QString &text)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace Ui
