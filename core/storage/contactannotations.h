#pragma once

#include "core/base/address.h"
#include "core/storage/settings.h"

#include <QHash>
#include <QObject>

namespace Msn {

/// What we keep about somebody for ourselves. No server and nobody else sees it.
struct ContactAnnotation
{
    QString nickname; ///< our own name for them; empty: theirs
    QString note; ///< free text, several lines
    bool isFavourite = false;

    bool isEmpty() const { return *this == ContactAnnotation(); }
    friend bool operator==(const ContactAnnotation &, const ContactAnnotation &) = default;
};

/// The annotations of one account on one network: a file of its own beside its history. Kept when
/// somebody is removed from the list, so that they come back as they were. Written as Settings are.
class ContactAnnotations : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxNicknameLength = 129;
    static constexpr qsizetype maxNoteLength = 10'000;

    /// An empty \p file keeps everything in memory.
    explicit ContactAnnotations(const QString &file, QObject *parent = nullptr);

    ContactAnnotation of(const Address &address) const { return m_annotations.value(address); }
    /// In one line, cleaned of what does not belong into a name; empty: none was given.
    QString nicknameOf(const Address &address) const;
    /// Text is trimmed and cut to the limits; an empty annotation is forgotten.
    void set(const Address &address, const ContactAnnotation &annotation);
    void setNickname(const Address &address, const QString &nickname);
    void setNote(const Address &address, const QString &note);
    void setFavourite(const Address &address, bool favourite);

    /// As Settings::flush().
    bool flush() { return m_file.flush(); }

Q_SIGNALS:
    void changed(const Msn::Address &address);
    void writeFailed(const Msn::Error &error);

private:
    void load();

    Settings m_file;
    QHash<Address, ContactAnnotation> m_annotations;
};

} // namespace Msn
