#pragma once

#include "tests/support/evidence.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What must be shown, and how it is laid out for a reader. Says nothing of what has been shown.

/// One thing to show: a fact of one of our programs.
struct CoverageCell
{
    Test::Ours ours = Test::Ours::Client;
    /// As EvidencePool::testsFor() wants it.
    QByteArray pattern;
    /// Why there is nothing to show here. Evidence all the same is a mistake of this table.
    QString absence;
};

struct CoverageRow
{
    QStringList labels;
    /// Nothing: the row does not exist there, and nobody would expect it.
    QList<std::optional<CoverageCell>> cells;
};

struct CoverageTable
{
    QString title;
    QString introduction;
    QStringList labelHeads;
    QStringList cellHeads;
    QList<CoverageRow> rows;
};

/// Every verb of the product's verb table × direction × server × protocol version, once for the
/// client and once for the service; some verbs in several forms.
QList<CoverageTable> commandTables();
/// Verbs of the verb table that MSNP8 to MSNP10 do not have.
QStringList verbsOfOtherVersions();

/// Every error number of the product's error table × the commands that can provoke it.
CoverageTable errorTable();

/// Every content type a message can have × server × direction.
CoverageTable messageTable();
