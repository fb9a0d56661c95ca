#pragma once

#include "app/shots/shot.h"
#include "core/account/account.h"
#include "core/storage/contactannotations.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"

#include <QModelIndex>

namespace Ui {
class ContactPage;
}

namespace App {

/// What the pictures of the contact list stand on, alive as long as the program.
struct ListStage
{
    Msn::Settings settings{QString()};
    Msn::NetworkCatalog networks{QStringLiteral(":/networks"), QString()};
    Msn::ContactAnnotations annotations{QString()};
    Msn::ContactAnnotations noAnnotations{QString()};
    Msn::Account account{Msn::NetworkDescription(), Msn::Address(QStringLiteral("marta.ruiz@example.com")),
        optionsWithPictures()};
    Msn::Account emptyAccount{Msn::NetworkDescription(), Msn::Address(QStringLiteral("you@demo.example"))};
    Msn::Account largeAccount{
        Msn::NetworkDescription(), Msn::Address(QStringLiteral("marta.ruiz@example.com"))};

    ListStage();
    static Msn::AccountOptions optionsWithPictures();
    /// What one picture chose is nothing to the next.
    void resetSettings();
};

ListStage &listStage();

/// A page with the sample list; the caller owns it.
std::unique_ptr<Ui::ContactPage> samplePage();
/// The first row whose name begins so.
QModelIndex rowOf(Ui::ContactPage &page, const QString &name);
/// As if the row of \p person were dragged over that of \p group.
void dragOver(Ui::ContactPage &page, const QString &person, const QString &group);

} // namespace App
