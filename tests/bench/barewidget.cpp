// A window and nothing else. Tells when it was painted first, in the same words as the messenger.
#include <QApplication>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace {

class BareWidget : public QWidget
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
        QTimer::singleShot(
            0, this, [] { std::fputs("swallowtail.startup: first window painted\n", stderr); });
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    BareWidget window;
    window.resize(350, 600);
    window.show();
    return QApplication::exec();
}
