#pragma once

#include "ui/widgets/popupframe.h"

class QLabel;
class QListView;
class QModelIndex;
class QPushButton;
class QStandardItemModel;

namespace Ui {

/// A small window with the pictures to choose from: arrows to walk, Enter or a click to pick.
class PicturePopup : public PopupFrame
{
    Q_OBJECT

public:
    explicit PicturePopup(QWidget *parent = nullptr);

    /// Beside \p anchor. \p current: the picture that is chosen now, empty for none. \p trouble: what to tell
    /// about the last try, empty for nothing.
    void popUp(const QWidget &anchor, const QByteArray &current, const QString &trouble = {});

Q_SIGNALS:
    /// As encodedPicture(); empty: no picture.
    void picked(const QByteArray &png);
    void fileWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void markCurrent(const QByteArray &png);
    void pick(const QModelIndex &index);

    QStandardItemModel *m_model;
    QListView *m_grid;
    QLabel *m_words;
    QPushButton *m_none;
};

} // namespace Ui
