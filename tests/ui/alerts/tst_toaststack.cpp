#include "ui/alerts/toast.h"
#include "ui/alerts/toaststack.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Ui;

namespace {

const QRect screen(100, 50, 1000, 700);

AlertNotice notice(const QString &title, const QString &text = {})
{
    AlertNotice notice;
    notice.title = title;
    notice.text = text;
    notice.avatar.address = Msn::Address(QStringLiteral("ana@example.com"));
    notice.avatar.name = title;
    return notice;
}

std::unique_ptr<ToastStack> makeStack(int lifetimeMs = 0)
{
    return std::make_unique<ToastStack>([] { return screen; }, lifetimeMs);
}

} // namespace

class TestToastStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void complaint18_standsInTheCornerOfTheRightScreen();
    void complaint7_neverTakesTheFocus();
    void stacksUpwards();
    void closesTheGap();
    void clickOpens();
    void rightClickAndCrossClose();
    void goesByItself();
    void hoverKeeps();
    void urgentOnesStay();
    void replaces();
    void neverMoreThanFit();
    void mirrored();
    void strangersWriteNoMarkup();
    void namedForAScreenReader();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestToastStack::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->setMotionReduced(true);
}

void TestToastStack::complaint18_standsInTheCornerOfTheRightScreen()
{
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("Ana")));
    const QRect place = stack->toasts().constFirst()->geometry();
    QVERIFY(screen.contains(place));
    QVERIFY(screen.right() - place.right() < 30);
    QVERIFY(screen.bottom() - place.bottom() < 30);
}

void TestToastStack::complaint7_neverTakesTheFocus()
{
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("Ana")));
    const Toast *toast = stack->toasts().constFirst();
    QVERIFY(toast->isVisible());
    QVERIFY(toast->testAttribute(Qt::WA_ShowWithoutActivating));
    QCOMPARE(toast->focusPolicy(), Qt::NoFocus);
    QCOMPARE(toast->findChild<QToolButton *>()->focusPolicy(), Qt::NoFocus);
    QCOMPARE(QApplication::activeWindow(), &window);
}

void TestToastStack::stacksUpwards()
{
    const auto stack = makeStack();
    for (int id = 1; id <= 3; ++id)
        stack->show(quint64(id), notice(QString::number(id)));
    const QList<Toast *> toasts = stack->toasts();
    QCOMPARE(toasts.size(), 3);
    QCOMPARE(toasts.constFirst()->notice().title, QStringLiteral("3"));
    for (int i = 1; i < 3; ++i)
        QVERIFY(toasts[i]->geometry().bottom() < toasts[i - 1]->geometry().top());
}

void TestToastStack::closesTheGap()
{
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("1")));
    stack->show(2, notice(QStringLiteral("2")));
    const QPoint corner = stack->toasts().constFirst()->pos();
    QSignalSpy closed(stack.get(), &ToastStack::closed);
    stack->close(2);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(stack->toasts().size(), 1);
    QCOMPARE(stack->toasts().constFirst()->pos(), corner);
    stack->close(2);
    QCOMPARE(closed.count(), 1);
}

void TestToastStack::clickOpens()
{
    const auto stack = makeStack();
    stack->show(7, notice(QStringLiteral("Ana")));
    QSignalSpy activated(stack.get(), &ToastStack::activated);
    const QSignalSpy closed(stack.get(), &ToastStack::closed);
    // Told that it was closed, its owner would have forgotten what it was about.
    connect(stack.get(), &ToastStack::activated, this, [&] { QCOMPARE(closed.count(), 0); });
    QTest::mouseClick(stack->toasts().constFirst(), Qt::LeftButton);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toULongLong(), 7U);
    QVERIFY(stack->toasts().isEmpty());
}

