#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace Ui {

/// A dictionary on this computer.
struct Dictionary
{
    /// `pt_BR`
    QString language;
    /// Both files without their endings.
    QString path;

    friend bool operator==(const Dictionary &, const Dictionary &) = default;
};

/// The dictionaries in the usual places: a pair of .aff and .dic each.
class Dictionaries
{
public:
    /// The system's folders, those of $XDG_DATA_DIRS, and the person's own, which come first.
    static QStringList usualFolders();

    explicit Dictionaries(const QStringList &folders = usualFolders());

    const QMap<QString, Dictionary> &all() const { return m_all; }
    /// \p language, else another of the same language (`pt` for `pt_BR`, `en_US` for `en_AU`);
    /// empty if there is none.
    QString closest(const QString &language) const;

private:
    QMap<QString, Dictionary> m_all;
};

} // namespace Ui
