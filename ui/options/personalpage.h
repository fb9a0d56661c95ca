#pragma once

#include "core/base/completion.h"
#include "ui/options/optionsform.h"

class QHBoxLayout;
class QLineEdit;

namespace Msn {
class Account;
}

namespace Ui {

class MessageBar;
class PictureButton;

/// What others see of me on one account: my picture, my name and my phone numbers.
class PersonalPage : public OptionsForm
{
    Q_OBJECT

public:
    /// \p account must outlive the page.
    explicit PersonalPage(Msn::Account &account, QWidget *parent = nullptr);
    ~PersonalPage() override;

    PictureButton *pictureButton() const { return m_picture; }
    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *homeEdit() const { return m_home; }
    QLineEdit *workEdit() const { return m_work; }
    QLineEdit *mobileEdit() const { return m_mobile; }
    MessageBar *bar() const { return m_bar; }

private:
    QHBoxLayout *makePictureRow();
    void keepPicture(const QByteArray &png);
    QLineEdit *makePhone(const QByteArray &key);
    void refresh();
    void keepName();
    void keepPhone(const QByteArray &key, const QLineEdit &field);
    QString known(const QByteArray &key) const;
    Msn::Completion<std::monostate> report(const QString &subject);

    Msn::Account &m_account;
    MessageBar *m_bar;
    PictureButton *m_picture;
    QLineEdit *m_name;
    QLineEdit *m_home;
    QLineEdit *m_work;
    QLineEdit *m_mobile;
};

} // namespace Ui
