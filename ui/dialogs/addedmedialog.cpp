#include "ui/dialogs/addedmedialog.h"

#include "core/account/account.h"
#include "core/roster/rostereditor.h"
#include "ui/dialogs/addedmerow.h"
#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using namespace Msn;

AddedMeDialog::AddedMeDialog(Account &account, QWidget *parent)
    : FormDialog(tr("Who has added you"), tr("&OK"), parent)
    , m_account(account)
    , m_heading(addText({}))
{
    const Metrics metrics = Metrics::of(this);
    buttons()->button(QDialogButtonBox::Cancel)->setText(tr("&Later"));
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins({});
    m_list->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumSize(metrics.px(340), metrics.px(170));
    column()->addWidget(scroll, 1);
    setMinimumWidth(metrics.px(400));
}

void AddedMeDialog::addPerson(const Address &address)
{
    const auto known = std::any_of(
        m_rows.begin(), m_rows.end(), [&](const AddedMeRow *row) { return row->address() == address; });
    if (known)
        return;
    const Contact *contact = m_account.contacts().find(address);
    Contact unknown;
    unknown.address = address;
    auto *row = new AddedMeRow(contact ? *contact : unknown, this);
    m_rows.append(row);
    m_list->insertWidget(m_list->count() - 1, row);
    updateHeading();
}

void AddedMeDialog::submit()
{
    m_pending = m_rows.size();
    m_firstError = {};
    setBusy(tr("Telling the server…"));
    const QList<AddedMeRow *> rows = m_rows;
    for (const AddedMeRow *row : rows)
        answer(*row);
}

void AddedMeDialog::answer(const AddedMeRow &row)
{
    const Address &address = row.address();
    const bool add = row.isToBeAdded();
    const auto ended = [this, address](const Expected<std::monostate, Error> &result) {
        handleAnswered(address, result ? Error() : result.error());
    };
    if (!row.isAllowed()) {
        m_account.editor().refuseAddedMe(address, {this, ended});
        return;
    }
    m_account.editor().acceptAddedMe(
        address, {this, [this, address, add, ended](const Expected<std::monostate, Error> &accepted) {
                      if (accepted && add)
                          m_account.editor().addContact(address, {}, {this, ended});
                      else
                          ended(accepted);
                  }});
}

void AddedMeDialog::handleAnswered(const Address &address, const Error &error)
{
    if (error.code != ErrorCode::None && m_firstError.code == ErrorCode::None) {
        m_firstError = error;
        if (m_firstError.subject.isEmpty())
            m_firstError.subject = address.toString();
    } else if (error.code == ErrorCode::None) {
        const auto done = std::find_if(
            m_rows.begin(), m_rows.end(), [&](const AddedMeRow *row) { return row->address() == address; });
        if (done != m_rows.end()) {
            (*done)->deleteLater();
            m_rows.erase(done);
        }
    }
    if (--m_pending > 0)
        return;
    if (m_rows.isEmpty())
        accept();
    else if (m_firstError.code == ErrorCode::None)
        setIdle();
    else
        showFailure(m_firstError);
    updateHeading();
}

void AddedMeDialog::updateHeading()
{
    m_heading->setText(tr("%n person(s) added you to their contacts. You decide what they see of you.",
        nullptr, static_cast<int>(m_rows.size())));
}

} // namespace Ui
