#pragma once

#include "core/base/completion.h"
#include "core/net/networkfilefetcher.h"
#include "core/protocol/networkdescription.h"
#include "ui/dialogs/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace Msn {
class ConnectionChoices;
class NetworkCatalog;
} // namespace Msn

namespace Ui {

/// Adds a network from a file, from a web address or `msnp:` link, or by its servers.
class AddNetworkDialog : public FormDialog
{
    Q_OBJECT

public:
    /// \p networks, and \p connection, the way to the web, must outlive the dialog.
    AddNetworkDialog(Msn::NetworkCatalog &networks, Msn::ConnectionChoices &connection, QWidget *parent);
    ~AddNetworkDialog() override;

    enum class Way { Link, Servers };
    void setWay(Way way);
    /// A web address or an `msnp:` link.
    void setLink(const QString &link);

Q_SIGNALS:
    /// The dialog closes after it.
    void added(const QString &name);

protected:
    void submit() override;

private:
    QWidget *makeLink();
    QWidget *makeServers();
    void showPage(int index);
    void addRowTo(QWidget &page, const QString &label, QWidget *field);
    void chooseFile();
    void readFile(const QString &file);
    void submitLink();
    void fetch(const QUrl &url);
    void submitServers();
    void takeFile(const QByteArray &json, const QString &origin);
    void take(const Msn::NetworkDescription &network, const std::function<void()> &store);
    void finish(const Msn::NetworkDescription &network);
    void showFileError(const Msn::NetworkFileError &error, const QString &origin);

    Msn::NetworkCatalog &m_networks;
    Msn::ConnectionChoices &m_connection;
    Msn::NetworkFileFetcher m_fetcher;
    QComboBox *m_way;
    QStackedWidget *m_pages;
    QLineEdit *m_link;
    QLineEdit *m_name;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QCheckBox *m_tls;
    QLineEdit *m_nexus;
};

} // namespace Ui
