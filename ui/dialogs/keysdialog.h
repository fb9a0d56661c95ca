#pragma once

#include <QDialog>

class QTreeWidget;

namespace Ui {

/// Every key of the program and what it does, for reading and for hearing. Deletes itself when
/// closed.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(QWidget *parent);

    QTreeWidget *list() const { return m_list; }

private:
    struct Row
    {
        QString deed;
        QString keys;
    };
    void addSection(const QString &title, const QList<Row> &rows);
    void fill();

    QTreeWidget *m_list;
};

} // namespace Ui
