#pragma once

#include <QSortFilterProxyModel>

namespace Ui {

/// The lines of a network log that somebody wants to see.
class TrafficFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Direction { Both, Sent, Received };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setDirection(Direction direction);
    /// Empty: everybody's.
    void setAccount(const QString &account);
    /// Words that must all occur; one in upper case of three letters or digits is a verb and must
    /// be the line's own.
    void setWords(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Direction m_direction = Direction::Both;
    QString m_account;
    QStringList m_words;
    QStringList m_verbs;
};

} // namespace Ui
