#pragma once

#include "core/protocol/serviceform.h"

#include <QCoreApplication>
#include <QObject>

namespace Ui {

/// Opens a web page of the network in the browser. One that wants a form posted to it gets there by way
/// of a page of ours, which posts it by itself: a file that only its owner can read, in the directory
/// that lives as long as the login if there is one, gone after half a minute or with the program.
class ServicePage : public QObject
{
    Q_OBJECT

public:
    explicit ServicePage(QObject *parent = nullptr);

    /// False if no browser could be opened.
    bool open(const Msn::ServiceForm &form);
    /// The page that posts \p form by itself.
    static QByteArray html(const Msn::ServiceForm &form);

private:
    bool openForm(const Msn::ServiceForm &form);
};

} // namespace Ui
