#include "tests/support/buttons.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace Ui;
using Test::button;

/// A bar in a window of a given width.
class TestMessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void buttonsOfANarrowBarAreWhole();
    void oneLineWhereThereIsRoom();
    void wordsOfButtonsBeginWhereTheTextDoes();

private:
    QLabel *words() const;
    int left(const QWidget &widget) const { return widget.mapTo(m_bar, QPoint()).x(); }

    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
};

void TestMessageBar::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins({});
    m_bar = new MessageBar(m_window.get());
    column->addWidget(m_bar);
    column->addStretch();
    m_window->resize(330, 500);
    m_window->show();
}

QLabel *TestMessageBar::words() const
{
    const QList<QLabel *> labels = m_bar->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == m_bar->text())
            return label;
    }
    return nullptr;
}

void TestMessageBar::buttonsOfANarrowBarAreWhole()
{
    m_bar->showError({QStringLiteral("The server did not answer in time."),
        QStringLiteral("Check your connection, or that no firewall blocks the port."),
        QStringLiteral("timeout")});
    m_bar->addButton(QStringLiteral("Go through the web gateway"));
    m_bar->addButton(QStringLiteral("Use another proxy…"));
    QCoreApplication::processEvents();
    QVERIFY2(m_window->width() == 330, "the bar asked for a wider window");
    for (const char *text : {"Details", "Go through the web gateway", "Use another proxy…"}) {
        const QPushButton *shown = button(*m_bar, QString::fromUtf8(text));
        QVERIFY2(shown, text);
        QVERIFY2(shown->width() >= shown->sizeHint().width(), text);
        QVERIFY2(m_bar->rect().contains(QRect(shown->mapTo(m_bar, QPoint()), shown->size())), text);
    }
    QVERIFY(words()->height() >= words()->heightForWidth(words()->width()));
}

void TestMessageBar::oneLineWhereThereIsRoom()
{
    m_window->resize(700, 500);
    m_bar->showInformation(QStringLiteral("You have blocked Rosa."));
    m_bar->addButton(QStringLiteral("Unblock"));
    QCoreApplication::processEvents();
    const QPushButton *unblock = button(*m_bar, QStringLiteral("Unblock"));
    const int one = m_bar->height();
    QVERIFY(left(*unblock) > left(*words()) + 100);
    m_window->resize(240, 500);
    QCoreApplication::processEvents();
    QVERIFY(m_bar->height() > one);
    QVERIFY(left(*unblock) < 60);
}

void TestMessageBar::wordsOfButtonsBeginWhereTheTextDoes()
{
    m_bar->showError({QStringLiteral("Something went wrong, and it takes several lines to say what it was."),
        {}, QStringLiteral("details")});
    QCoreApplication::processEvents();
    const QPushButton *details = button(*m_bar, QStringLiteral("Details"));
    const int padding
        = (details->width() - details->fontMetrics().horizontalAdvance(QStringLiteral("Details"))) / 2;
    QVERIFY(qAbs(left(*details) + padding - left(*words())) <= 1);
}

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
