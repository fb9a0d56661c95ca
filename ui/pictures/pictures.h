#pragma once

#include "core/base/address.h"

#include <QImage>
#include <QObject>

namespace Ui {

/// The display pictures of one account, as they are drawn.
class Pictures : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null if there is none, or it is still being read: changed() follows then.
    virtual QImage of(const Msn::Address &address) = 0;
    virtual QImage own() = 0;

Q_SIGNALS:
    void changed(const Msn::Address &address);
    void ownChanged();
};

} // namespace Ui
