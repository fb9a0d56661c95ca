#include "tests/core/coverage/errorrows.h"

#include <algorithm>

namespace {

const char said[] = "";
const char trouble[] = "a trouble the service does not have";
const char others[] = "third-party servers say it here";
const char later[] = "of later protocol versions";
const char telephone[] = "the service is not joined to a telephone network";
const char rare[] = "reported, but nobody knows of what";
const char accounts[] = "the service has no such accounts";
const char peers[] = "peers settle this between themselves";

struct Numbers
{
    int first;
    int last;
    const char *requests; ///< verbs, a blank between
    const char *serviceAbsence;
};

// A number may stand in several rows. What the service says stands apart from what it never says.
const Numbers table[] = {
    {200, 200, "ABC", said},
    {201, 201, "CHG ADD ADC REM ADG REG PRP XFR IMS", said},
    {202, 202, "CHG", rare},
    {203, 204, "ADC", later},
    {205, 205, "ADD", said},
    {205, 205, "REM USR", others},
    {206, 206, "ADD ADC", said},
    {207, 207, "USR", said},
    {208, 208, "CAL ADC", said},
    {209, 209, "REA PRP", said},
    {210, 210, "ADD", said},
    {211, 212, "CHG", rare},
    {213, 213, "REA", rare},
    {215, 215, "ADD ADC CAL", said},
    {216, 216, "REM REA SBP CAL", said},
    {217, 217, "CAL", said},
    {218, 218, "BLP GTC", said},
    {219, 219, "ADD ADC", said},
    {220, 220, "PAG PGD", said},
    {223, 223, "ADG", said},
    {224, 224, "ADD ADC REM REG RMG", said},
    {225, 225, "REM", said},
    {226, 227, "RMG", others},
    {228, 228, "ADG REG", said},
    {229, 229, "ADG REG", said},
    {230, 230, "RMG", said},
    {231, 231, "ADD", others},
    {232, 234, "ADC", telephone},
    {240, 241, "ADC", later},
    {280, 280, "XFR CAL", said},
    {281, 281, "XFR CAL", said},
    {282, 282, "MSG", said},
    {283, 283, "MSG", peers},
    {285, 285, "MSG", others},
    {290, 290, "MSG", peers},
    {300, 300, "SYN CHG ADD ADC REM REA SBP ADG REG RMG BLP GTC PRP XFR URL IMS", said},
    {301, 301, "FND", others},
    {302, 302, "SYN", said},
    {302, 302, "CHG", said},
    {400, 400, "ADD ADC", trouble},
    {402, 403, "ADC REM", trouble},
    {500, 500, "USR", trouble},
    {500, 500, "ADD ADC REM REA PRP BLP GTC ADG REG RMG SDC", said},
    {501, 501, "ADD", trouble},
    {502, 502, "FND REA", said},
    {503, 503, "SDC SND", said},
    {504, 505, "ADD", trouble},
    {508, 510, "ADD", trouble},
    {511, 511, "USR", accounts},
    {520, 520, "USR", trouble},
    {540, 540, "QRY", said},
    {600, 600, "USR -", trouble},
    {600, 600, "VER", said},
    {601, 605, "USR", trouble},
    {606, 606, "PAG PGD", said},
    {700, 700, "XFR", trouble},
    {707, 707, "XFR", trouble},
    {707, 707, "USR", said},
    {710, 710, "URL CVR", said},
    {711, 711, "USR", trouble},
    {712, 712, "USR", trouble},
    {713, 713, "CAL", said},
    {714, 714, "USR XFR", trouble},
    {715, 715, "PRP PAG VER CVR SBP", said},
    {717, 717, "SYN", trouble},
    {718, 719, "CHG", later},
    {726, 726, "CHG", later},
    {729, 729, "CHG", later},
    {731, 731, "CVR", others},
    {733, 734, "CHG", later},
    {800, 800, "REA PRP CHG XFR PAG PGD SDC SND", said},
    {910, 910, "USR", said},
    {911, 911, "USR ANS", said},
    {912, 912, "USR", trouble},
    {913, 913, "XFR", said},
    {914, 916, "USR", trouble},
    {917, 917, "USR", accounts},
    {918, 919, "USR", trouble},
    {920, 924, "USR", accounts},
    {926, 927, "USR", accounts},
    {928, 928, "USR", others},
    {929, 931, "USR", accounts},
    {933, 935, "USR", later},
};

QString clientAbsenceFor(const QByteArray &request)
{
    static const QList<QByteArray> neverSent{"ABC", "FND", "SND", "IMS", "PAG", "PGD"};
    return neverSent.contains(request)
        ? QStringLiteral("the client does not send %1").arg(QString::fromUtf8(request))
        : QString();
}

} // namespace

QList<ErrorRow> errorRows()
{
    QList<ErrorRow> rows;
    for (const Numbers &numbers : table) {
        const QByteArrayList requests = QByteArray(numbers.requests).split(' ');
        for (int number = numbers.first; number <= numbers.last; ++number) {
            for (const QByteArray &request : requests)
                rows.append(
                    {number, request, clientAbsenceFor(request), QString::fromUtf8(numbers.serviceAbsence)});
        }
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const ErrorRow &a, const ErrorRow &b) { return a.number < b.number; });
    return rows;
}
