#include "ui/conversation/base/chatstyle.h"
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Ui;

class tst_ChatStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedStylesAreValid_data();
    void shippedStylesAreValid();
    void errorsNameTheKey_data();
    void errorsNameTheKey();
    void unknownNameIsTheClassicStyle();

private:
    static QJsonObject classic();
};

QJsonObject tst_ChatStyle::classic()
{
    QFile file(QStringLiteral(":/chatstyles/classic.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void tst_ChatStyle::shippedStylesAreValid_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : ChatStyle::ids())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_ChatStyle::shippedStylesAreValid()
{
    QFETCH(const QString, id);
    QFile file(QStringLiteral(":/chatstyles/%1.json").arg(id));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto style = ChatStyle::parse(file.readAll());
    QVERIFY2(style, style ? "" : qPrintable(style.error().key));
    QCOMPARE(style->id, id);
    QCOMPARE(ChatStyle::load(id), *style);
    QVERIFY(!style->shownTitle().isEmpty());
}

void tst_ChatStyle::errorsNameTheKey_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *object, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(object) << QString::fromLatin1(key) << value;
    };
    row("missing", "header", "own", QJsonValue::Undefined);
    row("wrong word", "header", "place", QStringLiteral("below"));
    row("no such colour", "header", "otherInk", QStringLiteral("pink"));
    row("number too large", "line", "indent", 21);
    row("number as text", "line", "height", QStringLiteral("112"));
    row("truth as text", "notice", "rules", QStringLiteral("yes"));
    row("unknown key", "notice", "script", QStringLiteral("x"));
    row("no object", "", "line", 3);
    row("unknown part", "", "image", QStringLiteral("file.png"));
    row("endless text", "header", "own", QStringLiteral("x").repeated(1000));
}

void tst_ChatStyle::errorsNameTheKey()
{
    QFETCH(const QString, object);
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject style = classic();
    QJsonObject part = object.isEmpty() ? style : style.value(object).toObject();
    part.insert(key, value);
    if (value.isUndefined())
        part.remove(key);
    if (object.isEmpty())
        style = part;
    else
        style.insert(object, part);
    const auto parsed = ChatStyle::parse(QJsonDocument(style).toJson());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().key, object.isEmpty() ? key : QString(object + u'.' + key));
}

void tst_ChatStyle::unknownNameIsTheClassicStyle()
{
    QCOMPARE(ChatStyle::load(QStringLiteral("../../etc/passwd")), ChatStyle::load(QStringLiteral("classic")));
    QVERIFY(!ChatStyle::parse("[]"));
    QVERIFY(!ChatStyle::parse("{"));
    QVERIFY(!ChatStyle::colour(QStringLiteral("file:///"), Tokens::light()));
}

QTEST_MAIN(tst_ChatStyle)
#include "tst_chatstyle.moc"
