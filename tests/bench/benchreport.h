#pragma once

#include <QJsonArray>
#include <QString>

namespace Bench {

/// One figure and what it is held against, measured in the same run.
struct Figure
{
    QString name;
    double value = 0;
    QString unit;
    QString against; ///< name of the limit or peer
    double reference = 0;

    double ratio() const { return reference > 0 ? value / reference : 0; }
};

/// Prints a table line per figure and writes all of them as JSON.
class BenchReport
{
public:
    void add(const Figure &figure);
    /// False if the file cannot be written.
    bool write(const QString &fileName) const;

private:
    QJsonArray m_figures;
};

} // namespace Bench
