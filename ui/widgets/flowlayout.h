#pragma once

#include <QLayout>
#include <QList>

namespace Ui {

/// Widgets side by side, in as many lines as the width asks for; mirrored where reading is.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// Lines begin so many pixels before its edge: the words of a link stand under those of a text.
    void setHanging(int pixels);

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height; moves nothing unless \p moves.
    int arrange(const QRect &rect, bool moves) const;
    int placeLine(const QList<QLayoutItem *> &line, const QRect &rect, int top, bool moves) const;

    QList<QLayoutItem *> m_items;
    int m_hanging = 0;
};

} // namespace Ui
