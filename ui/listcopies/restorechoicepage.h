#pragma once

#include "core/listcopies/listcopies.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace Ui {

/// The first page: one of the kept copies, or a file.
class RestoreChoicePage : public QWidget
{
    Q_OBJECT

public:
    explicit RestoreChoicePage(const Msn::Address &account, QWidget *parent = nullptr);

    /// Newest first.
    void setCopies(const QList<Msn::ListCopy> &copies);
    bool hasCopies() const { return !m_copies.isEmpty(); }
    /// Only while hasCopies().
    const Msn::ListCopy &chosen() const;

Q_SIGNALS:
    /// A copy was double-clicked, or Enter.
    void copyActivated();
    void fileChosen(const QString &file);

private:
    void chooseFile();

    QList<Msn::ListCopy> m_copies;
    QLabel *m_label;
    QListWidget *m_list;
};

} // namespace Ui
