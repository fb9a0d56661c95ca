#include "core/history/export/historywriter.h"

#include <QIODevice>

namespace Msn {

HistoryWriter::HistoryWriter(QIODevice &device)
    : m_device(device)
{
}

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::write(const QByteArray &bytes)
{
    if (!m_hasFailed && m_device.write(bytes) != bytes.size())
        m_hasFailed = true;
}

} // namespace Msn
