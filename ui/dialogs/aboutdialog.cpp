#include "ui/dialogs/aboutdialog.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fittingarea.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace Ui {

namespace {

QLabel *centred(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : FittingDialog(parent)
{
    const Metrics metrics = Metrics::of(this);
    setWindowTitle(tr("About Swallowtail"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *mark = new QLabel(this);
    const int size = metrics.px(88);
    mark->setPixmap(Icons::mark().pixmap(QSize(size, size), devicePixelRatioF()));
    mark->setAlignment(Qt::AlignCenter);
    auto *name = centred(tr("Swallowtail"), this);
    QFont font = metrics.nameFont();
    font.setPixelSize(metrics.px(20));
    name->setFont(font);
    auto *version = centred(
        tr("Version %1, with Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())),
        this);
    version->setForegroundRole(QPalette::PlaceholderText);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *what = centred(
        tr("A messenger for the revived MSN Messenger networks, and for a network of your own."), this);
    auto *licence = centred(
        tr("Free software under the MIT licence. Its pictures are in the public domain (CC0)."), this);
    auto *disclaimer = centred(tr("Not connected with Microsoft. MSN and Messenger are names of Microsoft, "
                                  "used here only to say what Swallowtail works with."),
        this);
    disclaimer->setFont(metrics.smallFont());
    disclaimer->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    for (QWidget *widget :
        {static_cast<QWidget *>(mark), static_cast<QWidget *>(name), static_cast<QWidget *>(version)})
        column->addWidget(widget);
    column->addSpacing(metrics.step(2));
    column->addWidget(what);
    column->addWidget(licence);
    column->addWidget(disclaimer);
    column->addStretch();
    auto *area = new FittingArea(content, this);
    // Nothing in it takes the focus, and it may have to be scrolled.
    area->setFocusPolicy(Qt::TabFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metrics.step(6), metrics.step(6), metrics.step(6), metrics.step(4));
    outer->setSpacing(metrics.step(4));
    outer->addWidget(area, 1);
    outer->addWidget(buttons);
    setMinimumWidth(metrics.px(340));
}

} // namespace Ui
