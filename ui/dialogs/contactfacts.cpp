#include "ui/dialogs/contactfacts.h"

#include "core/roster/contactlist.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QLabel>

namespace Ui {

using namespace Msn;

void ContactFacts::setContact(const Contact &contact, const ContactList &contacts, bool hasNickname)
{
    qDeleteAll(findChildren<QLabel *>());
    delete layout();
    const Metrics metrics = Metrics::of(this);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(metrics.step(3));
    m_grid->setVerticalSpacing(metrics.px(6));
    m_grid->setColumnStretch(2, 1);
    if (hasNickname)
        addFact(tr("Own name"), contact.displayName(), QStringLiteral("person"));
    addPlaces(contact, contacts);
    addLists(contact);
}

QStringList ContactFacts::lines() const
{
    QStringList lines;
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->accessibleName().isEmpty())
            lines.append(label->accessibleName());
    }
    return lines;
}

void ContactFacts::addPlaces(const Contact &contact, const ContactList &contacts)
{
    const QString home = cleanedSingleLine(contact.phones.home);
    const QString work = cleanedSingleLine(contact.phones.work);
    const QString mobile = cleanedSingleLine(contact.phones.mobile);
    const QString phone = QStringLiteral("phone");
    if (!home.isEmpty())
        addFact(tr("Home phone"), home, phone);
    if (!work.isEmpty())
        addFact(tr("Work phone"), work, phone);
    if (!mobile.isEmpty())
        addFact(tr("Mobile phone"), mobile, phone);
    QStringList groups;
    for (const GroupId &id : contact.groups) {
        if (const Group *group = contacts.findGroup(id))
            groups.append(group->name.singleLine());
    }
    if (!groups.isEmpty())
        addFact(tr("Groups"), locale().createSeparatedList(groups), QStringLiteral("group"));
}

void ContactFacts::addLists(const Contact &contact)
{
    const auto tell = [this](bool so, const QString &yes, const QString &no) {
        addFact({}, so ? yes : no, so ? QStringLiteral("check") : QStringLiteral("minus"));
    };
    tell(contact.isOnForwardList(), tr("In your contacts"), tr("Not in your contacts"));
    if (contact.isBlocked())
        addFact({}, tr("Blocked: sees you as offline and cannot write to you"), QStringLiteral("block"));
    else if (contact.lists.testFlag(List::Allow))
        addFact({}, tr("May see when you are online and write to you"), QStringLiteral("check"));
    else
        addFact({}, tr("Neither allowed nor blocked: your privacy options decide"), QStringLiteral("minus"));
    tell(contact.lists.testFlag(List::Reverse), tr("Has you in their contacts"),
        tr("Does not have you in their contacts"));
}

void ContactFacts::addFact(const QString &name, const QString &value, const QString &icon)
{
    const Metrics metrics = Metrics::of(this);
    const int row = m_grid->rowCount();
    auto *mark = new QLabel(this);
    mark->setPixmap(
        Icons::pixmap(icon, Tokens::of(palette()).secondInk, metrics.px(16), devicePixelRatioF()));
    m_grid->addWidget(mark, row, 0, Qt::AlignTop);
    auto *words = new QLabel(value, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    // A number or an address begins beside its name, whichever way it runs itself.
    words->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    //: What something is, and its value: Home phone: 12 34
    words->setAccessibleName(name.isEmpty() ? value : tr("%1: %2").arg(name, value));
    if (name.isEmpty()) {
        m_grid->addWidget(words, row, 1, 1, 2);
        return;
    }
    auto *label = new QLabel(name, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(label, row, 1, Qt::AlignTop);
    m_grid->addWidget(words, row, 2);
}

} // namespace Ui
