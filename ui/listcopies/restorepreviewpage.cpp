#include "ui/listcopies/restorepreviewpage.h"

#include "core/base/friendlyname.h"
#include "ui/listcopies/restoretext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

enum PreviewColumn { WhoColumn, AddressColumn, MissingColumn };

QString nameOf(const Msn::ListedPerson &person)
{
    const QString name
        = Msn::FriendlyName(person.nickname.isEmpty() ? person.name : person.nickname).singleLine();
    return name.isEmpty() ? person.address.toString() : name;
}

} // namespace

RestorePreviewPage::RestorePreviewPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_people(new QTreeWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_people->setHeaderLabels({tr("Name"), tr("E-mail address"), tr("What is missing")});
    m_people->setRootIsDecorated(false);
    m_people->setUniformRowHeights(true);
    m_people->setItemDelegate(new RoomyDelegate(m_people));
    m_people->setAccessibleName(tr("People who are missing"));
    m_people->header()->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_people, &QTreeWidget::itemChanged, this, &RestorePreviewPage::chosenChanged);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(m_words);
    column->addWidget(m_people, 1);
    column->addStretch();
}

void RestorePreviewPage::setFound(
    const Msn::ListDifference &difference, const QList<Msn::ImportProblem> &problems)
{
    m_found = difference;
    m_words->setText(RestoreText::found(difference, problems));
    m_people->clear();
    for (const Msn::MissingPerson &person : difference.people)
        addPerson(person);
    m_people->setVisible(!difference.people.isEmpty());
    m_people->setCurrentItem(m_people->topLevelItem(0));
}

void RestorePreviewPage::addPerson(const Msn::MissingPerson &person)
{
    const QString name = nameOf(person.person);
    const QString address = person.person.address.toString();
    const QString missing = RestoreText::missing(person);
    auto *item = new QTreeWidgetItem({name, address, missing});
    item->setToolTip(WhoColumn, name.toHtmlEscaped());
    item->setToolTip(AddressColumn, address.toHtmlEscaped());
    item->setToolTip(MissingColumn, missing.toHtmlEscaped());
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(WhoColumn, Qt::Checked);
    m_people->addTopLevelItem(item);
}

Msn::ListDifference RestorePreviewPage::chosen() const
{
    if (m_found.people.isEmpty())
        return m_found;
    Msn::ListDifference chosen;
    for (qsizetype row = 0; row < m_found.people.size(); ++row) {
        if (m_people->topLevelItem(static_cast<int>(row))->checkState(WhoColumn) == Qt::Checked)
            chosen.people.append(m_found.people.at(row));
    }
    for (const QString &group : m_found.missingGroups) {
        const auto needsIt
            = [&group](const Msn::MissingPerson &person) { return person.missingGroups.contains(group); };
        if (chosen.people.size() == m_found.people.size()
            || std::any_of(chosen.people.begin(), chosen.people.end(), needsIt))
            chosen.missingGroups.append(group);
    }
    return chosen;
}

} // namespace Ui
