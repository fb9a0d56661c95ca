#include "ui/conversation/input/sentlines.h"

#include <QtTest>

using Ui::SentLines;

class tst_SentLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSent();
    void goesBackAndForth();
    void keepsTheDraft();
    void sameLineTwiceIsOneEntry();
    void forgetsTheOldest();
};

void tst_SentLines::nothingSent()
{
    SentLines lines;
    QCOMPARE(lines.older(QStringLiteral("draft")), QStringLiteral("draft"));
    QCOMPARE(lines.newer(QStringLiteral("draft")), QStringLiteral("draft"));
}

void tst_SentLines::goesBackAndForth()
{
    SentLines lines;
    lines.add(QStringLiteral("one"));
    lines.add(QStringLiteral("two"));
    QCOMPARE(lines.older({}), QStringLiteral("two"));
    QCOMPARE(lines.older(QStringLiteral("two")), QStringLiteral("one"));
    QCOMPARE(lines.older(QStringLiteral("one")), QStringLiteral("one"));
    QCOMPARE(lines.newer(QStringLiteral("one")), QStringLiteral("two"));
}

void tst_SentLines::keepsTheDraft()
{
    SentLines lines;
    lines.add(QStringLiteral("one"));
    lines.older(QStringLiteral("half a line"));
    QCOMPARE(lines.newer(QStringLiteral("one")), QStringLiteral("half a line"));
}

void tst_SentLines::sameLineTwiceIsOneEntry()
{
    SentLines lines;
    lines.add(QStringLiteral("zero"));
    lines.add(QStringLiteral("one"));
    lines.add(QStringLiteral("one"));
    lines.older({});
    QCOMPARE(lines.older(QStringLiteral("one")), QStringLiteral("zero"));
}

void tst_SentLines::forgetsTheOldest()
{
    SentLines lines;
    for (int i = 0; i <= SentLines::maxLines; ++i)
        lines.add(QString::number(i));
    QString shown;
    for (int i = 0; i <= SentLines::maxLines; ++i)
        shown = lines.older(shown);
    QCOMPARE(shown, QStringLiteral("1"));
}

QTEST_APPLESS_MAIN(tst_SentLines)
#include "tst_sentlines.moc"
