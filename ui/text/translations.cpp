#include "ui/text/translations.h"

#include <QCoreApplication>

namespace Ui {

namespace {

constexpr QLatin1String directory(":/translations");
constexpr QLatin1String baseName("swallowtail");

} // namespace

Translations::Translations(QCoreApplication &application, const QLocale &locale)
    : m_application(application)
{
    // The one installed last is asked first.
    if (m_plurals.load(QStringLiteral("swallowtail_en"), directory))
        m_application.installTranslator(&m_plurals);
    if (m_language.load(locale, baseName, QStringLiteral("_"), directory))
        m_application.installTranslator(&m_language);
}

Translations::~Translations()
{
    m_application.removeTranslator(&m_language);
    m_application.removeTranslator(&m_plurals);
}

} // namespace Ui
