#pragma once

#include "core/base/address.h"

#include <QWidget>

namespace Ui {

/// The first page of the import: where the logs are.
class ImportChoicePage : public QWidget
{
    Q_OBJECT

public:
    /// \p account: into whose history they go. \p keptDays: older messages are deleted every day; 0: none
    /// are.
    ImportChoicePage(const Msn::Address &account, int keptDays, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Files or one folder, as a person chose them.
    void chosen(const QStringList &paths);

private:
    QWidget *makeWarning(int keptDays);
    void chooseFiles();
    void chooseFolder();
};

} // namespace Ui
