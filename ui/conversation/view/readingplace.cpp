#include "ui/conversation/view/readingplace.h"

#include "ui/conversation/view/chatdocument.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBrowser>

#include <cmath>

namespace Ui {

void ReadingPlace::remember()
{
    const QAbstractTextDocumentLayout &layout = *m_view.document()->documentLayout();
    m_entry = ChatBlock::entryOf(m_view.cursorForPosition({0, 0}).block());
    m_offset = m_view.verticalScrollBar()->value() - layout.blockBoundingRect(m_chat.blockOf(m_entry)).top();
    m_caretEntry = ChatBlock::entryOf(m_view.textCursor().block());
    m_isChanging = true;
    // A bar that goes and comes back would lay everything out three times.
    if (m_view.verticalScrollBar()->isVisible())
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void ReadingPlace::restore(bool followsEnd)
{
    if (const QTextBlock caret = m_chat.blockOf(m_caretEntry); caret.isValid() && m_view.cursorWidth() > 0)
        m_view.setTextCursor(QTextCursor(caret));
    m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_isChanging = false;
    if (followsEnd)
        return;
    const QTextBlock block = m_chat.blockOf(m_entry);
    if (!block.isValid())
        return;
    const double top = m_view.document()->documentLayout()->blockBoundingRect(block).top();
    m_view.verticalScrollBar()->setValue(int(std::lround(top + m_offset)));
}

void ReadingPlace::goTo(int entry)
{
    const QTextBlock block = m_chat.blockOf(entry);
    if (!block.isValid())
        return;
    m_view.setTextCursor(QTextCursor(block));
    const double top = m_view.document()->documentLayout()->blockBoundingRect(block).top();
    m_view.verticalScrollBar()->setValue(int(std::lround(top - m_view.viewport()->height() / 3.0)));
}

} // namespace Ui
