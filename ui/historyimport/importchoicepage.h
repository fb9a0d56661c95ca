#pragma once

#include "core/base/address.h"

#include <QWidget>

namespace Ui {

/// The first page of the import: where the logs are.
class ImportChoicePage : public QWidget
{
    Q_OBJECT

public:
    /// \p account: into whose history they go.
    explicit ImportChoicePage(const Msn::Address &account, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Files or one folder, as a person chose them.
    void chosen(const QStringList &paths);

private:
    void chooseFiles();
    void chooseFolder();
};

} // namespace Ui
