#include "core/base/expected.h"

#include "core/base/error.h"

#include <QTest>

#include <memory>

using namespace Msn;

class tst_Expected : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void tellsEqualTypesApart();
    void movesWhatCannotBeCopied();
    void worksWithoutAValue();
};

void tst_Expected::holdsAValue()
{
    Expected<QString, Error> name(QStringLiteral("Bob"));
    QVERIFY(name.has_value());
    QVERIFY(bool(name));
    QCOMPARE(*name, QStringLiteral("Bob"));
    QCOMPARE(name->size(), 3);
    name.value() += u'b';
    QCOMPARE(name.value_or(QStringLiteral("nobody")), QStringLiteral("Bobb"));
}

void tst_Expected::holdsAnError()
{
    const Expected<QString, Error> failed(
        Unexpected(makeError(ErrorCode::HostNotFound, QStringLiteral("example.net"))));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::HostNotFound);
    QCOMPARE(failed.error().subject, QStringLiteral("example.net"));
    QCOMPARE(failed.value_or(QStringLiteral("nobody")), QStringLiteral("nobody"));
}

void tst_Expected::tellsEqualTypesApart()
{
    QVERIFY((Expected<int, int>(1).has_value()));
    QVERIFY((!Expected<int, int>(Unexpected(1)).has_value()));
}

void tst_Expected::movesWhatCannotBeCopied()
{
    Expected<std::unique_ptr<int>, Error> made(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = *std::move(made);
    QCOMPARE(*taken, 7);
}

void tst_Expected::worksWithoutAValue()
{
    QVERIFY((Expected<void, Error>().has_value()));
    const Expected<void, Error> failed(Unexpected(makeError(ErrorCode::Cancelled)));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(tst_Expected)

#include "tst_expected.moc"
