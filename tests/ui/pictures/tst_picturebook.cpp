#include "core/account/account.h"
#include "core/account/accountpictures.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/pictures/picturebook.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;
using namespace Ui;

/// The pictures of people as they are drawn.
class TestPictureBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void comesWhenItHasBeenRead();
    void nobodyWithoutOne();
    void whatIsNoPictureIsTriedOnce();
    void severalWithTheSame();
    void goesWhileItReads();
    void ownOne();
    void atOnce();
    void largeOneNotAtOnce();

private:
    void give(const Address &address, const QByteArray &data);
    /// With what was given so far.
    void begin();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<PictureBook> m_book;
};

namespace {

const Address ana(QStringLiteral("ana@example.com"));
const Address ben(QStringLiteral("ben@example.com"));

} // namespace

void TestPictureBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPictureBook::cleanup()
{
    m_book.reset();
    m_account.reset();
    m_folder.reset();
}

void TestPictureBook::give(const Address &address, const QByteArray &data)
{
    const QByteArray key = PictureCache::keyOf(QCryptographicHash::hash(data, QCryptographicHash::Sha1));
    QVERIFY(PictureCache(m_folder->filePath(QStringLiteral("pictures"))).write(key, data));
    KnownPictures known(m_folder->filePath(QStringLiteral("pictures.json")));
    known.set(address, key);
    known.save();
}

void TestPictureBook::begin()
{
    AccountOptions options;
    options.cacheDirectory = m_folder->path();
    m_account = std::make_unique<Account>(
        NetworkDescription(), Address(QStringLiteral("alice@example.com")), options);
    m_book = std::make_unique<PictureBook>(m_account->pictures());
}

void TestPictureBook::comesWhenItHasBeenRead()
{
    give(ana, BuiltInPictures::png(QStringLiteral("cat")));
    begin();
    QSignalSpy changed(m_book.get(), &PictureBook::changed);
    QVERIFY(m_book->of(ana).isNull());
    QVERIFY(m_book->isReading());
    QVERIFY(changed.wait());
    QCOMPARE(changed.at(0).at(0).value<Address>(), ana);
    QCOMPARE(m_book->of(ana).size(), QSize(96, 96));
    QVERIFY(!m_book->isReading());
}

void TestPictureBook::nobodyWithoutOne()
{
    begin();
    QVERIFY(m_book->of(ana).isNull());
    QVERIFY(!m_book->isReading());
}

void TestPictureBook::whatIsNoPictureIsTriedOnce()
{
    give(ana, "no picture at all");
    begin();
    QSignalSpy decoded(m_book.get(), &PictureBook::decoded);
    QVERIFY(m_book->of(ana).isNull());
    QVERIFY(decoded.wait());
    QVERIFY(m_book->of(ana).isNull());
    QVERIFY(!m_book->isReading());
}

void TestPictureBook::severalWithTheSame()
{
    const QByteArray same = BuiltInPictures::png(QStringLiteral("boat"));
    give(ana, same);
    give(ben, same);
    begin();
    QSignalSpy changed(m_book.get(), &PictureBook::changed);
    QSignalSpy decoded(m_book.get(), &PictureBook::decoded);
    m_book->of(ana);
    m_book->of(ben);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(decoded.size(), 1);
}

void TestPictureBook::goesWhileItReads()
{
    give(ana, BuiltInPictures::png(QStringLiteral("lake")));
    begin();
    m_book->of(ana);
    m_book.reset(); // nothing is told to what has gone
    QCoreApplication::sendPostedEvents();
}

void TestPictureBook::ownOne()
{
    begin();
    QVERIFY(m_book->own().isNull());
    QSignalSpy changed(m_book.get(), &PictureBook::ownChanged);
    QVERIFY(m_account->pictures().own().choose(BuiltInPictures::png(QStringLiteral("planet"))));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_book->own().size(), QSize(96, 96));
    QVERIFY(m_account->pictures().own().choose({}));
    QVERIFY(m_book->own().isNull());
}

void TestPictureBook::atOnce()
{
    give(ana, BuiltInPictures::png(QStringLiteral("guitar")));
    begin();
    QCOMPARE(pictureAtOnce(m_account->pictures(), ana).size(), QSize(96, 96));
    QVERIFY(pictureAtOnce(m_account->pictures(), ben).isNull());
}

/// Decoding it would hold up the window.
void TestPictureBook::largeOneNotAtOnce()
{
    QImage large(1000, 1000, QImage::Format_RGB32);
    large.fill(Qt::red);
    const QString path = m_folder->filePath(QStringLiteral("large.png"));
    QVERIFY(large.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    give(ana, file.readAll());
    begin();
    QVERIFY(pictureAtOnce(m_account->pictures(), ana).isNull());
    QSignalSpy changed(m_book.get(), &PictureBook::changed);
    m_book->of(ana);
    QVERIFY(changed.wait());
    QCOMPARE(m_book->of(ana).width(), 192); // no larger than it is ever drawn
}

QTEST_MAIN(TestPictureBook)
#include "tst_picturebook.moc"
