#include "ui/widgets/fittingarea.h"
#include "ui/widgets/fittingdialog.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Ui;

namespace {

/// A dialog of a given number of rows and a button.
class RowDialog : public FittingDialog
{
public:
    explicit RowDialog(int count)
        : m_rows(new QVBoxLayout)
        , m_content(makeContent(m_rows))
        , m_area(new FittingArea(m_content, this))
        , m_button(new QPushButton(QStringLiteral("Close"), this))
    {
        for (int i = 0; i < count; ++i)
            addRow();
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_area, 1);
        column->addWidget(m_button);
    }

    void addRow()
    {
        auto *row = new QWidget;
        row->setFixedHeight(30);
        m_rows->addWidget(row);
    }
    bool isScrolled() const { return m_area->verticalScrollBar()->maximum() > 0; }
    QRect buttonPlace() const { return m_button->geometry(); }

private:
    static QWidget *makeContent(QLayout *rows)
    {
        auto *content = new QWidget;
        content->setLayout(rows);
        return content;
    }

    QVBoxLayout *m_rows;
    QWidget *m_content;
    FittingArea *m_area;
    QPushButton *m_button;
};

int screenHeight()
{
    return QGuiApplication::primaryScreen()->availableGeometry().height();
}

} // namespace

/// The whole dialog is seen, or all of it that the screen has room for, its buttons always.
class TestFittingDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWholeAboveTwoThirdsOfTheScreen();
    void keepsItsButtonsOnAScreenThatIsTooSmall();
    void growsWithItsContent();
    void growsByNoMoreThanABarNeeds();
    void opensAsHighAsABarNeeds();
    void longWordsDoNotMakeItWide();
};

void TestFittingDialog::opensWholeAboveTwoThirdsOfTheScreen()
{
    RowDialog dialog(screenHeight() * 3 / 4 / 36);
    dialog.show();
    QVERIFY(dialog.height() > screenHeight() * 2 / 3);
    QVERIFY(dialog.height() <= screenHeight());
    QTRY_VERIFY(!dialog.isScrolled());
}

void TestFittingDialog::keepsItsButtonsOnAScreenThatIsTooSmall()
{
    RowDialog dialog(screenHeight() / 15);
    dialog.show();
    QVERIFY(dialog.height() <= screenHeight());
    QTRY_VERIFY(dialog.isScrolled());
    QVERIFY(dialog.rect().contains(dialog.buttonPlace()));
}

void TestFittingDialog::growsWithItsContent()
{
    RowDialog dialog(2);
    dialog.show();
    const int before = dialog.height();
    for (int i = 0; i < 5; ++i)
        dialog.addRow();
    QTRY_VERIFY(dialog.height() >= before + 5 * 30);
    QTRY_VERIFY(!dialog.isScrolled());
}

/// A bar that has not been laid out takes itself for much higher than it is.
void TestFittingDialog::growsByNoMoreThanABarNeeds()
{
    RowDialog dialog(3);
    auto *bar = new MessageBar(&dialog);
    qobject_cast<QVBoxLayout *>(dialog.layout())->insertWidget(0, bar);
    dialog.show();
    const int before = dialog.height();
    bar->showInformation(QStringLiteral("There is no such account on this network. Check the spelling of the "
                                        "address, or invite this person by e-mail."));
    QTRY_VERIFY(dialog.height() > before);
    QTRY_VERIFY(!dialog.isScrolled());
    QVERIFY(dialog.height() <= before + bar->height() + dialog.layout()->spacing() + 4);
}

/// Before a dialog is shown its bar has no width from which to tell its height.
void TestFittingDialog::opensAsHighAsABarNeeds()
{
    RowDialog plain(3);
    plain.show();
    RowDialog dialog(3);
    auto *bar = new MessageBar(&dialog);
    qobject_cast<QVBoxLayout *>(dialog.layout())->insertWidget(0, bar);
    bar->showInformation(QStringLiteral("There is no such account on this network. Check the spelling of the "
                                        "address, or invite this person by e-mail."));
    dialog.show();
    QTRY_VERIFY(!dialog.isScrolled());
    QVERIFY(dialog.height() <= plain.height() + bar->height() + dialog.layout()->spacing() + 4);
}

void TestFittingDialog::longWordsDoNotMakeItWide()
{
    RowDialog dialog(3);
    auto *words = new QLabel(QString(300, u'x'), &dialog);
    words->setMinimumWidth(1);
    dialog.layout()->addWidget(words);
    dialog.show();
    QVERIFY(dialog.width() < 500);
}

QTEST_MAIN(TestFittingDialog)
#include "tst_fittingdialog.moc"
