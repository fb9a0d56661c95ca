#include "tests/bench/benchreport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cstdio>

namespace Bench {

void BenchReport::add(const Figure &figure)
{
    if (m_figures.isEmpty())
        std::printf(
            "%-34s %14s %-8s %-34s %14s %8s\n", "name", "value", "unit", "against", "reference", "ratio");
    std::printf("%-34s %14.3f %-8s %-34s %14.3f %8.3f\n", qUtf8Printable(figure.name), figure.value,
        qUtf8Printable(figure.unit), qUtf8Printable(figure.against), figure.reference, figure.ratio());
    std::fflush(stdout);
    m_figures.append(
        QJsonObject{{QStringLiteral("name"), figure.name}, {QStringLiteral("value"), figure.value},
            {QStringLiteral("unit"), figure.unit}, {QStringLiteral("against"), figure.against},
            {QStringLiteral("reference"), figure.reference}, {QStringLiteral("ratio"), figure.ratio()}});
}

bool BenchReport::write(const QString &fileName) const
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(m_figures).toJson()) >= 0
        && file.commit();
}

} // namespace Bench
