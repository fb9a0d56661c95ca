#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Ui {

/// Asks whether a server whose certificate nobody vouches for is to be trusted. Shows the
/// certificate as words that two people can read to each other.
class CertificatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);

    /// \p sha256: of the certificate the server showed, 32 bytes.
    void ask(const QString &server, const QString &network, const QByteArray &sha256);
    QString words() const;

Q_SIGNALS:
    void trusted();
    void refused();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_question;
    QLabel *m_words;
    QLabel *m_advice;
    QLabel *m_fingerprint;
    QPushButton *m_trust;
    QPushButton *m_refuse;
};

} // namespace Ui
