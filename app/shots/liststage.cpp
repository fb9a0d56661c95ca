#include "app/shots/liststage.h"

#include "app/shots/samplecontacts.h"
#include "app/shots/samplepictures.h"
#include "core/account/accountpictures.h"
#include "core/models/contactlistroles.h"
#include "core/roster/contactlist.h"
#include "ui/contacts/contactview.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/widgets/contactmime.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>

namespace App {

using namespace Msn;

ListStage::ListStage()
{
    const SampleList sample = sampleList();
    account.contacts().replace(sample.contacts, sample.groups);
    sampleAnnotations(annotations);
    account.pictures().own().choose(samplePicture(account.address()));
    const SampleList large = largeSampleList();
    largeAccount.contacts().replace(large.contacts, large.groups);
}

AccountOptions ListStage::optionsWithPictures()
{
    AccountOptions options;
    options.cacheDirectory = samplePictureCache();
    return options;
}

void ListStage::resetSettings()
{
    const QJsonValue nothing(QJsonValue::Undefined);
    for (const char *name : {Setting::listSorting.name, Setting::listByAddress.name,
             Setting::offlineTogether.name, Setting::hideEmptyGroups.name, Setting::collapsedGroups.name})
        settings.setJson(QLatin1String(name), nothing);
}

ListStage &listStage()
{
    static ListStage stage;
    return stage;
}

std::unique_ptr<Ui::ContactPage> samplePage()
{
    ListStage &stage = listStage();
    stage.resetSettings();
    return std::make_unique<Ui::ContactPage>(
        stage.account, stage.annotations, QStringLiteral("Example"), stage.settings);
}

QModelIndex rowOf(Ui::ContactPage &page, const QString &name)
{
    const QAbstractItemModel *model = page.view()->model();
    const QModelIndexList found = model->match(
        model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
    return found.value(0);
}

void dragOver(Ui::ContactPage &page, const QString &person, const QString &group)
{
    const QModelIndex row = rowOf(page, person);
    const std::unique_ptr<QMimeData> mime(Ui::ContactMime::make({Address(row.data(AddressRole).toString()),
        row.data().toString(), row.data(GroupIdRole).toByteArray()}));
    page.window()->show();
    const QPoint place = page.view()->visualRect(rowOf(page, group)).center();
    QDragEnterEvent enter(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(page.view()->viewport(), &enter);
    QDragMoveEvent move(place, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(page.view()->viewport(), &move);
}

} // namespace App