void TestToastStack::rightClickAndCrossClose()
{
    const auto stack = makeStack();
    const QSignalSpy activated(stack.get(), &ToastStack::activated);
    stack->show(1, notice(QStringLiteral("Ana")));
    QTest::mouseClick(stack->toasts().constFirst(), Qt::RightButton);
    QVERIFY(stack->toasts().isEmpty());
    stack->show(2, notice(QStringLiteral("Ana")));
    QTest::mouseClick(stack->toasts().constFirst()->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(stack->toasts().isEmpty());
    QCOMPARE(activated.count(), 0);
}

void TestToastStack::goesByItself()
{
    const auto stack = makeStack(20);
    QSignalSpy closed(stack.get(), &ToastStack::closed);
    stack->show(1, notice(QStringLiteral("Ana")));
    QVERIFY(closed.wait());
    QVERIFY(stack->toasts().isEmpty());
}

void TestToastStack::hoverKeeps()
{
    const auto stack = makeStack(20);
    stack->show(1, notice(QStringLiteral("kept")));
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QApplication::sendEvent(stack->toasts().constFirst(), &enter);
    stack->show(2, notice(QStringLiteral("not kept")));
    QSignalSpy closed(stack.get(), &ToastStack::closed);
    QVERIFY(closed.wait());
    QCOMPARE(closed.constFirst().constFirst().toULongLong(), 2U);
    QCOMPARE(stack->toasts().size(), 1);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(stack->toasts().constFirst(), &leave);
    QVERIFY(closed.wait());
    QVERIFY(stack->toasts().isEmpty());
}

void TestToastStack::urgentOnesStay()
{
    const auto stack = makeStack(20);
    AlertNotice urgent = notice(QStringLiteral("stays"));
    urgent.isUrgent = true;
    stack->show(1, urgent);
    stack->show(2, notice(QStringLiteral("goes")));
    QSignalSpy closed(stack.get(), &ToastStack::closed);
    QVERIFY(closed.wait());
    QCOMPARE(stack->toasts().size(), 1);
    QCOMPARE(stack->toasts().constFirst()->notice().title, QStringLiteral("stays"));
}

void TestToastStack::replaces()
{
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("Ana"), QStringLiteral("one")));
    const QPoint place = stack->toasts().constFirst()->pos();
    stack->show(1, notice(QStringLiteral("Ana"), QStringLiteral("two")));
    QCOMPARE(stack->toasts().size(), 1);
    QCOMPARE(stack->toasts().constFirst()->notice().text, QStringLiteral("two"));
    QCOMPARE(stack->toasts().constFirst()->pos(), place);
}

void TestToastStack::neverMoreThanFit()
{
    const auto stack = makeStack();
    for (quint64 id = 1; id <= 40; ++id)
        stack->show(id, notice(QString::number(id)));
    QCOMPARE(stack->toasts().size(), ToastStack::mostAtOnce);
    for (const Toast *toast : stack->toasts())
        QVERIFY(screen.contains(toast->geometry()));
    QCOMPARE(stack->toasts().constFirst()->notice().title, QStringLiteral("40"));
}

void TestToastStack::mirrored()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("Ana")));
    const QRect place = stack->toasts().constFirst()->geometry();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(screen.contains(place));
    QVERIFY(place.left() - screen.left() < 30);
}

void TestToastStack::strangersWriteNoMarkup()
{
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("<b>Ana</b>"), QStringLiteral("<img src='http://example.com'>")));
    const QList<QLabel *> labels = stack->toasts().constFirst()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
}

void TestToastStack::namedForAScreenReader()
{
    const auto stack = makeStack();
    stack->show(1, notice(QStringLiteral("Ana"), QStringLiteral("Hello")));
    const Toast *toast = stack->toasts().constFirst();
    QCOMPARE(toast->accessibleName(), QStringLiteral("Ana"));
    QCOMPARE(toast->accessibleDescription(), QStringLiteral("Hello"));
    QVERIFY(!toast->findChild<QToolButton *>()->accessibleName().isEmpty());
}

QTEST_MAIN(TestToastStack)
#include "tst_toaststack.moc"
