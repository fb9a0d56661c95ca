#include "ui/conversation/input/formatpopup.h"

#include <QFontComboBox>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using Ui::FormatPopup;

class tst_FormatPopup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWithoutChoosing();
    void effectsToggle();
    void swatchesChooseAColour();
    void longFontNamesFitTheWire();
    void plainBringsTheDefaultBack();
};

void tst_FormatPopup::showsWithoutChoosing()
{
    FormatPopup popup;
    QSignalSpy chosen(&popup, &FormatPopup::formatChosen);
    Msn::TextFormat format;
    format.bold = true;
    format.colour = 0xFF0000;
    popup.popUp(QWidget(), format);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(popup.findChild<QToolButton *>(QStringLiteral("bold"))->isChecked());
    QVERIFY(!popup.findChild<QToolButton *>(QStringLiteral("italic"))->isChecked());
}

void tst_FormatPopup::effectsToggle()
{
    FormatPopup popup;
    popup.popUp(QWidget(), {});
    QSignalSpy chosen(&popup, &FormatPopup::formatChosen);
    QTest::mouseClick(popup.findChild<QToolButton *>(QStringLiteral("italic")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().value<Msn::TextFormat>().italic);
    QTest::mouseClick(popup.findChild<QToolButton *>(QStringLiteral("italic")), Qt::LeftButton);
    QVERIFY(!chosen.last().first().value<Msn::TextFormat>().italic);
}

void tst_FormatPopup::swatchesChooseAColour()
{
    FormatPopup popup;
    popup.popUp(QWidget(), {});
    QSignalSpy chosen(&popup, &FormatPopup::formatChosen);
    QTest::mouseClick(popup.findChild<QToolButton *>(QStringLiteral("colour9")), Qt::LeftButton);
    QCOMPARE(chosen.last().first().value<Msn::TextFormat>().colour, 0xFF0000U);
    QVERIFY(!popup.findChild<QToolButton *>(QStringLiteral("colour0"))->isChecked());
}

void tst_FormatPopup::longFontNamesFitTheWire()
{
    FormatPopup popup;
    popup.popUp(QWidget(), {});
    QSignalSpy chosen(&popup, &FormatPopup::formatChosen);
    auto *fonts = popup.findChild<QFontComboBox *>();
    for (int i = 0; i < fonts->count() && i < 50; ++i) {
        fonts->setCurrentIndex(i);
        for (const QList<QVariant> &signal : std::as_const(chosen))
            QVERIFY(signal.first().value<Msn::TextFormat>().fontFamily.size()
                <= Msn::TextFormat::maxFontCharacters);
    }
    QVERIFY(!chosen.isEmpty());
}

void tst_FormatPopup::plainBringsTheDefaultBack()
{
    FormatPopup popup;
    Msn::TextFormat format;
    format.strikeOut = true;
    popup.popUp(QWidget(), format);
    QSignalSpy chosen(&popup, &FormatPopup::formatChosen);
    QTest::mouseClick(popup.findChild<QPushButton *>(QStringLiteral("plain")), Qt::LeftButton);
    QCOMPARE(chosen.last().first().value<Msn::TextFormat>(), Msn::TextFormat());
}

QTEST_MAIN(tst_FormatPopup)
#include "tst_formatpopup.moc"
