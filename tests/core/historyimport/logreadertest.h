#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace Test {

/// A log in tests/data/history and what is in it.
struct LogSample
{
    const char *name;
    QString file;
    QStringList entries; ///< see inWords()
    QStringList problems = {};
    /// It is cut at every byte and filled with garbage too. One of a kind is enough.
    bool isSpoilt = true;
};

/// What is asked of the readers of all programs: they find what is there in whatever pieces it comes, and
/// what stands before a cut or before garbage.
class LogReaderTest : public QObject
{
    Q_OBJECT

public:
    explicit LogReaderTest(const QList<LogSample> &samples);

private Q_SLOTS:
    void reads_data();
    void reads();
    void isCutAnywhere_data();
    void isCutAnywhere();
    void holdsGarbage_data();
    void holdsGarbage();

private:
    void addSpoiltSamples() const;

    const QList<LogSample> m_samples;
};

} // namespace Test
