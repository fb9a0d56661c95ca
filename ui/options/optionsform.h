#pragma once

#include "core/storage/settingkeys.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace Msn {
class Settings;
}

namespace Ui {

/// What a page of the options is built of: sections under headings, fields, and controls that are
/// tied to a setting: they show it, change it at once, and follow when it is changed elsewhere.
class OptionsForm : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsForm(QWidget *parent = nullptr);

    void addHeading(const QString &text);
    /// In the second ink, plain text, as many lines as it needs.
    QLabel *addHint(const QString &text);
    void addControl(QWidget *control);
    void addRow(QLayout *row);
    /// How far its contents stand from its leading edge.
    static int edge(const QWidget *widget);
    /// A label, with its mnemonic, above \p field, for a layout of its own.
    static QVBoxLayout *labelled(const QString &label, QWidget *field);
    /// The same as the next row of the form.
    QLabel *addField(const QString &label, QWidget *field);
    /// What is left of the page's height goes to \p control.
    void addGrowing(QWidget *control);

    /// \p settings must outlive the form.
    QCheckBox *addSwitch(const QString &text, Msn::Settings &settings, const Msn::SettingKey<bool> &key);
    QSpinBox *addNumber(
        const QString &label, Msn::Settings &settings, const Msn::SettingKey<int> &key, int least, int most);

private:
    QVBoxLayout *m_column;
};

} // namespace Ui
