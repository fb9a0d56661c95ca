#include "ui/options/optionsform.h"

#include "core/storage/settings.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Ui {

using Msn::SettingKey;
using Msn::Settings;

namespace {

/// \p show now and whenever \p key has another value.
template <typename T>
void follow(Settings &settings, const SettingKey<T> &key, QWidget *control,
    const std::function<void(const T &)> &show)
{
    show(settings.value(key));
    const QString name = QLatin1String(key.name);
    QObject::connect(
        &settings, &Settings::changed, control, [&settings, key, name, show](const QString &changed) {
            if (changed == name)
                show(settings.value(key));
        });
}

} // namespace

OptionsForm::OptionsForm(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
{
    const Metrics metrics = Metrics::of(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics.step(2));
    auto *outer = new QVBoxLayout(this);
    // Room for the focus ring of what stands at the edge, and for what hangs over it.
    outer->setContentsMargins(edge(this), metrics.px(3), metrics.step(2), metrics.px(3));
    outer->addLayout(m_column);
    outer->addStretch();
}

int OptionsForm::edge(const QWidget *widget)
{
    return LinkButton::padding(widget);
}

void OptionsForm::addHeading(const QString &text)
{
    const Metrics metrics = Metrics::of(this);
    auto *label = new QLabel(text, this);
    label->setFont(metrics.nameFont());
    label->setWordWrap(true);
    if (m_column->count() > 0)
        m_column->addSpacing(metrics.step(3));
    m_column->addWidget(label);
}

QLabel *OptionsForm::addHint(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(label);
    return label;
}

void OptionsForm::addControl(QWidget *control)
{
    // A button is as wide as its words, wherever it stands.
    if (auto *link = qobject_cast<LinkButton *>(control))
        m_column->addLayout(LinkButton::makeRow({link}, this));
    else
        m_column->addWidget(
            control, 0, qobject_cast<QPushButton *>(control) ? Qt::AlignLeading : Qt::Alignment());
}

void OptionsForm::addRow(QLayout *row)
{
    m_column->addLayout(row);
}

QVBoxLayout *OptionsForm::labelled(const QString &text, QWidget *field)
{
    const Metrics metrics = Metrics::of(field);
    auto *label = new QLabel(text, field->parentWidget());
    label->setFont(metrics.smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(metrics.step());
    pair->addWidget(label);
    pair->addWidget(field);
    return pair;
}

QLabel *OptionsForm::addField(const QString &text, QWidget *field)
{
    QVBoxLayout *pair = labelled(text, field);
    m_column->addLayout(pair);
    return static_cast<QLabel *>(pair->itemAt(0)->widget());
}

void OptionsForm::addGrowing(QWidget *control)
{
    m_column->addWidget(control, 1);
    static_cast<QVBoxLayout *>(layout())->setStretch(0, 1);
}

QCheckBox *OptionsForm::addSwitch(const QString &text, Settings &settings, const SettingKey<bool> &key)
{
    auto *box = new QCheckBox(text, this);
    follow<bool>(settings, key, box, [box](bool on) { box->setChecked(on); });
    connect(box, &QCheckBox::toggled, this, [&settings, key](bool on) { settings.setValue(key, on); });
    m_column->addWidget(box);
    return box;
}

QSpinBox *OptionsForm::addNumber(
    const QString &label, Settings &settings, const SettingKey<int> &key, int least, int most)
{
    auto *box = new QSpinBox(this);
    box->setRange(least, most);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    follow<int>(settings, key, box, [box](int value) { box->setValue(value); });
    connect(
        box, &QSpinBox::valueChanged, this, [&settings, key](int value) { settings.setValue(key, value); });
    addField(label, box);
    return box;
}

} // namespace Ui
