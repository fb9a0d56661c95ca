#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// An error number and a request that it can answer. Source: errors.md; MSNP9 analysis, error table.
struct ErrorRow
{
    int number = 0;
    /// Verb, or `-` for a number that comes without a request.
    QByteArray request;
    /// Why our client never gets it, our service never says it; empty: it does.
    QString clientAbsence;
    QString serviceAbsence;
};

QList<ErrorRow> errorRows();
