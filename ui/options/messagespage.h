#pragma once

#include "ui/options/optionsform.h"

namespace Ui {

/// How conversations look and behave. Whatever is changed is a setting, and open conversations
/// follow at once.
class MessagesPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p settings must outlive it. \p dictionaries: names of those on this computer.
    MessagesPage(Msn::Settings &settings, const QStringList &dictionaries, QWidget *parent = nullptr);

private:
    void addLook();
    void addPlaces();
    void addWriting(const QStringList &dictionaries);
    void addNudges();
    void addHistory();
    /// A box that shows and sets a setting of text; each row: what is stored, what is shown.
    void addChoice(const QString &label, const QString &name, const Msn::SettingKey<QString> &key,
        const QList<std::pair<QString, QString>> &rows);

    Msn::Settings &m_settings;
};

} // namespace Ui
