#pragma once

#include <QTextBlock>
#include <QTextFormat>

namespace Ui {

/// What the paragraphs of a conversation carry with them besides their text.
namespace ChatBlock {

enum Property {
    PartNumber = QTextFormat::UserProperty + 100,
    Outgoing,
    Time, ///< of characters: a time that only some copies take along
};

enum class Part {
    Header,
    Message,
    Notice,
};

/// The number of the entry that a paragraph belongs to, -1 for none. Not part of its format: as
/// many formats as paragraphs would make each new one slower than the one before.
inline int entryOf(const QTextBlock &block)
{
    return block.userState();
}

inline bool isPart(const QTextBlock &block, Part part)
{
    return block.blockFormat().hasProperty(PartNumber)
        && block.blockFormat().intProperty(PartNumber) == int(part);
}

} // namespace ChatBlock

} // namespace Ui
