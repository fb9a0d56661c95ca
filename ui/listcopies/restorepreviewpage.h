#pragma once

#include "core/listcopies/listdifference.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace Ui {

/// The second page: who is missing; each can be left out.
class RestorePreviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit RestorePreviewPage(QWidget *parent = nullptr);

    void setFound(const Msn::ListDifference &difference, const QList<Msn::ImportProblem> &problems);
    /// What is ticked, and the groups these people need; all missing groups if nobody is missing.
    Msn::ListDifference chosen() const;

Q_SIGNALS:
    void chosenChanged();

private:
    void addPerson(const Msn::MissingPerson &person);

    Msn::ListDifference m_found;
    QLabel *m_words;
    QTreeWidget *m_people;
};

} // namespace Ui
