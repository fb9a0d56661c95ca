#pragma once

#include "core/base/address.h"
#include "ui/widgets/fittingdialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Msn {
class Account;
class ContactAnnotations;
struct Contact;
} // namespace Msn

namespace Ui {

class ContactFacts;
class ElidedLabel;
class PictureBook;

/// Everything known about one person: who they are, what we call and note of them, phones, groups,
/// and on whose lists they are. What can be changed here is changed at once; what the server tells
/// meanwhile is shown at once. Deletes itself when closed.
class ContactCard : public FittingDialog
{
    Q_OBJECT

public:
    /// \p account and \p annotations must outlive the dialog.
    ContactCard(Msn::Account &account, Msn::ContactAnnotations &annotations, const Msn::Address &address,
        QWidget *parent);
    ~ContactCard() override;

    /// Puts the cursor into the note.
    void editNote();

    QLineEdit *nicknameEdit() const { return m_nickname; }
    QPlainTextEdit *noteEdit() const { return m_note; }
    QCheckBox *favouriteBox() const { return m_favourite; }
    /// The facts as lines of `Home phone: 12`, in the order shown.
    QStringList facts() const;

Q_SIGNALS:
    void chatWanted(const Msn::Address &address);
    void blockWanted(const Msn::Address &address);
    void unblockWanted(const Msn::Address &address);

protected:
    void done(int result) override;
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeOwnTouches();
    QLayout *makeButtons();
    void refresh();
    void refreshHead(const Msn::Contact &contact);
    void keep();

    Msn::Account &m_account;
    Msn::ContactAnnotations &m_annotations;
    const Msn::Address m_address;
    PictureBook *m_pictures;
    QLabel *m_picture;
    ElidedLabel *m_name;
    ElidedLabel *m_status;
    QLabel *m_statusMark;
    QLineEdit *m_nickname;
    QPlainTextEdit *m_note;
    QCheckBox *m_favourite;
    ContactFacts *m_facts;
    QPushButton *m_block = nullptr;
};

} // namespace Ui
