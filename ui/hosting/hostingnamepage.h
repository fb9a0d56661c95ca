#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Ui {

/// The first step: what the network is called.
class HostingNamePage : public QWidget
{
    Q_OBJECT

public:
    explicit HostingNamePage(QWidget *parent = nullptr);

    QString name() const;
    void setName(const QString &name);

Q_SIGNALS:
    void nameChanged();

private:
    void refresh();

    QLineEdit *m_name;
    QLabel *m_example;
};

} // namespace Ui
