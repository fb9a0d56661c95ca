#include "ui/widgets/fieldlabel.h"

#include "ui/theme/metrics.h"

#include <QLabel>

namespace Ui {

QLabel *makeFieldLabel(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(Metrics::of(parent).smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    return label;
}

} // namespace Ui
