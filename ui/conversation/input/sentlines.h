#pragma once

#include <QString>
#include <QStringList>

namespace Ui {

/// What I have sent in a conversation, to be fetched back with Ctrl+Up. The line being written is
/// kept while going through them.
class SentLines
{
public:
    static constexpr qsizetype maxLines = 100;

    void add(const QString &text);
    /// The one before; \p current is what stands in the field now. \p current if there is none.
    QString older(const QString &current);
    QString newer(const QString &current);

private:
    QStringList m_lines;
    /// Index of the one shown; m_lines.size() = the line being written.
    qsizetype m_shown = 0;
    QString m_draft;
};

} // namespace Ui
