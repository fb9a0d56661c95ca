#include "ui/history/historyhead.h"

#include "ui/history/historyfilters.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/searchfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Ui {

HistoryHead::HistoryHead(const HistoryArchives &archives, QWidget *parent)
    : HeaderGround(parent)
    , m_words(new QLineEdit(this))
    , m_filters(new HistoryFilters(archives, this))
    , m_status(new QLabel(this))
{
    build();
    connect(m_words, &QLineEdit::textChanged, this, &HistoryHead::changed);
    connect(m_words, &QLineEdit::returnPressed, this, &HistoryHead::contentWanted);
    connect(m_filters, &HistoryFilters::changed, this, &HistoryHead::changed);
    connect(m_filters, &HistoryFilters::archiveChanged, this, &HistoryHead::archiveChanged);
}

void HistoryHead::build()
{
    const Metrics metrics = Metrics::of(this);
    m_words->setObjectName(QStringLiteral("historyWords"));
    m_words->setPlaceholderText(tr("Search all messages"));
    m_words->setAccessibleName(tr("Words to search for"));
    m_words->installEventFilter(this);
    makeSearchField(*m_words);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *exporting = new LinkButton(tr("E&xport…"), this);
    auto *deleting = new LinkButton(tr("&Delete…"), this);
    connect(exporting, &QPushButton::clicked, this, &HistoryHead::exportRequested);
    connect(deleting, &QPushButton::clicked, this, &HistoryHead::deleteRequested);

    auto *first = new QHBoxLayout;
    first->setSpacing(metrics.step());
    first->addWidget(m_words, 1);
    first->addWidget(exporting);
    first->addWidget(deleting);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics.step(3));
    second->addWidget(m_filters, 1);
    second->addWidget(m_status);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(3), metrics.step(3), metrics.step(3), metrics.step(3));
    column->setSpacing(metrics.step(2));
    column->addLayout(first);
    column->addLayout(second);
}

QString HistoryHead::words() const
{
    return m_words->text();
}

void HistoryHead::setWords(const QString &words)
{
    m_words->setText(words);
}

void HistoryHead::continueTyping(const QString &text)
{
    m_words->setFocus(Qt::OtherFocusReason);
    m_words->setText(m_words->text() + text);
}

void HistoryHead::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

bool HistoryHead::wordsHaveFocus() const
{
    return m_words->hasFocus();
}

bool HistoryHead::isNarrowed() const
{
    return m_filters->isSet() || !m_words->text().trimmed().isEmpty();
}

void HistoryHead::addTo(Msn::HistoryQuery &query) const
{
    query.text = m_words->text();
    m_filters->addTo(query);
}

std::optional<int> HistoryHead::archive() const
{
    return m_filters->archive();
}

void HistoryHead::setArchive(std::optional<int> archive)
{
    m_filters->setArchive(archive);
}

void HistoryHead::setDay(const QDate &day)
{
    m_filters->setDay(day);
}

void HistoryHead::resetFilters()
{
    m_filters->reset();
}

QString HistoryHead::status() const
{
    return m_status->text();
}

void HistoryHead::setStatus(const QString &text)
{
    m_status->setText(text);
}

/// From the words down to what was found.
bool HistoryHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return HeaderGround::eventFilter(watched, event);
    Q_EMIT contentWanted();
    return true;
}

} // namespace Ui
