#include "ui/hosting/hostingaddresses.h"

namespace Ui {

namespace {

constexpr qsizetype longestPart = 40;

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// Latin letters without their accents and digits, words joined by \p joint; nothing of other scripts.
QString plainWords(const QString &text, QChar joint)
{
    QString result;
    bool isBetween = false;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c.isMark())
            continue;
        if (!isPlain(c)) {
            isBetween = true;
            continue;
        }
        if (isBetween && !result.isEmpty())
            result += joint;
        isBetween = false;
        result += c;
    }
    result.truncate(longestPart);
    while (result.endsWith(joint))
        result.chop(1);
    return result;
}

} // namespace

QString domainOfNetwork(const QString &network)
{
    const QString words = plainWords(network, u'-');
    return (words.isEmpty() ? QStringLiteral("home") : words) + QLatin1String(".example");
}

Msn::Address proposedAddress(const QString &person, const QString &network, const QList<Msn::Address> &taken)
{
    const QString words = plainWords(person, u'.');
    const QString name = words.isEmpty() ? QStringLiteral("friend") : words;
    const QString domain = QLatin1Char('@') + domainOfNetwork(network);
    Msn::Address address(name + domain);
    for (int i = 2; taken.contains(address); ++i)
        address = Msn::Address(name + QString::number(i) + domain);
    return address;
}

} // namespace Ui
