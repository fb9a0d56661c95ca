#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

/// The rules of the house that a compiler does not know.
class tst_Structure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersDependDownwards_data();
    void foldersDependDownwards();
    void coreIncludesNoWindows_data();
    void coreIncludesNoWindows();
    void coreHoldsNoSentences();
    void nothingPumpsTheEventLoop();
    void everySourceIsBuilt_data();
    void everySourceIsBuilt();
    void forbiddenWords_data();
    void forbiddenWords();
    void filesStaySmall();
};

namespace {

/// Each may include itself and what stands before it.
const QStringList &clientLayers()
{
    static const QStringList layers{
        QStringLiteral("core/base"),
        QStringLiteral("core/wire"),
        QStringLiteral("core/protocol"),
        QStringLiteral("core/discovery"),
        QStringLiteral("core/net"),
        QStringLiteral("core/p2p"),
        QStringLiteral("core/roster"),
        QStringLiteral("core/chat"),
        QStringLiteral("core/account"),
        QStringLiteral("core/storage"),
        QStringLiteral("core/sqlite"),
        QStringLiteral("core/history"),
        QStringLiteral("core/listcopies"),
        QStringLiteral("core/models"),
    };
    return layers;
}

QString root()
{
    return QStringLiteral(SOURCE_ROOT);
}

/// Files below \p folder of the project whose names match one of \p patterns, relative to the root.
QStringList filesIn(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator iterator(
        root() + u'/' + folder, patterns, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(QDir(root()).relativeFilePath(iterator.next()));
    files.sort();
    return files;
}

QStringList sourcesIn(const QString &folder)
{
    return filesIn(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

QString contentOf(const QString &path)
{
    QFile file(root() + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// `core/wire` of `core/wire/command.h`, the first folder alone elsewhere.
QString layerOf(const QString &path)
{
    return path.startsWith(QLatin1String("core/")) ? path.section(u'/', 0, 1) : path.section(u'/', 0, 0);
}

bool mayInclude(const QString &layer, const QString &other)
{
    const QStringList &layers = clientLayers();
    if (other == layer || layer == QLatin1String("app"))
        return other != QLatin1String("tests");
    if (layer == QLatin1String("ui"))
        return layers.contains(other);
    if (layer == QLatin1String("core/service"))
        return layers.first(3).contains(other) || other == QLatin1String("core/sqlite");
    if (layer == QLatin1String("core/sqlite"))
        return other == layers.first();
    return layers.contains(other) && layers.indexOf(other) < layers.indexOf(layer);
}

QStringList includesOf(const QString &path, const QString &pattern)
{
    const QRegularExpression include(pattern, QRegularExpression::MultilineOption);
    QStringList names;
    auto matches = include.globalMatch(contentOf(path));
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names;
}

void addRowPerSource(const QStringList &folders)
{
    QTest::addColumn<QString>("path");
    for (const QString &folder : folders) {
        const QStringList sources = sourcesIn(folder);
        for (const QString &path : sources)
            QTest::newRow(qPrintable(path)) << path;
    }
}

QString lineAt(const QString &text, qsizetype position)
{
    return QString::number(text.first(position).count(u'\n') + 1);
}

/// Where \p pattern occurs in the sources below \p folders.
QString occurrences(const QStringList &folders, const QRegularExpression &pattern)
{
    QStringList places;
    for (const QString &folder : folders) {
        const QStringList sources = sourcesIn(folder);
        for (const QString &path : sources) {
            const QString text = contentOf(path);
            auto matches = pattern.globalMatch(text);
            while (matches.hasNext())
                places.append(path + u':' + lineAt(text, matches.next().capturedStart()));
        }
    }
    return places.join(u' ');
}

} // namespace

void tst_Structure::foldersDependDownwards_data()
{
    addRowPerSource({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")});
}

void tst_Structure::foldersDependDownwards()
{
    QFETCH(QString, path);
    const QStringList included = includesOf(path, QStringLiteral("^#include \"([^\"]+)\""));
    for (const QString &name : included) {
        if (name.endsWith(QLatin1String(".moc")))
            continue;
        QVERIFY2(QFile::exists(root() + u'/' + name),
            qPrintable(name + QStringLiteral(" is not written from the root")));
        QVERIFY2(mayInclude(layerOf(path), layerOf(name)), qPrintable(name));
    }
}

void tst_Structure::coreIncludesNoWindows_data()
{
    addRowPerSource({QStringLiteral("core")});
}

/// Qt headers of core come from Core, Network and Sql; bytes and values need Core alone.
void tst_Structure::coreIncludesNoWindows()
{
    QFETCH(QString, path);
    const bool valuesOnly = clientLayers().first(3).contains(layerOf(path));
    const QStringList modules = valuesOnly
        ? QStringList{QStringLiteral("QtCore")}
        : QStringList{QStringLiteral("QtCore"), QStringLiteral("QtNetwork"), QStringLiteral("QtSql")};
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const QStringList included
        = includesOf(path, QStringLiteral("^#include <(Q[A-Za-z0-9]+|q[a-z0-9_]+\\.h)>"));
    for (const QString &name : included) {
        const bool allowed = std::any_of(modules.cbegin(), modules.cend(),
            [&](const QString &module) { return headers.exists(module + u'/' + name); });
        QVERIFY2(allowed, qPrintable(name));
    }
}

/// Every human sentence goes through tr() in ui or app.
void tst_Structure::coreHoldsNoSentences()
{
    const QRegularExpression translation(QStringLiteral("\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\("));
    QCOMPARE(occurrences({QStringLiteral("core")}, translation), QString());
    const QRegularExpression withoutContext(QStringLiteral("QObject::"
                                                           "tr\\("));
    QCOMPARE(occurrences({QStringLiteral("ui"), QStringLiteral("app")}, withoutContext), QString());
}

/// A nested event loop lets anything happen in the middle of a function.
void tst_Structure::nothingPumpsTheEventLoop()
{
    // That of a query, QSqlQuery::exec(), is another one.
    const QRegularExpression nested(
        QStringLiteral("QEventLoop|processEvents|(?<!query->|query\\.)\\bexec\\(\\)"));
    QCOMPARE(occurrences({QStringLiteral("core"), QStringLiteral("ui")}, nested), QString());
    const QRegularExpression sleeping(QStringLiteral("QTest::q"
                                                     "(Wait|Sleep)\\(|QThread::"
                                                     "m?sleep\\("));
    QCOMPARE(occurrences({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"),
                             QStringLiteral("tests")},
                 sleeping),
        QString());
}

void tst_Structure::everySourceIsBuilt_data()
{
    addRowPerSource(
        {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("tests")});
}

/// A file that no CMakeLists.txt names is checked by nobody.
void tst_Structure::everySourceIsBuilt()
{
    QFETCH(QString, path);
    QString name = path.section(u'/', -1);
    if (name.startsWith(QLatin1String("tst_")) || name.startsWith(QLatin1String("fuzz_")))
        name.chop(4); // named without .cpp, as the program it becomes
    QString folder = path;
    while (folder.contains(u'/')) {
        folder = folder.section(u'/', 0, -2);
        if (contentOf(folder + QStringLiteral("/CMakeLists.txt")).contains(name))
            return;
    }
    QFAIL("no CMakeLists.txt names this file");
}

void tst_Structure::forbiddenWords_data()
{
    QTest::addColumn<QString>("pattern");
    // Written in two parts, or this file would be found.
    QTest::newRow("certificate errors are not waved through") << QStringLiteral("ignore"
                                                                                "SslErrors");
    QTest::newRow("nothing is left for later") << QStringLiteral("\\b(TO"
                                                                 "DO|FIX"
                                                                 "ME)\\b");
    QTest::newRow("no paths of somebody's machine") << QStringLiteral("(^|[\\s\"'=(])/(wo"
                                                                      "rk|ho"
                                                                      "me|ro"
                                                                      "ot)/");
}

void tst_Structure::forbiddenWords()
{
    QFETCH(QString, pattern);
    const QRegularExpression forbidden(pattern, QRegularExpression::MultilineOption);
    const QStringList folders{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"),
        QStringLiteral("tests"), QStringLiteral("cmake"), QStringLiteral("resources"), QStringLiteral(".ci"),
        QStringLiteral("translations"), QStringLiteral("docs")};
    QStringList files = QDir(root()).entryList(QDir::Files | QDir::Hidden);
    for (const QString &folder : folders)
        files += filesIn(folder, {QStringLiteral("*")});
    QStringList found;
    for (const QString &path : files) {
        const QString text = path == QLatin1String(".git") ? QString() : contentOf(path);
        auto matches = forbidden.globalMatch(text);
        while (matches.hasNext())
            found.append(path + u':' + lineAt(text, matches.next().capturedStart()));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
}

/// A file of this length has more than one reason to change.
void tst_Structure::filesStaySmall()
{
    QStringList tooLong;
    for (const QString &folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        const QStringList sources = sourcesIn(folder);
        for (const QString &path : sources) {
            if (contentOf(path).count(u'\n') > 600)
                tooLong.append(path);
        }
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u' ')));
}

QTEST_GUILESS_MAIN(tst_Structure)

#include "tst_structure.moc"
