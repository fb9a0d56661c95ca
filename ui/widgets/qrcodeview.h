#pragma once

#include "ui/widgets/qrencoder.h"

#include <QWidget>

namespace Ui {

/// A text as a QR code: black on white in every theme, as cameras need it, each square a whole
/// number of the screen's own pixels. Where there can be no code it says so in a sentence.
class QrCodeView : public QWidget
{
    Q_OBJECT

public:
    /// White squares around the code, which belong to it.
    static constexpr int quietSquares = 4;

    explicit QrCodeView(QWidget *parent = nullptr);

    const QString &text() const { return m_text; }
    /// Empty: shows nothing.
    void setText(const QString &text);
    const QrSquares &squares() const { return m_squares; }
    /// The sentence shown instead of a code; empty while one is shown.
    const QString &excuse() const { return m_excuse; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_squares.side > 0; }
    int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void paintSquares(QPainter &painter) const;
    int squaresWithQuiet() const { return m_squares.side + 2 * quietSquares; }

    QString m_text;
    QrSquares m_squares;
    QString m_excuse;
};

} // namespace Ui
