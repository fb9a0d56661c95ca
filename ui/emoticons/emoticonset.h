#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Ui {

struct Emoticon
{
    /// Stable key, `smile`: for lists of recent ones.
    QString name;
    /// File in the resources.
    QString path;
    /// What one types for it; the first is what the picker types.
    QStringList codes;
    QString title;
    QString category;

    const QString &code() const { return codes.constFirst(); }
    friend bool operator==(const Emoticon &, const Emoticon &) = default;
};

/// The emoticons that this program has pictures for and the codes that stand for them.
/// Source: conversations.md §8.
class EmoticonSet
{
public:
    /// An array of {"name", "file", "codes", "title", "category"}, files beside \p path. Entries
    /// that lack one of them are left out.
    static EmoticonSet load(const QString &path = QStringLiteral(":/emoticons/emoticons.json"));

    EmoticonSet() = default;
    explicit EmoticonSet(QList<Emoticon> emoticons);

    const QList<Emoticon> &all() const { return m_emoticons; }
    /// Nullptr if there is none.
    const Emoticon *find(const QString &name) const;

    struct Match
    {
        const Emoticon *emoticon = nullptr;
        qsizetype length = 0;
    };
    /// The longest code that \p text has at \p position, whatever its case; no emoticon if none.
    Match matchAt(QStringView text, qsizetype position) const;

private:
    struct Code
    {
        QString text;
        qsizetype emoticon = 0;
    };

    QList<Emoticon> m_emoticons;
    QHash<QString, qsizetype> m_byName;
    /// By first character, longest code first.
    QHash<QChar, QList<Code>> m_codes;
};

} // namespace Ui
