#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Msn {

/// A MIME-like block: header lines `Name: value` CR LF, an empty line, a body of raw bytes.
/// Header names compare without regard to case. Order is kept.
/// Tolerated: LF alone, a line without a colon (skipped), a missing empty line (empty body), no
/// blank behind the colon.
/// Source: wire-format.md §6; MSNP9 analysis §4.
class MimeMessage
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    /// Never fails: whatever cannot be understood is left out. At most 64 header lines are kept.
    static MimeMessage parse(const QByteArray &bytes);
    /// Line breaks in names and values become blanks.
    QByteArray encode() const;
    /// Empty but for `MIME-Version: 1.0` and `Content-Type: \p contentType`.
    static MimeMessage ofType(const QByteArray &contentType);

    /// Value of the first header called \p name, empty if there is none.
    QByteArray header(const QByteArray &name) const;
    bool hasHeader(const QByteArray &name) const;
    void addHeader(const QByteArray &name, const QByteArray &value);
    const QList<Header> &headers() const { return m_headers; }

    /// `text/plain` of `Text/Plain; charset=UTF-8`: lower case, without parameters.
    QByteArray contentType() const;
    /// Value of `charset=` in the Content-Type, lower case; empty if none.
    QByteArray charset() const;

    const QByteArray &body() const { return m_body; }
    void setBody(const QByteArray &body) { m_body = body; }
    /// The body as text: by its charset, UTF-8 if valid, else Latin-1.
    QString bodyText() const;

    friend bool operator==(const MimeMessage &, const MimeMessage &) = default;

private:
    QList<Header> m_headers;
    QByteArray m_body;
};

} // namespace Msn
