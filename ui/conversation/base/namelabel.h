#pragma once

#include "ui/widgets/elidedlabel.h"

namespace Ui {

class EmoticonSet;

/// A line with somebody's name in it: codes are shown as the pictures they stand for.
class NameLabel : public ElidedLabel
{
    Q_OBJECT

public:
    /// \p emoticons must outlive it.
    explicit NameLabel(const EmoticonSet &emoticons, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const EmoticonSet &m_emoticons;
};

} // namespace Ui
