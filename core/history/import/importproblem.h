#pragma once

#include <QMetaType>
#include <QString>

namespace Msn {

/// Something in a file that could not be read as it should be. What stands around it is imported all the
/// same.
struct ImportProblem
{
    enum class Reason {
        CannotOpen, ///< `excerpt`: the system's words
        CannotRead, ///< reading stopped in the middle; `excerpt`: the system's words
        UnknownFormat, ///< none of the programs whose logs are known writes like this
        UnknownPerson, ///< neither the file nor its name tells with whom; nothing of it is imported
        UnknownDirection, ///< nothing tells which of the names is ours; all is taken as said by the other
        UnknownDate, ///< lines with a time of day only, and nothing tells the day
        BadTime, ///< a line without a readable time; it is left out
        BadMarkup, ///< a record that is not well-formed; it is left out
        Incomplete, ///< the file ends in the middle of a record
        Unexpected, ///< text where none belongs; it is left out
        TooLong, ///< a line or record over the limit; it is cut or left out
        OtherNetwork, ///< the log of an account of another kind of network; `excerpt`: which
        UnknownAccount, ///< the history of an account that is not known here; `excerpt`: its address
        StoreFailed, ///< the history did not take it
        TooMany, ///< more problems than are listed
    };

    static constexpr qsizetype maxExcerpt = 80;

    Reason reason = Reason::Unexpected;
    /// First is 1; 0 if it is about the whole file.
    qint64 line = 0;
    /// In characters, first is 1; 0 if unknown.
    qint64 column = 0;
    /// What stands there, one line of at most maxExcerpt characters. A stranger may have written it.
    QString excerpt;

    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

/// \p excerpt is cleaned and cut to the limit.
ImportProblem makeProblem(
    ImportProblem::Reason reason, qint64 line, const QString &excerpt = {}, qint64 column = 0);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::ImportProblem)
