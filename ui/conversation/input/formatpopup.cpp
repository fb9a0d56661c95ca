#include "ui/conversation/input/formatpopup.h"

#include "ui/conversation/base/textlook.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"

#include <QColorDialog>
#include <QFontComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace Ui {
namespace {

struct Swatch
{
    quint32 colour;
    const char *name;
};

/// The sixteen colours that the classic clients offered, dark ones first.
constexpr std::array<Swatch, 16> swatches{{
    {0x000000, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Black")},
    {0x800000, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Maroon")},
    {0x008000, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Green")},
    {0x808000, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Olive")},
    {0x000080, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Navy")},
    {0x800080, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Purple")},
    {0x008080, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Teal")},
    {0x808080, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Grey")},
    {0xC0C0C0, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Silver")},
    {0xFF0000, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Red")},
    {0x00FF00, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Lime")},
    {0xFFFF00, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Yellow")},
    {0x0000FF, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Blue")},
    {0xFF00FF, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Fuchsia")},
    {0x00FFFF, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Aqua")},
    {0xFF8C1A, QT_TRANSLATE_NOOP("Ui::FormatPopup", "Orange")},
}};

QIcon swatchIcon(quint32 colour, int size, qreal ratio, const QColor &edge)
{
    QPixmap pixmap((QSizeF(size, size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(QColor::fromRgb(QRgb(colour)));
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2));
    return pixmap;
}

} // namespace

FormatPopup::FormatPopup(QWidget *parent)
    : PopupFrame(parent)
    , m_font(new QFontComboBox(this))
    , m_preview(new QLabel(this))
{
    const Metrics metrics = Metrics::of(this);
    m_font->setObjectName(QStringLiteral("font"));
    m_font->setAccessibleName(tr("Font"));
    m_font->setEditable(false);
    connect(m_font, &QFontComboBox::currentFontChanged, this,
        [this](const QFont &font) { chooseFont(font.family()); });

    auto *effects = new QHBoxLayout;
    effects->setSpacing(metrics.step(0.5));
    using Msn::TextFormat;
    addEffect(*effects, QStringLiteral("bold"), tr("Bold"), &TextFormat::bold);
    addEffect(*effects, QStringLiteral("italic"), tr("Italic"), &TextFormat::italic);
    addEffect(*effects, QStringLiteral("underline"), tr("Underlined"), &TextFormat::underline);
    addEffect(*effects, QStringLiteral("strikethrough"), tr("Struck out"), &TextFormat::strikeOut);
    effects->addStretch();
    auto *plain = new LinkButton(tr("Plain"), this);
    plain->setObjectName(QStringLiteral("plain"));
    plain->setToolTip(tr("Back to the usual font and colour"));
    connect(plain, &QPushButton::clicked, this, &FormatPopup::reset);
    effects->addWidget(plain);

    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setText(tr("This is how you write."));
    m_preview->setMinimumHeight(metrics.px(36));
    m_preview->setTextFormat(Qt::PlainText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics.step(3), metrics.step(3), metrics.step(3), metrics.step(2));
    layout->setSpacing(metrics.step(2));
    layout->addWidget(m_font);
    layout->addLayout(effects);
    layout->addWidget(makeSwatches());
    layout->addWidget(m_preview);
}

QToolButton *FormatPopup::addEffect(
    QHBoxLayout &row, const QString &icon, const QString &name, bool Msn::TextFormat::*member)
{
    auto *button = new QToolButton(this);
    button->setObjectName(icon);
    button->setIcon(Icons::icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, this, [this, member](bool on) {
        m_format.*member = on;
        apply();
    });
    m_effects.append({button, member});
    row.addWidget(button);
    return button;
}

QWidget *FormatPopup::makeSwatches()
{
    const Metrics metrics = Metrics::of(this);
    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins({});
    grid->setSpacing(metrics.step(0.5));
    for (size_t i = 0; i < swatches.size(); ++i) {
        auto *button = new QToolButton(area);
        const QString name = tr(swatches[i].name);
        button->setObjectName(QStringLiteral("colour%1").arg(i));
        button->setIcon(swatchIcon(
            swatches[i].colour, metrics.px(18), devicePixelRatioF(), Tokens::of(palette()).fieldBorder));
        button->setIconSize({metrics.px(18), metrics.px(18)});
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setAutoRaise(true);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this,
            [this, colour = swatches[i].colour] { chooseColour(colour); });
        m_swatches.append(button);
        grid->addWidget(button, int(i) / 8, int(i) % 8);
    }
    auto *other = new LinkButton(tr("Other colour…"), area);
    connect(other, &QPushButton::clicked, this, &FormatPopup::chooseOtherColour);
    grid->addWidget(other, 2, 0, 1, 8, Qt::AlignLeading);
    return area;
}

void FormatPopup::popUp(const QWidget &anchor, const Msn::TextFormat &format)
{
    m_format = format;
    showFormat();
    showAt(anchor);
}

void FormatPopup::showFormat()
{
    const QScopedValueRollback guard(m_showing, true);
    const Metrics metrics = Metrics::of(this);
    const QFont font = shownFont(m_format, metrics.conversationFont());
    m_font->setCurrentFont(QFont(font.family()));
    for (const Effect &effect : m_effects)
        effect.button->setChecked(m_format.*effect.member);
    for (qsizetype i = 0; i < m_swatches.size(); ++i)
        m_swatches.at(i)->setChecked(swatches.at(size_t(i)).colour == m_format.colour);
    const Tokens &tokens = Tokens::of(palette());
    m_preview->setFont(font);
    QPalette colours = m_preview->palette();
    colours.setColor(QPalette::WindowText, shownColour(m_format, tokens, tokens.window));
    m_preview->setPalette(colours);
}

void FormatPopup::apply()
{
    if (m_showing)
        return;
    showFormat();
    Q_EMIT formatChosen(m_format);
}

void FormatPopup::chooseFont(const QString &family)
{
    // Showing a format that leaves the font open also moves the box.
    if (m_showing)
        return;
    // Others get the name, and only so much of it.
    m_format.fontFamily = family.left(Msn::TextFormat::maxFontCharacters);
    apply();
}

void FormatPopup::chooseColour(quint32 colour)
{
    m_format.colour = colour;
    apply();
}

void FormatPopup::chooseOtherColour()
{
    auto *dialog = new QColorDialog(QColor::fromRgb(QRgb(m_format.colour)), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of your text"));
    connect(dialog, &QColorDialog::colorSelected, this,
        [this](const QColor &colour) { chooseColour(colour.rgb() & 0xFFFFFF); });
    close();
    dialog->open();
}

void FormatPopup::reset()
{
    m_format = {};
    apply();
}

} // namespace Ui
