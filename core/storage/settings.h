#pragma once

#include "core/base/error.h"
#include "core/storage/settingkeys.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Msn {

/// The settings of one profile: a JSON file that is read once and written as a whole to a new file
/// that then takes the old one's place, so that a crash or a full disk never leaves half of one.
/// Changes made together are written together, shortly after; the destructor writes what is left.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// An empty \p file keeps everything in memory.
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;

    /// If the file could not be understood: where it was put aside. The program starts with
    /// default settings then, and says so.
    const std::optional<QString> &brokenFile() const { return m_brokenFile; }

    template <typename T>
    T value(const SettingKey<T> &key) const;
    template <typename T>
    void setValue(const SettingKey<T> &key, const T &value);

    /// For lists of things with parts of their own, such as the saved accounts.
    QJsonValue json(const QString &name) const { return m_values.value(name); }
    void setJson(const QString &name, const QJsonValue &value);

    /// Writes now. False if that failed; writeFailed() has been sent then.
    bool flush();

Q_SIGNALS:
    void changed(const QString &name);
    void writeFailed(const Msn::Error &error);

private:
    void load();
    void setAside();

    const QString m_file;
    QJsonObject m_values;
    std::optional<QString> m_brokenFile;
    bool m_dirty = false;
    QTimer m_writeTimer;
};

} // namespace Msn
