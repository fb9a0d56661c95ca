#include "ui/widgets/flowlayout.h"

#include <QPushButton>
#include <QTest>

using namespace Ui;

/// Fields one after the other, on as many lines as they need.
class TestFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsDoNotOverlap_data();
    void fieldsDoNotOverlap();
};

void TestFlowLayout::fieldsDoNotOverlap_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("one line") << 800;
    QTest::newRow("several lines") << 200;
}

/// A field may ask for more than its hint.
void TestFlowLayout::fieldsDoNotOverlap()
{
    QFETCH(int, width);
    QWidget window;
    auto *row = new FlowLayout(8, &window);
    for (int i = 0; i < 3; ++i) {
        auto *field = new QPushButton(QStringLiteral("Field"), &window);
        field->setMinimumWidth(field->sizeHint().width() + 40);
        row->addWidget(field);
    }
    window.resize(width, row->heightForWidth(width));
    window.show();
    const QList<QPushButton *> fields = window.findChildren<QPushButton *>();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QVERIFY(window.rect().contains(fields.at(i)->geometry()));
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!fields.at(i)->geometry().intersects(fields.at(j)->geometry()));
    }
}

QTEST_MAIN(TestFlowLayout)

#include "tst_flowlayout.moc"
