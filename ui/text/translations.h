#pragma once

#include <QLocale>
#include <QTranslator>

class QCoreApplication;

namespace Ui {

/// The words of the person's language, for as long as this object lives. The source is English;
/// its own file holds the plurals, which the source cannot.
class Translations
{
public:
    /// Installs the best that there is for \p locale; English where there is none.
    explicit Translations(QCoreApplication &application, const QLocale &locale = QLocale());
    ~Translations();

    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

private:
    QCoreApplication &m_application;
    QTranslator m_plurals;
    QTranslator m_language;
};

} // namespace Ui
