#pragma once

#include "ui/nearby/networkoffer.h"
#include "ui/widgets/fittingdialog.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace Ui {

/// Asks whether a network that somebody offers is to be used: says where it comes from and shows the
/// words of its certificate, for comparing them with those on the screen of its host. For one that
/// looks like a known network and is not it says so, and the way out is the first button. Deletes
/// itself when closed.
class JoinNetworkDialog : public FittingDialog
{
    Q_OBJECT

public:
    explicit JoinNetworkDialog(const NetworkOffer &offer, QWidget *parent = nullptr);

    const NetworkOffer &offer() const { return m_offer; }
    QPushButton *joinButton() const { return m_join; }
    QPushButton *refuseButton() const { return m_refuse; }
    /// All that is to be read, in its order.
    QString words() const;

Q_SIGNALS:
    /// The dialog closes after it.
    void joined(const Ui::NetworkOffer &offer);

private:
    void fillNew(QBoxLayout &column);
    void fillChanged(QBoxLayout &column);
    QString originSentence() const;
    QString trustSentence() const;
    QLabel *addText(QBoxLayout &column, const QString &text);
    void addWords(QBoxLayout &column, const QString &head, const QByteArray &sha256);

    const NetworkOffer m_offer;
    QList<QLabel *> m_texts;
    QPushButton *m_join;
    QPushButton *m_refuse;
};

} // namespace Ui
